package dev.cordon.law;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One jurisdiction's part of the catalogue: its file.
 *
 * @param country two letters, ISO 3166-1
 * @param name in English
 * @param researched whether anyone has read its law; when not, every answer is unknown
 * @param note what is open; null when nothing
 * @param provisions its provisions
 */
public record JurisdictionLaw(
    @JsonProperty(required = true) String country,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) boolean researched,
    @Nullable String note,
    @JsonProperty(required = true) List<Provision> provisions) {

  /** Refuses a country code that is none, and provisions of a country nobody has read. */
  public JurisdictionLaw {
    provisions = List.copyOf(provisions);
    if (!country.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("country '" + country + "' is not two capital letters");
    }
    if (researched == provisions.isEmpty()) {
      throw new IllegalArgumentException(
          researched
              ? "researched is true, but there are no provisions"
              : "researched is false, but there are provisions");
    }
  }
}
