package dev.cordon.resolution;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One record behind a proposal or a subject, and the row of the sealed source it came from. */
public record CaseRecord(
    String kind,
    String label,
    String value,
    @Nullable Instant at,
    UUID source,
    String sourceName,
    String sourceTable,
    long sourceRow) {}
