package dev.cordon.intake;

import org.jspecify.annotations.Nullable;

/**
 * A record as it was read back, to be written anew as it stands.
 *
 * @param values of the kind's own columns, in their order: String, Long or Instant
 */
record StoredRecord(RecordKind kind, Origin origin, @Nullable Object[] values)
    implements NormalisedRecord {}
