package dev.cordon.access;

import java.util.UUID;

/** A single record was given a handling code of its own. */
public record HandlingMarked(
    OperationId operation, String kind, UUID record, HandlingCode code, String reason) {}
