package dev.cordon.sealedtext;

import dev.cordon.intake.TextThread;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thread without a word of it.
 *
 * @param locked whether it is locked as privileged
 * @param marks how many marks stand on it
 * @param openUntil until when the member asking holds it open, if so
 */
public record ThreadSummary(
    UUID id,
    TextThread thread,
    long messages,
    @Nullable Instant firstAt,
    @Nullable Instant lastAt,
    boolean locked,
    long marks,
    @Nullable Instant openUntil) {}
