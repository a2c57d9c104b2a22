package dev.cordon.attribution.internal;

import dev.cordon.attribution.AttributionRules;
import dev.cordon.attribution.AttributionRules.Kind;
import dev.cordon.attribution.EvidenceGroup;
import dev.cordon.attribution.internal.CountryDecision.Answer;
import dev.cordon.attribution.internal.CountryDecision.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which single piece of evidence would change the answer, if it fell or if it came. */
public final class Changes {

  private final AttributionRules rules;
  private final CountryDecision decision;

  /** By these rules. */
  public Changes(AttributionRules rules) {
    this.rules = rules;
    this.decision = new CountryDecision(rules);
  }

  /** One sentence for each piece that would change it; none where no single piece would. */
  public List<String> of(List<Evidence> evidence) {
    Answer now = decision.decide(evidence);
    List<String> changes = new ArrayList<>();
    for (Evidence item : evidence) {
      List<Evidence> without = new ArrayList<>(evidence);
      without.remove(item);
      Answer then = decision.decide(without);
      if (!then.statesLike(now)) {
        changes.add("Without " + words(item) + ": " + says(then) + ".");
      }
    }
    coming(evidence, now).ifPresent(changes::add);
    return changes;
  }

  /** The first kind of evidence that, once, would give an answer or make it stronger. */
  private Optional<String> coming(List<Evidence> evidence, Answer now) {
    if (now.candidates().isEmpty() || now.strength().ordinal() == 0) {
      return Optional.empty();
    }
    String country = now.candidates().getFirst();
    for (Kind kind : rules.kinds()) {
      EvidenceGroup group = kind.group();
      boolean isNew =
          evidence.stream()
              .noneMatch(item -> item.kind().equals(kind.kind()) && item.country().equals(country));
      if (isNew && (group.isChecked() || group.isOwnWord())) {
        List<Evidence> with = new ArrayList<>(evidence);
        Evidence added = new Evidence(kind.kind(), country, 1, 1, null, null);
        with.add(added);
        Answer then = decision.decide(with);
        if (country.equals(then.country()) && !then.statesLike(now)) {
          return Optional.of("With " + words(added) + " beside it: " + says(then) + ".");
        }
      }
    }
    return Optional.empty();
  }

  private static String words(Evidence item) {
    return item.kind().toLowerCase(Locale.ROOT).replace('_', ' ')
        + " of "
        + Reasons.name(item.country());
  }

  private static String says(Answer answer) {
    String country = answer.country();
    return country == null
        ? answer.candidates().size() > 1 ? "several countries, none stated" : "undetermined"
        : Reasons.name(country) + ", " + answer.strength().name().toLowerCase(Locale.ROOT);
  }
}
