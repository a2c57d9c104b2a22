package dev.cordon.triage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question an agency asked the others of the operation about files of its own.
 *
 * @param exhibit whose files were asked about; null when it was one item
 * @param item the one item asked about, or null
 * @param radius bits in which perceptual codes could differ
 * @param asked how many items
 * @param hits how many of them another agency holds; not which, where or how many
 * @param contact through whom the agencies meet: the operation's lead
 */
public record HashInquiry(
    UUID id,
    @Nullable UUID exhibit,
    @Nullable String exhibitNumber,
    @Nullable UUID item,
    String legalBasis,
    String reason,
    int radius,
    long asked,
    long hits,
    String askedBy,
    Instant askedAt,
    String contact) {}
