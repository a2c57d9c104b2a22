package dev.cordon.attribution;

import dev.cordon.attribution.internal.Changes;
import dev.cordon.attribution.internal.CountryDecision;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the present rules say of evidence that was kept: the same as then, or what differs. */
final class Recomputation {

  private static final AttributionRules RULES = AttributionRules.standard();
  private static final CountryDecision DECISION = new CountryDecision(RULES);
  private static final Changes CHANGES = new Changes(RULES);

  private Recomputation() {}

  static List<String> changes(List<Attribution.Evidence> kept) {
    return CHANGES.of(evidence(kept));
  }

  static String says(List<Attribution.Evidence> kept, @Nullable String country, String strength) {
    CountryDecision.Answer answer = DECISION.decide(evidence(kept));
    if (Objects.equals(answer.country(), country) && answer.strength().name().equals(strength)) {
      return "Computed again just now from the evidence below by rules "
          + RULES.version()
          + ": the same.";
    }
    String stated = answer.country();
    return "Computed again just now by rules "
        + RULES.version()
        + ", the evidence below says "
        + (stated == null ? "no country" : stated)
        + " ("
        + answer.strength().name().toLowerCase(Locale.ROOT)
        + "), not what was proposed: the rules changed since, or a part of the evidence is hidden.";
  }

  private static List<CountryDecision.Evidence> evidence(List<Attribution.Evidence> kept) {
    return kept.stream()
        .map(item ->
            new CountryDecision.Evidence(
                item.kind(),
                item.country(),
                item.items(),
                item.days(),
                item.firstAt(),
                item.lastAt()))
        .toList();
  }
}
