package dev.cordon.attribution.internal;

import dev.cordon.attribution.AttributionRules;
import dev.cordon.attribution.AttributionRules.Rule;
import dev.cordon.attribution.EvidenceGroup;
import dev.cordon.attribution.EvidenceStrength;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Applies the rules to the evidence of one cluster. Written rules in order, no score. */
public final class CountryDecision {

  /** So many items, on so many days, of one kind of evidence for one country. */
  public record Evidence(
      String kind,
      String country,
      int items,
      int days,
      @Nullable Instant firstAt,
      @Nullable Instant lastAt) {

    /** A use without a time counts as one day. */
    int daysAtLeast() {
      return Math.max(1, days);
    }
  }

  /**
   * The answer.
   *
   * @param country the country, or null
   * @param rule the rule that decided, or why none did
   * @param candidates all countries that what counts points to, most checked kinds first
   * @param why the evidence in sentences
   */
  public record Answer(
      @Nullable String country,
      EvidenceStrength strength,
      String rule,
      List<String> candidates,
      List<String> why) {

    /** Copies the lists. */
    public Answer {
      candidates = List.copyOf(candidates);
      why = List.copyOf(why);
    }

    boolean statesLike(Answer other) {
      return strength == other.strength && java.util.Objects.equals(country, other.country);
    }
  }

  private record Candidate(String country, Set<String> checked, Set<String> declared) {}

  private final AttributionRules rules;
  private final Lines lines;
  private final Reasons reasons;

  /** Decides by these rules. */
  public CountryDecision(AttributionRules rules) {
    this.rules = rules;
    this.lines = new Lines(rules);
    this.reasons = new Reasons(rules);
  }

  /** Decides on the evidence of one cluster. */
  public Answer decide(List<Evidence> evidence) {
    List<Lines.SetAside> aside = lines.setAside(evidence);
    List<Evidence> counted = new ArrayList<>(evidence);
    aside.forEach(item -> counted.remove(item.evidence()));
    List<Candidate> candidates = candidates(counted);
    List<String> why = reasons.sentences(evidence, aside);
    List<String> countries = candidates.stream().map(Candidate::country).toList();
    if (candidates.isEmpty()) {
      String rule = evidence.isEmpty() ? "no record points anywhere" : "nothing counts";
      return new Answer(null, EvidenceStrength.NONE, rule, countries, why);
    }
    for (Rule rule : rules.rules()) {
      if (fits(rule, candidates, counted)) {
        return new Answer(
            candidates.getFirst().country(), rule.strength(), rule.name(), countries, why);
      }
    }
    return undecided(candidates, countries, why);
  }

  private static Answer undecided(
      List<Candidate> candidates, List<String> countries, List<String> why) {
    boolean several = candidates.size() > 1;
    boolean checked = !candidates.getFirst().checked().isEmpty();
    return several && checked
        ? new Answer(
            null,
            EvidenceStrength.CONFLICTING,
            "several countries and no rule decides",
            countries,
            why)
        : new Answer(
            null,
            EvidenceStrength.NONE,
            "only what the person declared, and too little",
            countries,
            why);
  }

  private List<Candidate> candidates(List<Evidence> counted) {
    TreeMap<String, Candidate> found = new TreeMap<>();
    for (Evidence item : counted) {
      EvidenceGroup group = rules.group(item.kind());
      if (group.isChecked() || group.isOwnWord()) {
        Candidate candidate =
            found.computeIfAbsent(
                item.country(), name -> new Candidate(name, new HashSet<>(), new HashSet<>()));
        (group.isChecked() ? candidate.checked() : candidate.declared()).add(item.kind());
      }
    }
    List<Candidate> candidates = new ArrayList<>(found.values());
    candidates.sort(
        Comparator.comparingInt((Candidate candidate) -> -candidate.checked().size())
            .thenComparingInt(candidate -> -candidate.declared().size())
            .thenComparing(Candidate::country));
    return candidates;
  }

  private boolean fits(Rule rule, List<Candidate> candidates, List<Evidence> counted) {
    Candidate best = candidates.getFirst();
    int against =
        candidates.stream().skip(1).mapToInt(other -> other.checked().size()).max().orElse(0);
    int contrary =
        candidates.stream().skip(1).mapToInt(other -> other.declared().size()).max().orElse(0);
    boolean onlyLines =
        !best.checked().isEmpty()
            && best.checked().stream().allMatch(kind -> rules.group(kind) == EvidenceGroup.LINE);
    return best.checked().size() >= rule.checked()
        && best.declared().size() >= rule.declared()
        && against <= rule.against()
        && contrary <= rule.contrary()
        && (!onlyLines || days(best.country(), counted) >= rule.days())
        && (rule.masked() || !isMasked(counted));
  }

  private boolean isMasked(List<Evidence> evidence) {
    return evidence.stream().anyMatch(item -> rules.group(item.kind()) == EvidenceGroup.MASKED);
  }

  private int days(String country, List<Evidence> evidence) {
    return evidence.stream()
        .filter(item ->
            item.country().equals(country) && rules.group(item.kind()) == EvidenceGroup.LINE)
        .mapToInt(Evidence::daysAtLeast)
        .sum();
  }
}
