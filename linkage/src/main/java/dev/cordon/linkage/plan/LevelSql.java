package dev.cordon.linkage.plan;

import dev.cordon.linkage.model.Agreement;
import dev.cordon.linkage.model.Comparison;
import dev.cordon.linkage.model.Key;
import dev.cordon.linkage.model.Level;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.model.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes comparisons as expressions. Measures are over two records {@code l} and {@code r}; levels
 * are over the columns a query makes of them, {@code l_...}, {@code r_...} and the measures', so
 * that each measure is computed once.
 */
final class LevelSql {

  private final Dialect dialect;
  private final String plain;

  /**
   * {@code allPlain}: every value of every record is ASCII, so nothing has to be asked per pair.
   */
  LevelSql(Dialect dialect, boolean allPlain) {
    this.dialect = dialect;
    this.plain = allPlain ? "true" : "(l.plain AND r.plain)";
  }

  /**
   * The measures the comparisons need, each under its column's name, computed once per pair. Null
   * where a value is missing.
   */
  Map<String, String> measures(List<Comparison> comparisons) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (Comparison comparison : comparisons) {
      comparison.levels().forEach(level -> collect(level.when(), columns));
    }
    return columns;
  }

  /** The level number of a comparison. */
  String level(Comparison comparison) {
    StringBuilder sql =
        new StringBuilder("CASE WHEN ").append(missing(comparison)).append(" THEN 0");
    for (int index = 0; index < comparison.levels().size(); index++) {
      sql.append("\n    WHEN ")
          .append(condition(comparison.levels().get(index).when()))
          .append(" THEN ")
          .append(index + 1);
    }
    return sql.append(" ELSE ").append(comparison.otherwise()).append(" END").toString();
  }

  /**
   * The bits of rarity of a comparison whose level stands in {@code column}; empty if it has none.
   */
  static String rarity(Comparison comparison, String column) {
    StringBuilder sql = new StringBuilder();
    for (int index = 0; index < comparison.levels().size(); index++) {
      String field = comparison.levels().get(index).frequency();
      if (field != null) {
        sql.append(" WHEN ").append(index + 1).append(" THEN ");
        sql.append("q_").append(field);
      }
    }
    return sql.isEmpty() ? "" : "CASE " + column + sql + " ELSE 0 END";
  }

  /** A key of the record whose columns begin with {@code side}; null where it has none. */
  static String key(Key key, String side) {
    String column = side + Tables.column(key.field());
    return switch (key) {
      case Key.Whole _ -> column;
      case Key.Words _ -> column;
      case Key.Prefix prefix ->
          "CASE WHEN length("
              + column
              + ") >= "
              + prefix.length()
              + " THEN substr("
              + column
              + ", 1, "
              + prefix.length()
              + ") END";
      case Key.Without without ->
          "CASE WHEN length("
              + column
              + ") > "
              + without.last()
              + " THEN substr("
              + column
              + ", 1, length("
              + column
              + ") - "
              + without.last()
              + ") END";
    };
  }

  /** The columns levels are written over, as a select list. */
  static String sides(LinkageModel model) {
    Set<String> columns = new LinkedHashSet<>();
    for (Comparison comparison : model.comparisons()) {
      comparison.used().forEach(field -> columns.add(Tables.column(field)));
    }
    variantFields(model).forEach(field -> columns.add(Tables.variants(field)));
    return columns.stream()
        .map(column -> ",\n  l." + column + " AS l_" + column + ", r." + column + " AS r_" + column)
        .collect(Collectors.joining());
  }

  /** Fields whose frequency some level uses. */
  static Set<String> frequencyFields(LinkageModel model) {
    Set<String> fields = new LinkedHashSet<>();
    for (Comparison comparison : model.comparisons()) {
      for (Level level : comparison.levels()) {
        String field = level.frequency();
        if (field != null) {
          fields.add(field);
        }
      }
    }
    return fields;
  }

  /** Fields whose variants some level uses. */
  static Set<String> variantFields(LinkageModel model) {
    Set<String> fields = new LinkedHashSet<>();
    for (Comparison comparison : model.comparisons()) {
      for (Level level : comparison.levels()) {
        if (level.when() instanceof Agreement.Variant variant) {
          fields.add(variant.field());
        }
      }
    }
    return fields;
  }

  private void collect(Agreement agreement, Map<String, String> columns) {
    switch (agreement) {
      case Agreement.Like like ->
          columns.put(
              measured(like.measure(), like.field()), measure(like.measure(), like.field()));
      case Agreement.Near near ->
          columns.put(
              measured(near.measure(), near.field()), measure(near.measure(), near.field()));
      case Agreement.All all -> all.parts().forEach(part -> collect(part, columns));
      case Agreement.Any any -> any.parts().forEach(part -> collect(part, columns));
      case Agreement.Same _, Agreement.Crossed _, Agreement.Begins _, Agreement.Variant _ -> {}
    }
  }

  private static String measured(Measure measure, String field) {
    return "m_" + measure.word() + "_" + field;
  }

  private String measure(Measure measure, String field) {
    String a = "l." + Tables.column(field);
    String b = "r." + Tables.column(field);
    return "CASE WHEN "
        + a
        + " = "
        + b
        + " THEN CAST("
        + (measure.isLikeness() ? 1 : 0)
        + " AS DOUBLE) WHEN "
        + a
        + " IS NOT NULL AND "
        + b
        + " IS NOT NULL THEN "
        + dialect.measure(measure, a, b, plain)
        + " END";
  }

  private static String missing(Comparison comparison) {
    List<String> parts = new ArrayList<>();
    for (String side : List.of("l_", "r_")) {
      parts.add(
          comparison.present().stream()
              .map(field -> side + Tables.column(field) + " IS NULL")
              .collect(Collectors.joining(" AND ", "(", ")")));
    }
    return String.join(" OR ", parts);
  }

  private String condition(Agreement agreement) {
    return switch (agreement) {
      case Agreement.Same same -> same(same.key());
      case Agreement.Like like -> measured(like.measure(), like.field()) + " >= " + like.atLeast();
      case Agreement.Near near -> measured(near.measure(), near.field()) + " <= " + near.atMost();
      case Agreement.Begins begins -> begins(begins.field());
      case Agreement.Variant variant ->
          dialect.contains("l_" + Tables.variants(variant.field()), right(variant.field()));
      case Agreement.Crossed crossed ->
          "("
              + left(crossed.first())
              + " = "
              + right(crossed.second())
              + " OR "
              + left(crossed.second())
              + " = "
              + right(crossed.first())
              + ")";
      case Agreement.All all -> joined(all.parts(), " AND ");
      case Agreement.Any any -> joined(any.parts(), " OR ");
    };
  }

  private String joined(List<Agreement> parts, String word) {
    return parts.stream().map(this::condition).collect(Collectors.joining(word, "(", ")"));
  }

  private String same(Key key) {
    return key(key, "l_") + " = " + key(key, "r_");
  }

  private static String begins(String field) {
    String a = left(field);
    String b = right(field);
    return "(substr("
        + a
        + ", 1, length("
        + b
        + ")) = "
        + b
        + " OR substr("
        + b
        + ", 1, length("
        + a
        + ")) = "
        + a
        + ")";
  }

  private static String left(String field) {
    return "l_" + Tables.column(field);
  }

  private static String right(String field) {
    return "r_" + Tables.column(field);
  }
}
