package dev.cordon.intake.web;

import dev.cordon.intake.HandedOver;
import dev.cordon.intake.IntakeException;
import dev.cordon.intake.TakingRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form behind taking files in, and behind saying who handed a source over.
 *
 * @param file names below the import folder
 * @param all whether every file of the folder is meant
 * @param at when it was handed over, a date and a time of UTC
 */
record TakingForm(
    @Nullable List<String> file,
    @Nullable Boolean all,
    @Nullable String zone,
    @Nullable String system,
    @Nullable String by,
    @Nullable String at,
    @Nullable String place,
    @Nullable String means,
    @Nullable String description) {

  boolean isForAll() {
    return Boolean.TRUE.equals(all);
  }

  List<String> names() {
    return file == null ? List.of() : List.copyOf(file);
  }

  TakingRequest request() {
    return new TakingRequest(zone, system, handedOver());
  }

  HandedOver handedOver() {
    return new HandedOver(by, instant(), place, means, description);
  }

  private @Nullable Instant instant() {
    if (at == null || at.isBlank()) {
      return null;
    }
    try {
      return LocalDateTime.parse(at.strip()).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException none) {
      throw new IntakeException(
          "'" + at.strip() + "' is no date and time: write 2025-02-26T14:30, in UTC", none);
    }
  }
}
