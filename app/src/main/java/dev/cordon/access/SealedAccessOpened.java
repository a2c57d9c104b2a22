package dev.cordon.access;

/** A member opened something sealed for a while. */
public record SealedAccessOpened(
    OperationId operation, SealedThing thing, String reason, String legalBasis) {}
