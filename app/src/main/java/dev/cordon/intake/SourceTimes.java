package dev.cordon.intake;

import dev.cordon.intake.OperationFacts.Operation;
import dev.cordon.intake.OperationFacts.SourceFacts;
import dev.cordon.intake.selectors.DateOrder;
import dev.cordon.intake.selectors.TimeFinding;
import dev.cordon.intake.selectors.TimeFlags;
import dev.cordon.intake.selectors.TimeRules;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the facts say of a source's times, and what its times ask the investigators. */
final class SourceTimes {

  private static final String UNKNOWN = "unknown";

  /** A day begins this long before it does in UTC, and ends this long after, somewhere. */
  private static final Duration EASTERNMOST = Duration.ofHours(14);

  private static final Duration WESTERNMOST = Duration.ofHours(12);

  private SourceTimes() {}

  /** Refuses zones and orders that are none, by name. */
  static void check(String source, @Nullable SourceFacts facts) {
    if (facts == null) {
      return;
    }
    checkZone(source, facts.zone());
    if (facts.zones() != null) {
      facts.zones().forEach((place, zone) -> checkZone(source + ", " + place, zone));
    }
    if (facts.dateOrders() != null) {
      facts.dateOrders().forEach((place, order) -> order(source + ", " + place, order));
    }
  }

  static Optional<ZoneId> zone(@Nullable String zone) {
    return zone == null || zone.equals(UNKNOWN) ? Optional.empty() : Optional.of(ZoneId.of(zone));
  }

  static TimeRules rules(
      @Nullable SourceFacts facts, @Nullable Operation operation, boolean ofPlatform) {
    Map<String, Optional<ZoneId>> zones = new TreeMap<>();
    Map<String, DateOrder> orders = new TreeMap<>();
    if (facts != null && facts.zones() != null) {
      facts.zones().forEach((place, zone) -> zones.put(place, zone(zone)));
    }
    if (facts != null && facts.dateOrders() != null) {
      facts.dateOrders().forEach((place, order) -> orders.put(place, order(place, order)));
    }
    LocalDate own = facts == null ? null : facts.seizedAt();
    LocalDate seized = own == null && ofPlatform && operation != null ? operation.seizedAt() : own;
    LocalDate since = ofPlatform && operation != null ? operation.platformSince() : null;
    return new TimeRules(
        facts == null ? null : zone(facts.zone()).orElse(null),
        zones,
        orders,
        since == null ? null : since.atStartOfDay().toInstant(ZoneOffset.UTC).minus(EASTERNMOST),
        seized == null ? null : endOf(seized));
  }

  /** What a member must know or decide about the times of a source, one line a column. */
  static List<String> notes(String source, List<TimeFinding> findings) {
    List<String> notes = new ArrayList<>();
    for (TimeFinding finding : findings) {
      String place = finding.table() + "." + finding.column();
      if (finding.flag().equals(TimeFlags.UNKNOWN_ZONE)) {
        notes.add(
            "%s: %,d times of %s are local times of an unknown zone and stay without UTC; name the zone in the facts (sources, zone)"
                .formatted(source, finding.count(), place));
      }
      if (finding.flag().equals(TimeFlags.DAY_MONTH)) {
        notes.add(
            "%s: %,d dates of %s have the day or the month first, nothing in them says which (%,d others show the day first, %,d the month); name it in the facts (sources, date_orders: dmy or mdy)"
                .formatted(
                    source,
                    finding.count(),
                    place,
                    count(findings, finding, "shows-day-first"),
                    count(findings, finding, "shows-month-first")));
      }
    }
    return notes;
  }

  private static long count(List<TimeFinding> findings, TimeFinding of, String flag) {
    return findings.stream()
        .filter(one -> one.table().equals(of.table()) && one.column().equals(of.column()))
        .filter(one -> one.flag().equals(flag))
        .mapToLong(TimeFinding::count)
        .sum();
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).plus(WESTERNMOST);
  }

  private static DateOrder order(String place, @Nullable String word) {
    if (word == null || word.equals(UNKNOWN)) {
      return DateOrder.UNKNOWN;
    }
    return switch (word) {
      case "dmy" -> DateOrder.DAY_FIRST;
      case "mdy" -> DateOrder.MONTH_FIRST;
      default ->
          throw new IntakeException(
              "the order of dates '" + word + "' of " + place + " is neither dmy nor mdy");
    };
  }

  private static void checkZone(String source, @Nullable String zone) {
    try {
      zone(zone);
    } catch (DateTimeException unknown) {
      throw new IntakeException(
          "the zone '" + zone + "' of source " + source + " is not known", unknown);
    }
  }
}
