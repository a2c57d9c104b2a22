package dev.cordon.linkage.model;

import dev.cordon.linkage.model.Parameters.Estimate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a model as its YAML file; reading it back gives an equal model. */
public final class ModelWriter {

  private final StringBuilder out = new StringBuilder();

  private ModelWriter() {}

  /** The file's text. */
  public static String write(LinkageModel model) {
    ModelWriter writer = new ModelWriter();
    writer.head(model);
    writer.comparisons(model.comparisons());
    writer.rules(model);
    writer.limits(model.grouping(), model.limits());
    model.parameters().ifPresent(parameters -> writer.parameters(model, parameters));
    return writer.out.toString();
  }

  private void head(LinkageModel model) {
    line("model: %s", model.name());
    line("version: %d", model.version());
    line("about: %s", quoted(model.about()));
    line("seed: %d", model.seed());
    line("fields:");
    for (Field field : model.fields()) {
      String columns = field.columns().isEmpty() ? "" : ", columns: " + list(field.columns());
      String joined = field.joined().isEmpty() ? "" : ", join: " + list(field.joined());
      line(
          "  - {name: %s%s%s, clean: %s}",
          field.name(), columns, joined, ModelReader.word(field.cleaning()));
    }
  }

  private void comparisons(List<Comparison> comparisons) {
    line("comparisons:");
    for (Comparison comparison : comparisons) {
      line("  - name: %s", comparison.name());
      line("    of: %s", list(comparison.present()));
      line("    levels:");
      for (Level level : comparison.levels()) {
        String frequency = level.frequency() == null ? "" : ", frequency: " + level.frequency();
        line(
            "      - {label: %s, when: %s%s}",
            quoted(level.label()), quoted(level.when().toString()), frequency);
      }
    }
  }

  private void rules(LinkageModel model) {
    line("blocking:");
    model.blocking().forEach(rule -> line("  - %s", keys(rule)));
    if (!model.sessions().isEmpty()) {
      line("training:");
    }
    for (Session session : model.sessions()) {
      String skip = session.skip().isEmpty() ? "" : ", skip: " + list(session.skip());
      line("  - {block: %s%s}", keys(session.block()), skip);
    }
    if (!model.learning().isEmpty()) {
      line("variants:");
    }
    for (Learning each : model.learning()) {
      line(
          "  - {of: %s, block: %s, support: %d}", each.field(), keys(each.block()), each.support());
    }
  }

  private void limits(Grouping grouping, Limits limits) {
    line("clusters:");
    line("  threshold: %s", number(grouping.threshold()));
    line("  inner_agreement: %s", number(grouping.innerAgreement()));
    line("  unseen: %s", number(grouping.unseen()));
    line("  largest: %d", grouping.largest());
    line("  one_per_source: %s", grouping.onePerSource());
    line("limits:");
    line("  largest_block: %d", limits.largestBlock());
    line("  pairs: %d", limits.pairs());
    line("  random_pairs: %d", limits.randomPairs());
    line("  session_pairs: %d", limits.sessionPairs());
  }

  private void parameters(LinkageModel model, Parameters parameters) {
    line("parameters:");
    line("  matches: %s", number(parameters.matches()));
    line("  records: %d", parameters.records());
    line("  comparisons:");
    for (int index = 0; index < parameters.comparisons().size(); index++) {
      Estimate estimate = parameters.comparisons().get(index);
      Comparison comparison = model.comparisons().get(index);
      line("    - name: %s", estimate.comparison());
      line("      levels:");
      for (int level = 1; level < comparison.size(); level++) {
        line(
            "        - {level: %s, m: %s, u: %s, weight: %s}",
            quoted(comparison.label(level)),
            number(estimate.m().get(level)),
            number(estimate.u().get(level)),
            String.format(Locale.ROOT, "%.4f", estimate.weight(level)));
      }
    }
    if (!parameters.dependences().isEmpty()) {
      line("  dependences:");
    }
    for (Parameters.Dependence each : parameters.dependences()) {
      line("    - {of: [%s, %s], bits: %s}", each.first(), each.second(), number(each.bits()));
    }
    if (!parameters.variants().isEmpty()) {
      line("  variants:");
    }
    for (Parameters.Variants variants : parameters.variants()) {
      line("    - of: %s", variants.field());
      line("      pairs:%s", variants.pairs().isEmpty() ? " []" : "");
      variants
          .pairs()
          .forEach(pair -> line("        - [%s, %s]", quoted(pair.first()), quoted(pair.second())));
    }
  }

  private static String keys(BlockingRule rule) {
    return rule.keys().stream()
        .map(key -> quoted(key.toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String list(List<String> texts) {
    return texts.stream().map(ModelWriter::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String number(double value) {
    return Double.toString(value);
  }

  // Double-quoted YAML with JSON's escapes.
  private static String quoted(String text) {
    StringBuilder result = new StringBuilder("\"");
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      switch (character) {
        case '"' -> result.append("\\\"");
        case '\\' -> result.append("\\\\");
        default -> {
          boolean plain = character >= ' ' && character < 127;
          result.append(
              plain ? String.valueOf(character) : String.format("\\u%04x", (int) character));
        }
      }
    }
    return result.append('"').toString();
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
