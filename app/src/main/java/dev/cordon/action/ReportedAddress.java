package dev.cordon.action;

import org.jspecify.annotations.Nullable;

/**
 * An address as an officer wrote it down.
 *
 * @param line street and number
 * @param postcode postcode
 * @param city town
 * @param country two letters, ISO 3166-1
 */
public record ReportedAddress(
    @Nullable String line,
    @Nullable String postcode,
    @Nullable String city,
    @Nullable String country) {}
