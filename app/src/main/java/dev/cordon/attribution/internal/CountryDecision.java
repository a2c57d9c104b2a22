package dev.cordon.attribution.internal;

import dev.cordon.attribution.AttributionRules;
import dev.cordon.attribution.AttributionRules.Kind;
import dev.cordon.attribution.AttributionRules.Rule;
import dev.cordon.attribution.EvidenceStrength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Applies the rules to the evidence of one cluster. Written rules in order, no score. */
final class CountryDecision {

  /** So many items, on so many days, of one kind of evidence for one country. */
  record Evidence(String kind, String country, int items, int days) {}

  /**
   * The answer.
   *
   * @param country the country, or null
   * @param rule the rule that decided, or why none did
   * @param candidates all countries that kinds which lead point to, most kinds first
   * @param why the evidence in sentences
   */
  record Answer(
      @Nullable String country,
      EvidenceStrength strength,
      String rule,
      List<String> candidates,
      String why) {}

  private record Candidate(String country, Set<String> kinds) {}

  private final AttributionRules rules;
  private final Map<String, Kind> kinds = new HashMap<>();
  private final Set<String> lineKinds;

  CountryDecision(AttributionRules rules) {
    this.rules = rules;
    rules.kinds().forEach(kind -> kinds.put(kind.kind(), kind));
    this.lineKinds = new HashSet<>(rules.connections().values());
  }

  /** Decides on the evidence of one cluster. */
  Answer decide(List<Evidence> evidence) {
    Map<String, Set<String>> speaking = new TreeMap<>();
    for (Evidence item : evidence) {
      if (leads(item) && !outweighed(item, evidence)) {
        speaking.computeIfAbsent(item.country(), unused -> new HashSet<>()).add(item.kind());
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    speaking.forEach((country, kinds) -> candidates.add(new Candidate(country, kinds)));
    candidates.sort(
        Comparator.comparingInt((Candidate candidate) -> -candidate.kinds().size())
            .thenComparing(Candidate::country));
    return decide(candidates, evidence);
  }

  private Answer decide(List<Candidate> candidates, List<Evidence> evidence) {
    String why = sentences(evidence);
    List<String> countries = candidates.stream().map(Candidate::country).toList();
    if (candidates.isEmpty()) {
      return new Answer(null, EvidenceStrength.NONE, "nothing points to a country", countries, why);
    }
    Candidate best = candidates.getFirst();
    int against = candidates.size() == 1 ? 0 : candidates.get(1).kinds().size();
    for (Rule rule : rules.rules()) {
      if (fits(rule, best.kinds(), against, days(best.country(), evidence))) {
        return new Answer(best.country(), rule.strength(), rule.name(), countries, why);
      }
    }
    return new Answer(
        null,
        EvidenceStrength.CONFLICTING,
        "several countries and no rule decides",
        countries,
        why);
  }

  private boolean leads(Evidence item) {
    Kind kind = kinds.get(item.kind());
    return kind != null && kind.leads();
  }

  /** Lines of another country on many more days: somebody on a journey. */
  private boolean outweighed(Evidence item, List<Evidence> all) {
    return lineKinds.contains(item.kind())
        && all.stream()
            .anyMatch(other ->
                other.kind().equals(item.kind())
                    && !other.country().equals(item.country())
                    && other.days() >= rules.dominantDays() * Math.max(1, item.days()));
  }

  private boolean fits(Rule rule, Set<String> speaking, int against, int days) {
    boolean onlyLines = lineKinds.containsAll(speaking);
    return speaking.size() >= rule.kinds()
        && against <= rule.against()
        && (!onlyLines || days >= rule.days());
  }

  /** Days of line use; a use without a time counts as one day. */
  private int days(String country, List<Evidence> evidence) {
    return evidence.stream()
        .filter(item -> item.country().equals(country) && lineKinds.contains(item.kind()))
        .mapToInt(item -> Math.max(1, item.days()))
        .sum();
  }

  private String sentences(List<Evidence> evidence) {
    List<String> sentences = new ArrayList<>();
    for (Kind kind : rules.kinds()) {
      List<String> parts = new ArrayList<>();
      for (Evidence item : evidence) {
        if (item.kind().equals(kind.kind())) {
          parts.add(item.country() + " (" + item.items() + ")");
        }
      }
      if (!parts.isEmpty()) {
        sentences.add(kind.says() + " " + String.join(", ", parts));
      }
    }
    return String.join("; ", sentences);
  }
}
