package dev.cordon.action;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing seized in a measure.
 *
 * @param number its number in the report
 * @param kind phone, laptop, storage, paper…
 * @param seal the seal put on it; null when the report names none
 */
public record SeizedItem(
    UUID id, int number, String kind, String description, @Nullable String seal) {}
