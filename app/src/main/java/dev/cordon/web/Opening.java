package dev.cordon.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The form behind opening something sealed.
 *
 * @param reason in the words of the person who opens
 * @param legalBasis the law or order it rests on
 * @param minutes how long it stands; 60 when nothing is said
 */
public record Opening(
    @NotBlank(message = "say why") @Size(max = 1000, message = "at most 1,000 characters")
        String reason,
    @NotBlank(message = "name the law or order")
        @Size(max = 1000, message = "at most 1,000 characters")
        String legalBasis,
    @Min(value = 1, message = "at least 1 minute") @Max(value = 480, message = "at most 8 hours")
        @Nullable Integer minutes) {

  private static final int STANDARD = 60;

  /** How long it stands. */
  public Duration stands() {
    return Duration.ofMinutes(minutes == null ? STANDARD : minutes);
  }
}
