package dev.cordon.figures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A number with what it counts.
 *
 * @param name short name
 * @param value the number; 0 where it is not {@link #defined}
 * @param unit one of what
 * @param definition one sentence in plain words
 * @param version of the definition
 * @param title what a reader sees
 * @param exclusions what it leaves out
 * @param handlingCode what it may be used for at least
 * @param records how many records it counts
 * @param defined whether there is a value: an average over nothing has none
 */
public record Figure(
    String name,
    long value,
    String unit,
    String definition,
    int version,
    @JsonIgnore String title,
    String exclusions,
    @JsonProperty("handling_code") String handlingCode,
    long records,
    boolean defined) {

  /** The figure of a definition, from what its records come to. */
  static Figure of(Definition definition, Sum sum) {
    return new Figure(
        definition.name(),
        sum.value(definition.working()),
        definition.unit(),
        definition.sentence(),
        definition.version(),
        definition.title(),
        definition.exclusions(),
        definition.handlingCode(),
        sum.records(),
        sum.isDefined(definition.working()));
  }
}
