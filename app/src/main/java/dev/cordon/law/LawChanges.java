package dev.cordon.law;

import dev.cordon.law.Coverage.Considered;
import dev.cordon.law.Provision.Force;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Compares what the catalogue says on two days. */
final class LawChanges {

  private LawChanges() {}

  static List<LawChange> between(
      LawCatalogue catalogue, String code, Material material, LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "the later day " + to + " lies before the earlier day " + from);
    }
    List<LawChange> changes = new ArrayList<>();
    for (Conduct conduct : Conduct.values()) {
      LawQuestion question = new LawQuestion(code, conduct, material, null, from);
      Coverage before = catalogue.coverage(question);
      Coverage after = catalogue.coverage(question.at(to));
      List<Considered> then = inForce(before);
      List<Considered> now = inForce(after);
      List<String> began = only(now, then);
      List<String> ended = only(then, now);
      if (before.answer() != after.answer() || !began.isEmpty() || !ended.isEmpty()) {
        changes.add(new LawChange(code, conduct, before, after, began, ended));
      }
    }
    return changes;
  }

  private static List<Considered> inForce(Coverage coverage) {
    return coverage.provisions().stream().filter(one -> one.force() == Force.IN_FORCE).toList();
  }

  private static List<String> only(List<Considered> these, List<Considered> notThose) {
    List<String> known = notThose.stream().map(one -> one.provision().id()).toList();
    return these.stream()
        .map(Considered::provision)
        .filter(provision -> !known.contains(provision.id()))
        .map(Provision::citation)
        .distinct()
        .toList();
  }
}
