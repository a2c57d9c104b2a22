package dev.cordon.linkage.plan;

import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;
import dev.cordon.linkage.model.Learning;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the steps that find values standing for one another. */
public final class LearnSql {

  // A block with more values than this is no identity.
  private static final int MOST_VALUES = 40;

  private LearnSql() {}

  /**
   * The table {@code learnable(first, second, meetings, first_blocks, second_blocks, blocks)}:
   * pairs of values of the field that meet in at least {@code support} blocks.
   */
  public static Plan plan(Learning learning, Dialect dialect) {
    List<String> keys =
        learning.block().keys().stream().map(key -> LevelSql.key(key, "r.")).toList();
    String column = "r." + Tables.column(learning.field());
    String present =
        keys.stream().map(key -> key + " IS NOT NULL").collect(Collectors.joining(" AND "));
    return Plan.of(
        new Step(
            "learn_value",
            "SELECT DISTINCT "
                + dialect.hash(keys)
                + " AS key, "
                + column
                + " AS value FROM record"
                + " r WHERE "
                + column
                + " IS NOT NULL AND "
                + present),
        new Step(
            "learn_block",
            "SELECT key FROM learn_value GROUP BY key HAVING count(*) BETWEEN 2 AND "
                + MOST_VALUES),
        new Step(
            "learn_count",
            "SELECT value, count(*) AS blocks FROM learn_value GROUP BY value HAVING count(*) >= "
                + learning.support()),
        new Step(
            "learn_known",
            "SELECT v.key, v.value, c.blocks FROM learn_value v JOIN learn_block b ON v.key = b.key"
                + " JOIN learn_count c ON v.value = c.value"),
        new Step(
            "learnable",
            "SELECT x.value AS first, y.value AS second, count(*) AS meetings, min(x.blocks) AS"
                + " first_blocks, min(y.blocks) AS second_blocks, (SELECT count(DISTINCT key) FROM"
                + " learn_value) AS blocks FROM learn_known x JOIN learn_known y ON x.key = y.key"
                + " WHERE x.value < y.value GROUP BY x.value, y.value HAVING count(*) >= "
                + learning.support()));
  }
}
