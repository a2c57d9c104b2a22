package dev.cordon.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record of a subject in a package, with the row of the sealed source it came from.
 *
 * @param packageSubject the subject's place in the package
 * @param kind what it is: ACCOUNT, PERSON_NAME, ADDRESS, POSTCODE, EMAIL, PAYMENT…
 * @param label where it stood
 * @param value as the source has it
 * @param concerns subject, or other for a third person
 */
public record PackageRecord(
    UUID packageSubject,
    String kind,
    String label,
    String value,
    @Nullable Instant at,
    String sourceName,
    String sourceTable,
    long sourceRow,
    String concerns) {}
