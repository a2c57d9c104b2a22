package dev.cordon.access;

import java.time.Instant;

/**
 * An opening that stands.
 *
 * @param reason in the member's words
 * @param legalBasis the law or order it rests on
 * @param endsAt when it closes by itself
 */
public record SealedOpening(String reason, String legalBasis, Instant openedAt, Instant endsAt) {}
