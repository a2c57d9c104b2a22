package dev.cordon.dispatch.content;

import dev.cordon.dispatch.content.PackageContent.Change;
import dev.cordon.dispatch.content.PackageContent.Fact;
import dev.cordon.dispatch.content.PackageContent.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What changed from one version to the next: subjects and records added, removed, changed. */
public final class Comparison {

  private Comparison() {}

  /** The differences, by subject. */
  public static List<Change> of(List<Subject> before, List<Subject> now) {
    Map<String, Subject> earlier = byNumber(before);
    Map<String, Subject> later = byNumber(now);
    List<Change> changes = new ArrayList<>();
    for (Subject subject : earlier.values()) {
      if (!later.containsKey(subject.number())) {
        changes.add(
            new Change(
                "removed",
                subject.number(),
                "the subject is no longer in the package, with "
                    + subject.facts().size()
                    + " records"));
      }
    }
    for (Subject subject : later.values()) {
      Subject known = earlier.get(subject.number());
      if (known == null) {
        changes.add(
            new Change(
                "added",
                subject.number(),
                "the subject, with " + subject.facts().size() + " records"));
        continue;
      }
      compare(known, subject, changes);
    }
    return changes;
  }

  private static void compare(Subject before, Subject now, List<Change> changes) {
    String number = now.number();
    if (!before.category().equals(now.category())) {
      changes.add(
          new Change(
              "changed", number, "category: " + before.category() + " to " + now.category()));
    }
    if (!before.attributionReason().equals(now.attributionReason())) {
      changes.add(new Change("changed", number, "why this country: " + now.attributionReason()));
    }
    Map<Fact, Fact> removed = byWhatTheySay(before.facts());
    Map<Fact, Fact> added = byWhatTheySay(now.facts());
    Set<Fact> both = new HashSet<>(removed.keySet());
    both.retainAll(added.keySet());
    removed.keySet().removeAll(both);
    added.keySet().removeAll(both);
    removed.values().forEach(fact -> changes.add(new Change("removed", number, words(fact))));
    added.values().forEach(fact -> changes.add(new Change("added", number, words(fact))));
    Set<PackageContent.Assessment> assessed = new LinkedHashSet<>(now.assessments());
    before.assessments().forEach(assessed::remove);
    assessed.forEach(one ->
        changes.add(
            new Change("changed", number, "assessment, " + one.label() + ": " + one.words())));
  }

  /** Drafts of earlier versions of Cordon do not know their source's digest. */
  private static Map<Fact, Fact> byWhatTheySay(List<Fact> facts) {
    Map<Fact, Fact> said = new LinkedHashMap<>();
    facts.forEach(fact -> said.put(fact.withoutDigest(), fact));
    return said;
  }

  private static String words(Fact fact) {
    return fact.kind()
        + " "
        + fact.value()
        + " ("
        + fact.sourceName()
        + ", "
        + fact.sourceTable()
        + " "
        + fact.sourceRow()
        + ")";
  }

  private static Map<String, Subject> byNumber(List<Subject> subjects) {
    Map<String, Subject> by = new TreeMap<>();
    subjects.forEach(subject -> by.put(subject.number(), subject));
    return by;
  }
}
