package dev.cordon.linkage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A list of named steps, run in order: a value, the same for every engine. */
public record Plan(List<Step> steps) {

  /** Refuses two steps with the same output. */
  public Plan {
    steps = List.copyOf(steps);
    Set<String> seen = new HashSet<>();
    for (Step step : steps) {
      if (!seen.add(step.output())) {
        throw new LinkageException("two steps of the plan make the table " + step.output());
      }
    }
  }

  /** A plan of these steps. */
  public static Plan of(Step... steps) {
    return new Plan(List.of(steps));
  }

  /** This plan, then the other one. */
  public Plan then(Plan next) {
    List<Step> all = new ArrayList<>(steps);
    all.addAll(next.steps);
    return new Plan(all);
  }
}
