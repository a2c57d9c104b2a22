package dev.cordon.action;

import dev.cordon.access.AgencyId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where an agency acts.
 *
 * @param label what the team calls it; no address
 * @param plannedAt in UTC
 * @param plannedLocal at the place
 * @param subjectNumber the subject of the package it is about, if any
 * @param warrants search warrants valid at the planned time
 */
public record Site(
    UUID id,
    AgencyId agency,
    String agencyName,
    String label,
    String country,
    ZoneId zone,
    Instant plannedAt,
    OffsetDateTime plannedLocal,
    @Nullable String subjectNumber,
    long warrants,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {}
