package dev.cordon.attribution.internal;

import dev.cordon.attribution.AttributionRules;
import dev.cordon.attribution.AttributionRules.Kind;
import dev.cordon.attribution.internal.CountryDecision.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The evidence in sentences, in the order of the rules' kinds. Days are those of UTC. */
final class Reasons {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final AttributionRules rules;

  Reasons(AttributionRules rules) {
    this.rules = rules;
  }

  List<String> sentences(List<Evidence> evidence, List<Lines.SetAside> aside) {
    List<String> sentences = new ArrayList<>();
    for (Kind kind : rules.kinds()) {
      evidence.stream()
          .filter(item -> item.kind().equals(kind.kind()))
          .sorted(
              Comparator.comparingInt((Evidence item) -> -item.items())
                  .thenComparing(Evidence::country))
          .map(item -> sentence(kind, item))
          .forEach(sentences::add);
    }
    aside.forEach(item -> sentences.add(item.why()));
    return sentences;
  }

  private static String sentence(Kind kind, Evidence item) {
    return kind.says()
        .replace("COUNTRY", name(item.country()))
        .replace("TIMES", item.items() == 1 ? "once" : item.items() + " times")
        .replace("DAYS", days(item.daysAtLeast()) + span(item));
  }

  private static String span(Evidence item) {
    if (item.firstAt() == null || item.lastAt() == null) {
      return "";
    }
    LocalDate first = day(item.firstAt());
    LocalDate last = day(item.lastAt());
    return first.equals(last)
        ? " (" + DAY.format(first) + ")"
        : " between " + DAY.format(first) + " and " + DAY.format(last);
  }

  private static LocalDate day(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  static String days(int days) {
    return days == 1 ? "one day" : days + " days";
  }

  /** The country's name in English. */
  static String name(String country) {
    return switch (country) {
      case "ZZ" -> "no known country";
      case "GB" -> "the United Kingdom";
      case "NL" -> "the Netherlands";
      case "US" -> "the United States";
      default -> Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
    };
  }
}
