package dev.cordon.sealedtext;

import dev.cordon.intake.Origin;
import java.time.Instant;
import java.util.UUID;

/** A mark on a message: which one, as what, by whom; no word of it. */
public record Mark(
    UUID id, Origin origin, String messageKey, MarkKind kind, String markedBy, Instant markedAt) {}
