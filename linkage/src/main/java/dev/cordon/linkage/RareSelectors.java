package dev.cordon.linkage;

import java.util.List;

/**
 * The first linkage model: exact shared values that are rare enough to mean something.
 *
 * <p>Takes a table {@code observation(holder INTEGER, kind VARCHAR, value VARCHAR)} (more columns
 * are welcome, rows may repeat) and the rules. Gives
 *
 * <ul>
 *   <li>{@code selector_frequency(kind, value, holders)}: how many distinct holders each value has
 *       that two or more hold;
 *   <li>{@code common_value(kind, value, holders, maximum_holders)}: values above their rule's
 *       limit, named and not used;
 *   <li>{@code candidate(a, b, kind, value, holders, strength, weight)}: pairs {@code a < b} of
 *       holders of one rare value. The weight is the base-2 logarithm of how much rarer the value
 *       is than a value everybody holds: log2(all holders / holders of the value).
 * </ul>
 *
 * <p>Most values have one holder. They are sifted out first, a range of hashes at a time, so that
 * memory follows the shared values and not all of them.
 */
public final class RareSelectors {

  private RareSelectors() {}

  /** Makes the rules visible to the plan. */
  public static void writeRules(Engine engine, List<SelectorRule> rules) {
    engine.create(
        "selector_rule",
        List.of("kind VARCHAR", "maximum_holders INTEGER", "strength VARCHAR"),
        writer ->
            rules.forEach(
                rule -> writer.row(rule.kind(), rule.maximumHolders(), rule.strength().name())));
  }

  /** The steps from observations to candidate pairs; {@code parts} hold the first one's memory. */
  public static Plan plan(int parts) {
    return Plan.of(
        new Step(
            "shared_value",
            """
            SELECT kind, value FROM observation WHERE hash(value) % {parts} = {part}
            GROUP BY kind, value HAVING min(holder) <> max(holder)\
            """,
            parts),
        new Step(
            "shared_holder",
            """
            SELECT DISTINCT o.kind, o.value, o.holder
            FROM observation o JOIN shared_value s ON o.kind = s.kind AND o.value = s.value
            WHERE hash(o.value) % {parts} = {part}\
            """,
            parts),
        new Step("all_holders", "SELECT count(DISTINCT holder) AS holders FROM observation"),
        new Step(
            "selector_frequency",
            "SELECT kind, value, count(*)::INTEGER AS holders FROM shared_holder GROUP BY ALL"),
        new Step(
            "common_value",
            """
            SELECT f.kind, f.value, f.holders, r.maximum_holders
            FROM selector_frequency f JOIN selector_rule r USING (kind)
            WHERE f.holders > r.maximum_holders\
            """),
        new Step(
            "rare_holder",
            """
            SELECT s.kind, s.value, s.holder, f.holders, r.strength
            FROM shared_holder s
            JOIN selector_frequency f USING (kind, value)
            JOIN selector_rule r USING (kind)
            WHERE f.holders <= r.maximum_holders\
            """),
        new Step(
            "candidate",
            """
            SELECT x.holder AS a, y.holder AS b, x.kind, x.value, x.holders, x.strength,
              round(log2((SELECT holders FROM all_holders) / x.holders), 4) AS weight
            FROM rare_holder x
            JOIN rare_holder y ON x.kind = y.kind AND x.value = y.value AND x.holder < y.holder
            ORDER BY ALL\
            """));
  }
}
