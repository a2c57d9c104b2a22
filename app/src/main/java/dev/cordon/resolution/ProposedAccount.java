package dev.cordon.resolution;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account of a proposal, with the row it came from. */
public record ProposedAccount(
    String system,
    String account,
    String kind,
    @Nullable String handle,
    @Nullable Instant registeredAt,
    boolean payer,
    @Nullable UUID source,
    @Nullable String sourceName,
    @Nullable String sourceTable,
    @Nullable Long sourceRow) {}
