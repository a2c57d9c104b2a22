package dev.cordon.linkage.plan;

import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;
import dev.cordon.linkage.model.BlockingRule;
import dev.cordon.linkage.model.Key;
import dev.cordon.linkage.model.LinkageModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the steps from records to candidate pairs. */
final class BlockSql {

  private final LinkageModel model;
  private final Dialect dialect;

  BlockSql(LinkageModel model, Dialect dialect) {
    this.model = model;
    this.dialect = dialect;
  }

  /** The size of every block: {@code block_1(key, members)} and so on, blocks of one left out. */
  Plan blocks() {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("hashed", hashed()));
    for (int rule = 1; rule <= model.blocking().size(); rule++) {
      if (model.blocking().get(rule - 1).isMany()) {
        steps.add(new Step("worded_" + rule, worded(rule)));
        steps.add(new Step("block_" + rule, block("key", "worded_" + rule)));
      } else {
        steps.add(new Step("block_" + rule, block("h" + rule, "hashed")));
      }
    }
    return new Plan(steps);
  }

  private String hashed() {
    StringBuilder sql = new StringBuilder("SELECT r.id, r.source");
    for (int rule = 1; rule <= model.blocking().size(); rule++) {
      BlockingRule blocking = model.blocking().get(rule - 1);
      if (!blocking.isMany()) {
        sql.append(",\n  ").append(hash(blocking)).append(" AS h").append(rule);
      }
    }
    return sql.append("\nFROM record r").toString();
  }

  String hash(BlockingRule rule) {
    List<String> parts = rule.keys().stream().map(key -> LevelSql.key(key, "r.")).toList();
    String present =
        parts.stream().map(part -> part + " IS NOT NULL").collect(Collectors.joining(" AND "));
    return "CASE WHEN " + present + " THEN " + dialect.hash(parts) + " END";
  }

  private String worded(int rule) {
    BlockingRule blocking = model.blocking().get(rule - 1);
    List<String> parts = new ArrayList<>();
    List<String> inner = new ArrayList<>(List.of("r.id"));
    for (int index = 0; index < blocking.keys().size(); index++) {
      Key key = blocking.keys().get(index);
      String value = LevelSql.key(key, "r.");
      boolean words = key instanceof Key.Words;
      inner.add((words ? dialect.each(dialect.words(value)) : value) + " AS p" + index);
      parts.add("p" + index);
    }
    String present =
        parts.stream().map(part -> part + " IS NOT NULL").collect(Collectors.joining(" AND "));
    return "SELECT DISTINCT id, "
        + dialect.hash(parts)
        + " AS key FROM (SELECT "
        + String.join(", ", inner)
        + " FROM record r) x WHERE "
        + present;
  }

  private static String block(String key, String from) {
    return "SELECT "
        + key
        + " AS key, count(*) AS members FROM "
        + from
        + " WHERE "
        + key
        + " IS NOT NULL GROUP BY "
        + key
        + " HAVING count(*) > 1";
  }

  /** Keys of usable blocks beside each record; {@code largest} is the limit of each rule. */
  Plan keyed(List<Integer> largest) {
    StringBuilder columns = new StringBuilder("SELECT h.id, h.source");
    StringBuilder joins = new StringBuilder("\nFROM hashed h");
    List<Step> steps = new ArrayList<>();
    for (int rule = 1; rule <= model.blocking().size(); rule++) {
      String alias = "b" + rule;
      if (!model.blocking().get(rule - 1).isMany()) {
        columns.append(", ").append(alias).append(".key AS k").append(rule);
        joins.append("\nLEFT JOIN block_").append(rule).append(' ').append(alias);
        joins.append(" ON h.h").append(rule).append(" = ").append(alias).append(".key AND ");
        joins.append(alias).append(".members <= ").append(largest.get(rule - 1));
      }
    }
    steps.add(new Step(Tables.KEYED, columns.append(joins).toString()));
    for (int rule = 1; rule <= model.blocking().size(); rule++) {
      if (model.blocking().get(rule - 1).isMany()) {
        steps.add(
            new Step(
                "spread_" + rule,
                "SELECT w.key AS spread_key, k.* FROM worded_"
                    + rule
                    + " w JOIN block_"
                    + rule
                    + " b ON w.key = b.key AND b.members <= "
                    + largest.get(rule - 1)
                    + " JOIN keyed k ON w.id = k.id"));
      }
    }
    return new Plan(steps);
  }

  /** The candidate pairs, each once, by the first rule that finds it. */
  Plan candidates(Selection selection) {
    List<String> queries = new ArrayList<>();
    List<String> spread = new ArrayList<>();
    StringBuilder before = new StringBuilder();
    for (int rule = 1; rule <= model.blocking().size(); rule++) {
      if (!model.blocking().get(rule - 1).isMany()) {
        String key = "k" + rule;
        queries.add(pairs(rule, Tables.KEYED, key, selection, before.toString()));
        before.append(" AND NOT coalesce(l.").append(key).append(" = r.").append(key);
        before.append(", false)");
      }
    }
    for (int rule = 1; rule <= model.blocking().size(); rule++) {
      if (model.blocking().get(rule - 1).isMany()) {
        spread.add(pairs(rule, "spread_" + rule, "spread_key", selection, before.toString()));
      }
    }
    if (!spread.isEmpty()) {
      queries.add(
          "SELECT a, b, min(rule) AS rule FROM ("
              + String.join("\nUNION ALL\n", spread)
              + ") x GROUP BY a, b");
    }
    return Plan.of(new Step(Tables.CANDIDATE, String.join("\nUNION ALL\n", queries)));
  }

  private static String pairs(
      int rule, String table, String key, Selection selection, String before) {
    return "SELECT l.id AS a, r.id AS b, CAST("
        + rule
        + " AS SMALLINT) AS rule FROM "
        + table
        + " l JOIN "
        + table
        + " r ON l."
        + key
        + " = r."
        + key
        + " WHERE l.id < r.id"
        + selection.condition()
        + before;
  }
}
