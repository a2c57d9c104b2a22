package dev.cordon.access;

import java.util.UUID;

/** Another person judged an emergency opening. */
public record BreakGlassReviewed(
    OperationId operation, UUID opening, boolean justified, String words) {}
