package dev.cordon.linkage.link;

import dev.cordon.linkage.Engine;
import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;
import dev.cordon.linkage.group.Pairs;
import dev.cordon.linkage.plan.CodeBook;
import java.util.List;
import java.util.Locale;

/** Weighs compared pairs: the table {@code scored(a, b, rule, code, rarity, weight)}. Stateless. */
final class Scoring {

  private Scoring() {}

  /** Keeps pairs whose total weight, prior included, is at least {@code floor}. */
  static void run(Engine engine, CodeBook codes, Weights weights, double floor) {
    engine.run(Plan.of(new Step("seen_code", "SELECT DISTINCT code FROM compared")));
    engine.create(
        "code_weight",
        List.of("code BIGINT", "bits DOUBLE"),
        writer ->
            engine.read(
                "SELECT code FROM seen_code",
                row -> {
                  long code = row.getLong(1);
                  writer.row(code, weights.prior() + weights.bits(codes.levels(code)));
                }));
    engine.run(
        Plan.of(
            new Step(
                "scored",
                "SELECT c.a, c.b, c.rule, c.code, c.rarity, w.bits + c.rarity AS weight FROM"
                    + " compared c JOIN code_weight w ON c.code = w.code WHERE w.bits + c.rarity >= "
                    + String.format(Locale.ROOT, "%.6f", floor))));
  }

  /** All scored pairs. */
  static Pairs read(Engine engine) {
    Pairs pairs = new Pairs();
    engine.read(
        "SELECT a, b, weight FROM scored",
        row -> pairs.add(row.getInt(1), row.getInt(2), row.getDouble(3)));
    return pairs;
  }
}
