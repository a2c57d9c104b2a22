package dev.cordon.linkage.link;

import dev.cordon.linkage.Engine;
import dev.cordon.linkage.model.Learning;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.model.Parameters.Pair;
import dev.cordon.linkage.model.Parameters.Variants;
import dev.cordon.linkage.plan.Dialect;
import dev.cordon.linkage.plan.LearnSql;
import dev.cordon.linkage.plan.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Learns which values stand for one another, and writes what is known into {@code learned}. */
final class Variation {

  // Meeting so many times as often as values spread at random would: rare values need more, values
  // that meet in a good part of their blocks (venues written in two ways) cannot reach it.
  private static final double LEAST_LIFT = 4;
  private static final double LIFT_OF_COMMON = 1.5;
  private static final double COMMON_SHARE = 0.25;
  private static final Comparator<Pair> ORDER =
      Comparator.comparing(Pair::first).thenComparing(Pair::second);

  private Variation() {}

  static List<Variants> learn(Engine engine, LinkageModel model, Dialect dialect) {
    Map<String, TreeSet<Pair>> found = new TreeMap<>();
    for (Learning learning : model.learning()) {
      engine.run(LearnSql.plan(learning, dialect));
      TreeSet<Pair> pairs = found.computeIfAbsent(learning.field(), unused -> new TreeSet<>(ORDER));
      engine.read(
          "SELECT first, second, meetings, first_blocks, second_blocks, blocks FROM learnable",
          row -> {
            if (isVariant(row.getDouble(3), row.getDouble(4), row.getDouble(5), row.getDouble(6))) {
              pairs.add(new Pair(row.getString(1), row.getString(2)));
            }
          });
    }
    List<Variants> result = new ArrayList<>();
    found.forEach((field, pairs) -> result.add(new Variants(field, List.copyOf(pairs))));
    return result;
  }

  private static boolean isVariant(double meetings, double first, double second, double blocks) {
    double lift = meetings * blocks / (first * second);
    boolean common = meetings >= COMMON_SHARE * Math.min(first, second);
    return lift >= LEAST_LIFT || common && lift >= LIFT_OF_COMMON;
  }

  static void write(Engine engine, List<Variants> variants) {
    engine.create(
        Tables.LEARNED,
        List.of("field VARCHAR", "value VARCHAR", "other VARCHAR"),
        writer -> {
          for (Variants each : variants) {
            for (Pair pair : each.pairs()) {
              writer.row(each.field(), pair.first(), pair.second());
              writer.row(each.field(), pair.second(), pair.first());
            }
          }
        });
  }
}
