package dev.cordon.figures.web;

import dev.cordon.RefusedException;
import dev.cordon.figures.PressOrder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form behind a press table.
 *
 * @param embargo until when, in UTC
 */
record PressForm(
    @NotBlank(message = "give it a title") @Size(max = 200, message = "at most 200 characters")
        @Nullable String title,
    @Nullable List<String> figures,
    @NotNull(message = "say from which number on")
        @Min(value = 1, message = "at least 1")
        @Max(value = 100, message = "at most 100")
        @Nullable Integer least,
    @Nullable String embargo,
    @Nullable UUID corrects,
    @NotBlank(message = "say why") @Size(max = 2000, message = "at most 2,000 characters")
        @Nullable String reason) {

  /** What it orders. */
  PressOrder order() {
    Instant until = Asked.moment(embargo);
    if (embargo != null && !embargo.isBlank() && until == null) {
      throw new RefusedException("The embargo's end is no time; write it like 2025-02-28T10:00.");
    }
    return new PressOrder(
        title == null ? "" : title,
        figures == null ? List.of() : figures,
        least == null ? 5 : least,
        until,
        corrects,
        reason == null ? "" : reason);
  }
}
