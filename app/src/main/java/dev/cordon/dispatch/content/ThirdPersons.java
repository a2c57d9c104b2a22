package dev.cordon.dispatch.content;

import dev.cordon.dispatch.content.PackageContent.Concern;
import dev.cordon.dispatch.content.PackageContent.Fact;
import dev.cordon.dispatch.content.PackageContent.Omission;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Third persons in a subject's evidence, such as the mother whose name is on the bill. Their name
 * stays, marked as another's, because it is what ties the row to somebody; what the same row says
 * of that person beyond it (birth date, telephone, e-mail address the subject uses nowhere else)
 * does not leave. The address of a bill stays: it is where the subject's order went.
 *
 * <p>The rule: the subject's names are those stated with an account, or, where none is, the one
 * that stands most often. A name of other words is another person's. Stateless.
 */
public final class ThirdPersons {

  /** What is said of a field that was left out by this rule. */
  public static final String REASON = "about a third person, and not needed for the link";

  private static final Set<String> NAMES = Set.of("PERSON_NAME", "CARD_HOLDER");
  private static final Set<String> PERSONAL =
      Set.of("BIRTH_DATE", "PHONE", "EMAIL", "RECOVERY_EMAIL");

  private ThirdPersons() {}

  /** The facts that may leave, and what was left out of them. */
  public record Result(List<Fact> facts, List<Omission> omissions) {

    /** Copies the lists. */
    public Result {
      facts = List.copyOf(facts);
      omissions = List.copyOf(omissions);
    }
  }

  private record Row(String name, String table, long row) {

    static Row of(Fact fact) {
      return new Row(fact.sourceName(), fact.sourceTable(), fact.sourceRow());
    }
  }

  /** Applies the rule to one subject's facts; their order stays. */
  public static Result apply(String subject, List<Fact> facts) {
    Set<String> own = ownNames(facts);
    Set<Row> others = new HashSet<>();
    Set<Row> owned = new HashSet<>();
    for (Fact fact : facts) {
      if (NAMES.contains(fact.kind())) {
        (own.contains(folded(fact.value())) ? owned : others).add(Row.of(fact));
      }
    }
    others.removeAll(owned);
    Set<String> elsewhere =
        facts.stream()
            .filter(fact -> !others.contains(Row.of(fact)))
            .map(fact -> fact.value().strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    List<Fact> kept = new ArrayList<>();
    Map<String, Long> dropped = new TreeMap<>();
    for (Fact fact : facts) {
      boolean personal = PERSONAL.contains(fact.kind()) && others.contains(Row.of(fact));
      if (personal && !elsewhere.contains(fact.value().strip().toLowerCase(Locale.ROOT))) {
        dropped.merge(fact.kind(), 1L, Long::sum);
        continue;
      }
      boolean another = NAMES.contains(fact.kind()) && !own.contains(folded(fact.value()));
      kept.add(another ? about(fact, Concern.OTHER) : fact);
    }
    List<Omission> omissions = new ArrayList<>();
    dropped.forEach((kind, count) -> omissions.add(new Omission(subject, kind, count, REASON)));
    return new Result(kept, omissions);
  }

  private static Fact about(Fact fact, Concern concern) {
    return new Fact(
        fact.kind(),
        fact.label(),
        fact.value(),
        fact.at(),
        concern,
        fact.sourceName(),
        fact.sourceSha256(),
        fact.sourceTable(),
        fact.sourceRow());
  }

  private static Set<String> ownNames(List<Fact> facts) {
    Set<String> stated =
        facts.stream()
            .filter(fact -> fact.kind().equals("PERSON_NAME") && fact.label().equals("account"))
            .map(fact -> folded(fact.value()))
            .collect(Collectors.toSet());
    if (!stated.isEmpty()) {
      return stated;
    }
    Map<String, Long> counts = new HashMap<>();
    facts.stream()
        .filter(fact -> fact.kind().equals("PERSON_NAME"))
        .forEach(fact -> counts.merge(folded(fact.value()), 1L, Long::sum));
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() == most)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Names alike but for case, accents' composition, punctuation and the order of their words. */
  private static String folded(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
            .strip();
    return Arrays.stream(plain.split(" ")).sorted().collect(Collectors.joining(" "));
  }
}
