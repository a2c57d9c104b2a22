package dev.cordon.figures;

import java.time.Instant;
import java.util.UUID;

/**
 * Figures as published; never changed.
 *
 * @param content the figures as JSON, as they were
 * @param contentSha256 digest of the content
 * @param proved whether the ledger's entry commits to its words, so that a receipt can be given
 */
public record Publication(
    UUID id, Instant asOf, String reason, String content, String contentSha256, boolean proved) {}
