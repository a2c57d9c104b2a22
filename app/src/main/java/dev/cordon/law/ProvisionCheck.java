package dev.cordon.law;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a provision must not contradict; each refusal names the provision. */
final class ProvisionCheck {

  private ProvisionCheck() {}

  static void check(
      String id,
      @Nullable List<String> appliesIn,
      Status status,
      @Nullable Boundary proposed,
      Boundary begins,
      @Nullable Boundary ends,
      List<Rule> says,
      List<String> sources) {
    require(id.matches("[a-z0-9]+(-[a-z0-9]+)*"), id, "has an id of other signs than a-z, 0-9, -");
    require(!says.isEmpty(), id, "says nothing of any conduct");
    require(!sources.isEmpty(), id, "names no source");
    require(sources.stream().noneMatch(String::isBlank), id, "names an empty source");
    require(
        appliesIn == null || !appliesIn.isEmpty(), id, "applies in no part: leave applies_in out");
    requireOneRuleEach(id, says);
    requireDates(id, begins, ends);
    requireStatus(id, status, proposed, begins);
  }

  private static void requireOneRuleEach(String id, List<Rule> says) {
    Set<String> seen = new HashSet<>();
    for (Rule rule : says) {
      for (Conduct conduct : rule.conducts()) {
        for (Material material : Material.values()) {
          boolean speaks = rule.scopeOf(conduct, material).isPresent();
          require(
              !speaks || seen.add(conduct + "/" + material),
              id,
              "has two rules for " + conduct.words() + " with " + material.words());
        }
      }
    }
  }

  private static void requireDates(String id, Boundary begins, @Nullable Boundary ends) {
    if (ends == null) {
      return;
    }
    LocalDate from = begins.notBefore() == null ? begins.notAfter() : begins.notBefore();
    LocalDate until = ends.notAfter() == null ? ends.notBefore() : ends.notAfter();
    require(
        from == null || until == null || until.isAfter(from),
        id,
        "ends on " + until + ", not after it begins on " + from);
  }

  private static void requireStatus(
      String id, Status status, @Nullable Boundary proposed, Boundary begins) {
    require(
        status != Status.IN_FORCE || begins.notAfter() != null,
        id,
        "is in force, but no day is named by which it had begun");
    require(
        status == Status.IN_FORCE || status == Status.PASSED || begins.notAfter() == null,
        id,
        "is " + status.words() + " and can not have a day by which it had begun");
    LocalDate known = proposed == null ? null : proposed.notBefore();
    LocalDate latest = begins.notAfter();
    require(
        known == null || latest == null || known.isBefore(latest),
        id,
        "was proposed on " + known + ", not before it began on " + latest);
  }

  private static void require(boolean holds, String id, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("provision " + id + " " + otherwise);
    }
  }
}
