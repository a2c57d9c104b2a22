package dev.cordon.law;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One jurisdiction's part of the catalogue: its file.
 *
 * @param jurisdiction its code, as {@link Jurisdictions} lists it
 * @param name in English, as listed
 * @param asOf the day up to which its sources were read
 * @param researched whether anyone has read its law; when not, every answer is unknown
 * @param knowsFrom the first day the file speaks of; null only when nothing was researched
 * @param note what is open; null when nothing
 * @param provisions its provisions
 */
public record JurisdictionLaw(
    @JsonProperty(required = true) String jurisdiction,
    @JsonProperty(required = true) String name,
    @JsonProperty(value = "as_of", required = true) LocalDate asOf,
    @JsonProperty(required = true) boolean researched,
    @JsonProperty("knows_from") @Nullable LocalDate knowsFrom,
    @Nullable String note,
    @JsonProperty(required = true) List<Provision> provisions) {

  /** Refuses a file that says of itself what is not so. */
  public JurisdictionLaw {
    provisions = List.copyOf(provisions);
    if (researched == provisions.isEmpty()) {
      throw new IllegalArgumentException(
          researched
              ? "researched is true, but there are no provisions"
              : "researched is false, but there are provisions");
    }
    if (researched == (knowsFrom == null)) {
      throw new IllegalArgumentException(
          researched
              ? "researched is true, but knows_from is missing"
              : "researched is false, but there is knows_from");
    }
    if (knowsFrom != null && knowsFrom.isAfter(asOf)) {
      throw new IllegalArgumentException("knows_from " + knowsFrom + " lies after as_of " + asOf);
    }
  }

  /** Whether the day lies before everything the file speaks of. */
  public boolean beginsAfter(LocalDate day) {
    return knowsFrom != null && day.isBefore(knowsFrom);
  }
}
