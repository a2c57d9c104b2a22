package dev.cordon.linkage.model;

import dev.cordon.linkage.LinkageException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what a model names and does not have. */
final class ModelCheck {

  private ModelCheck() {}

  static void references(
      List<Field> fields,
      List<Comparison> comparisons,
      List<BlockingRule> blocking,
      List<Session> sessions,
      List<Learning> learning) {
    Set<String> known = new HashSet<>();
    for (Field field : fields) {
      require(known, "field " + field.name(), new LinkedHashSet<>(field.joined()));
      known.add(field.name());
    }
    Set<String> names = new HashSet<>();
    Set<String> learned = new HashSet<>();
    learning.forEach(each -> learned.add(each.field()));
    for (Comparison comparison : comparisons) {
      names.add(comparison.name());
      require(known, "comparison " + comparison.name(), fields(comparison));
      requireLearned(comparison, learned);
    }
    blocking.forEach(rule -> require(known, "blocking rule " + rule, fields(rule)));
    for (Session session : sessions) {
      require(known, "training session " + session.block(), fields(session.block()));
      requireComparisons(names, session);
    }
    for (Learning each : learning) {
      require(known, "variants of " + each.field(), Set.of(each.field()));
      require(known, "variants of " + each.field(), fields(each.block()));
    }
  }

  static void parameters(Parameters parameters, List<Comparison> comparisons) {
    if (parameters.comparisons().size() != comparisons.size()) {
      throw new LinkageException(
          "the parameters have "
              + parameters.comparisons().size()
              + " comparisons, the model "
              + comparisons.size());
    }
    dependences(parameters, comparisons);
    for (int index = 0; index < comparisons.size(); index++) {
      Comparison comparison = comparisons.get(index);
      Parameters.Estimate estimate = parameters.comparisons().get(index);
      if (!estimate.comparison().equals(comparison.name())
          || estimate.m().size() != comparison.size()) {
        throw new LinkageException(
            "the parameters of "
                + estimate.comparison()
                + " do not fit the levels of "
                + comparison.name());
      }
    }
  }

  private static void dependences(Parameters parameters, List<Comparison> comparisons) {
    Set<String> names = new HashSet<>();
    comparisons.forEach(comparison -> names.add(comparison.name()));
    for (Parameters.Dependence each : parameters.dependences()) {
      if (!names.contains(each.first())
          || !names.contains(each.second())
          || each.first().equals(each.second())) {
        throw new LinkageException(
            "a dependence is of two comparisons of the model, not "
                + each.first()
                + " and "
                + each.second());
      }
    }
  }

  static Set<String> fields(Comparison comparison) {
    Set<String> used = new LinkedHashSet<>(comparison.present());
    comparison.levels().forEach(level -> used.addAll(fields(level)));
    return used;
  }

  static Set<String> fields(Level level) {
    Set<String> used = new LinkedHashSet<>();
    collect(level.when(), used);
    String frequency = level.frequency();
    if (frequency != null) {
      used.add(frequency);
    }
    return used;
  }

  static Set<String> fields(BlockingRule rule) {
    Set<String> used = new LinkedHashSet<>();
    rule.keys().forEach(key -> used.add(key.field()));
    return used;
  }

  private static void collect(Agreement agreement, Set<String> used) {
    switch (agreement) {
      case Agreement.Same same -> used.add(same.key().field());
      case Agreement.Like like -> used.add(like.field());
      case Agreement.Near near -> used.add(near.field());
      case Agreement.Begins begins -> used.add(begins.field());
      case Agreement.Variant variant -> used.add(variant.field());
      case Agreement.Crossed crossed -> {
        used.add(crossed.first());
        used.add(crossed.second());
      }
      case Agreement.All all -> all.parts().forEach(part -> collect(part, used));
      case Agreement.Any any -> any.parts().forEach(part -> collect(part, used));
    }
  }

  private static void requireLearned(Comparison comparison, Set<String> learned) {
    for (Level level : comparison.levels()) {
      if (level.when() instanceof Agreement.Variant variant && !learned.contains(variant.field())) {
        throw new LinkageException(
            "comparison "
                + comparison.name()
                + " uses variants of "
                + variant.field()
                + ", which the model does not learn");
      }
    }
  }

  private static void requireComparisons(Set<String> names, Session session) {
    for (String each : session.skip()) {
      if (!names.contains(each)) {
        throw new LinkageException(
            "training session " + session.block() + " skips " + each + ", which is no comparison");
      }
    }
  }

  private static void require(Set<String> known, String what, Set<String> used) {
    for (String each : used) {
      if (!known.contains(each)) {
        throw new LinkageException(what + " uses the field " + each + ", which is not defined");
      }
    }
  }
}
