package dev.cordon.intake.profiles;

import java.time.Instant;

/**
 * A version of a profile as an operation keeps it.
 *
 * @param yaml the file
 * @param isWithdrawn whether from this version on the profile is not used
 * @param tables how many tables it knows
 */
public record SavedProfile(
    String name,
    int version,
    boolean isWithdrawn,
    String yaml,
    String sha256,
    int tables,
    String reason,
    String savedBy,
    Instant savedAt) {}
