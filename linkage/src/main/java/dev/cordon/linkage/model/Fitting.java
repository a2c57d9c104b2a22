package dev.cordon.linkage.model;

import dev.cordon.linkage.LinkageException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Fits a model to the columns a table really has. What needs a missing field is left out and named;
 * a model whose parameters are frozen, or of which nothing is left, does not fit.
 */
public record Fitting(LinkageModel model, List<String> leftOut) {

  /** Copies the list. */
  public Fitting {
    leftOut = List.copyOf(leftOut);
  }

  /** The part of the model for which {@code columns} are enough and {@code usable} says yes. */
  public static Fitting of(LinkageModel model, Set<String> columns, Predicate<String> usable) {
    List<String> leftOut = new ArrayList<>();
    Set<String> known = new HashSet<>();
    List<Field> fields = new ArrayList<>();
    for (Field field : model.fields()) {
      boolean direct = field.columns().stream().anyMatch(columns::contains);
      List<String> parts = field.joined().stream().filter(known::contains).toList();
      if ((direct || !parts.isEmpty()) && usable.test(field.name())) {
        known.add(field.name());
        fields.add(new Field(field.name(), field.columns(), parts, field.cleaning()));
      } else {
        leftOut.add("field " + field.name());
      }
    }
    return new Fitting(reduced(model, fields, known, leftOut), leftOut);
  }

  private static LinkageModel reduced(
      LinkageModel model, List<Field> fields, Set<String> known, List<String> leftOut) {
    List<Learning> learning =
        keep(
            model.learning(),
            one -> known.contains(one.field()) && known.containsAll(ModelCheck.fields(one.block())),
            leftOut);
    Set<String> learned = new HashSet<>();
    learning.forEach(one -> learned.add(one.field()));
    List<Comparison> comparisons = new ArrayList<>();
    for (Comparison comparison : model.comparisons()) {
      reduced(comparison, known, learned, leftOut).ifPresent(comparisons::add);
    }
    List<BlockingRule> blocking =
        keep(model.blocking(), rule -> known.containsAll(ModelCheck.fields(rule)), leftOut);
    if (comparisons.isEmpty() || blocking.isEmpty()) {
      throw new LinkageException(
          "the model "
              + model.name()
              + " is for other columns: left out "
              + String.join(", ", leftOut)
              + ", and no "
              + (comparisons.isEmpty() ? "comparison" : "blocking rule")
              + " remains");
    }
    if (model.parameters().isPresent() && !leftOut.isEmpty()) {
      throw new LinkageException(
          "the trained model "
              + model.name()
              + " is for other columns: it needs "
              + String.join(", ", leftOut));
    }
    List<Session> sessions =
        keep(model.sessions(), one -> known.containsAll(ModelCheck.fields(one.block())), leftOut);
    return new LinkageModel(
        model.name(),
        model.version(),
        model.about(),
        model.seed(),
        fields,
        comparisons,
        blocking,
        present(sessions, comparisons),
        learning,
        model.grouping(),
        model.limits(),
        model.parameters());
  }

  private static Optional<Comparison> reduced(
      Comparison comparison, Set<String> known, Set<String> learned, List<String> leftOut) {
    List<String> present = comparison.present().stream().filter(known::contains).toList();
    List<Level> levels =
        comparison.levels().stream()
            .filter(level -> known.containsAll(ModelCheck.fields(level)))
            .filter(level ->
                !(level.when() instanceof Agreement.Variant variant)
                    || learned.contains(variant.field()))
            .toList();
    if (present.isEmpty() || levels.isEmpty()) {
      leftOut.add("comparison " + comparison.name());
      return Optional.empty();
    }
    comparison.levels().stream()
        .filter(level -> !levels.contains(level))
        .forEach(level -> leftOut.add(comparison.name() + " level '" + level.label() + "'"));
    return Optional.of(new Comparison(comparison.name(), present, levels));
  }

  private static List<Session> present(List<Session> sessions, List<Comparison> comparisons) {
    Set<String> names = new HashSet<>();
    comparisons.forEach(comparison -> names.add(comparison.name()));
    return sessions.stream()
        .map(session ->
            new Session(session.block(), session.skip().stream().filter(names::contains).toList()))
        .toList();
  }

  private static <T> List<T> keep(List<T> all, Predicate<T> test, List<String> leftOut) {
    List<T> kept = new ArrayList<>();
    for (T each : all) {
      if (test.test(each)) {
        kept.add(each);
      } else {
        leftOut.add(each.toString());
      }
    }
    return kept;
  }
}
