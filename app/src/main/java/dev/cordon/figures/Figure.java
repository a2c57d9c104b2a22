package dev.cordon.figures;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A number with what it counts.
 *
 * @param name short name
 * @param value the number
 * @param unit one of what
 * @param definition one sentence in plain words
 * @param version of the definition
 * @param title what a reader sees
 */
public record Figure(
    String name,
    long value,
    String unit,
    String definition,
    int version,
    @JsonIgnore String title) {}
