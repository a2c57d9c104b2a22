package dev.cordon.web;

import dev.cordon.access.Area;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How values are written on pages: the same everywhere, in plain words. */
@Component("display")
public class Display {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.UK);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private static final List<String> COUNTRIES =
      Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of("XK"))
          .sorted(Comparator.comparing(Display::nameOf))
          .toList();

  /** A moment in UTC, to the minute, marked as such. */
  public String utc(Instant at) {
    return MINUTE.format(at.atOffset(ZoneOffset.UTC)) + " UTC";
  }

  /** A moment for machines, to the second. */
  public String machine(Instant at) {
    return Instant.ofEpochSecond(at.getEpochSecond()).toString();
  }

  public String day(LocalDate day) {
    return DAY.format(day);
  }

  /** A time zone by its name. */
  public ZoneId zone(String name) {
    return ZoneId.of(name);
  }

  /** Hour and minute at a place. */
  public String clock(Instant at, ZoneId zone) {
    return CLOCK.format(at.atZone(zone));
  }

  /** A count with its thousands apart, so that six digits can be read. */
  public String count(long value) {
    return String.format(Locale.UK, "%,d", value).replace(',', '\u202f');
  }

  /** A part of a whole in per cent, whole numbers, "under 1 %" instead of a false zero. */
  public String share(long part, long whole) {
    if (whole == 0) {
      return "none";
    }
    if (part > 0 && part * 100 < whole) {
      return "under 1\u00a0%";
    }
    if (part < whole && part * 1000 >= whole * 995) {
      return "over 99\u00a0%";
    }
    return Math.round(part * 100.0 / whole) + "\u00a0%";
  }

  /** A part of a whole as a width for a bar. */
  public String width(long part, long whole) {
    return whole == 0
        ? "0"
        : String.format(Locale.ROOT, "%.1f%%", Math.min(100, part * 100.0 / whole));
  }

  /** The English name of a country, or the code itself. */
  public String country(@Nullable String code) {
    if (code == null || code.isBlank()) {
      return "country not known";
    }
    return nameOf(code);
  }

  private static String nameOf(String code) {
    return code.equals("XK") ? "Kosovo" : Locale.of("", code).getDisplayCountry(Locale.UK);
  }

  /** Codes of all countries, by their English names; for choosing one. */
  public List<String> countries() {
    return COUNTRIES;
  }

  /** What a handling code asks of the reader. */
  public String handling(@Nullable String code) {
    if (code == null) {
      return "No handling code";
    }
    return switch (code) {
      case "H0" -> "H0: only for preventing and combating crime";
      case "H1" -> "H1: not to be disclosed in judicial proceedings without the owner's permission";
      case "H2" -> "H2: not to be passed on without the owner's permission";
      case "H3" -> "H3: other restrictions, as the owner wrote them";
      default -> code + ": see the owner's conditions";
    };
  }

  /** Where a reader without figures begins: at what the reader watches over, or the first stage. */
  public String first(Set<Area> areas) {
    if (areas.contains(Area.OVERSIGHT)) {
      return "/oversight";
    }
    return stages(areas).stream()
        .flatMap(group -> group.stages().stream())
        .map(Stage::path)
        .findFirst()
        .orElse("/ledger");
  }

  /** The navigation, without what the reader may not open. */
  public List<Stage.Group> stages(Set<Area> areas) {
    return Stage.ALL.stream()
        .map(group ->
            new Stage.Group(
                group.title(),
                group.stages().stream()
                    .filter(stage -> stage.area() == null || areas.contains(stage.area()))
                    .toList()))
        .filter(group -> !group.stages().isEmpty())
        .toList();
  }
}
