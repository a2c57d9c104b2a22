package dev.cordon.law;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/**
 * That a lawyer has read a provision's row and stands for it.
 *
 * @param by name and office
 * @param on the day
 */
public record Review(
    @JsonProperty(required = true) String by, @JsonProperty(required = true) LocalDate on) {

  /** Refuses a review by nobody. */
  public Review {
    if (by.isBlank()) {
      throw new IllegalArgumentException("a review names nobody in 'by'");
    }
  }
}
