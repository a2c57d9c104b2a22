package dev.cordon.attribution.internal;

import dev.cordon.attribution.AttributionRules;
import dev.cordon.attribution.EvidenceGroup;
import dev.cordon.attribution.internal.CountryDecision.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which lines do not count beside others: those of a journey, and those of a former home. */
final class Lines {

  /** Evidence set aside, and why. */
  record SetAside(Evidence evidence, String why) {}

  private final AttributionRules rules;

  Lines(AttributionRules rules) {
    this.rules = rules;
  }

  List<SetAside> setAside(List<Evidence> all) {
    List<Evidence> lines =
        all.stream().filter(item -> rules.group(item.kind()) == EvidenceGroup.LINE).toList();
    List<SetAside> aside = new ArrayList<>();
    for (Evidence item : lines) {
      journey(item, lines)
          .ifPresent(home ->
              aside.add(
                  new SetAside(
                      item,
                      "These lines of "
                          + Reasons.name(item.country())
                          + " look like a journey: those of "
                          + Reasons.name(home.country())
                          + " were used on "
                          + Reasons.days(home.daysAtLeast())
                          + "; not counted.")));
    }
    List<Evidence> staying = new ArrayList<>(lines);
    aside.forEach(item -> staying.remove(item.evidence()));
    for (Evidence item : staying) {
      former(item, staying)
          .ifPresent(later ->
              aside.add(
                  new SetAside(
                      item,
                      "The lines of "
                          + Reasons.name(item.country())
                          + " ended long before those of "
                          + Reasons.name(later.country())
                          + " did: perhaps a former home; not counted.")));
    }
    return aside;
  }

  /** Lines of another country on many more days: somebody on a journey. */
  private Optional<Evidence> journey(Evidence item, List<Evidence> lines) {
    return lines.stream()
        .filter(other -> other.kind().equals(item.kind()) && !sameCountry(item, other))
        .filter(other -> other.daysAtLeast() >= rules.journey().timesDays() * item.daysAtLeast())
        .findFirst();
  }

  private Optional<Evidence> former(Evidence item, List<Evidence> lines) {
    Instant last =
        lines.stream()
            .filter(other -> sameCountry(item, other))
            .map(other -> other.lastAt() == null ? Instant.MAX : other.lastAt())
            .max(Instant::compareTo)
            .orElse(Instant.MAX);
    return lines.stream()
        .filter(other -> !sameCountry(item, other))
        .filter(other -> other.daysAtLeast() >= rules.former().settledDays())
        .filter(other -> isLater(other, last))
        .findFirst();
  }

  private boolean isLater(Evidence other, Instant last) {
    Instant from = other.firstAt();
    Instant until = other.lastAt();
    return from != null
        && until != null
        && from.isAfter(last)
        && Duration.between(last, until).toDays() >= rules.former().quietDays();
  }

  private static boolean sameCountry(Evidence one, Evidence other) {
    return one.country().equals(other.country());
  }
}
