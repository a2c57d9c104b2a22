package dev.cordon.triage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the holder of a file learns: another agency asked about it.
 *
 * @param item of the reader's agency
 * @param asker which agency asked
 * @param isExact whether the digests are the same; otherwise the pictures' codes are near
 * @param distance bits in which the codes differ
 */
public record HashQuestion(
    UUID id,
    UUID item,
    String sha256,
    String asker,
    String legalBasis,
    String reason,
    boolean isExact,
    @Nullable Integer distance,
    Instant askedAt) {}
