package dev.cordon.intake;

import org.jspecify.annotations.Nullable;

/** A record read back from the vault, its values in the order of its kind's own columns. */
record CopiedRecord(RecordKind kind, Origin origin, @Nullable Object[] values)
    implements NormalisedRecord {}
