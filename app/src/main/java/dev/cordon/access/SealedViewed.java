package dev.cordon.access;

/** A member looked at something sealed: one page, one search, one set of columns. */
public record SealedViewed(
    OperationId operation, SealedThing thing, String reason, String legalBasis, String detail) {}
