package dev.cordon.linkage.link;

import dev.cordon.linkage.Engine;
import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.model.BlockingRule;
import dev.cordon.linkage.model.LinkageModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Predicts what each blocking rule costs before any pair is made, and limits the rules: a block
 * larger than the model allows is refused, and where all rules together would still make too many
 * pairs, the costliest rule's limit is lowered until they do not.
 *
 * @param rules one report for each rule
 */
public record Blocks(List<Rule> rules) {

  private static final int SMALLEST_LIMIT = 2;

  /** Copies the list. */
  public Blocks {
    rules = List.copyOf(rules);
  }

  /**
   * What a rule does.
   *
   * @param rule the rule
   * @param pairs pairs its blocks make, before those of earlier rules are left out
   * @param largest most records of a block that is used
   * @param lowered whether the limit was lowered to hold the number of pairs
   * @param refusedBlocks blocks that are too large
   * @param refusedRecords records in them
   * @param refusedPairs pairs they would have made
   */
  public record Rule(
      BlockingRule rule,
      long pairs,
      int largest,
      boolean lowered,
      long refusedBlocks,
      long refusedRecords,
      long refusedPairs) {

    /** The report in words. */
    public String told() {
      String made = String.format(Locale.ROOT, "%s: %,d pairs", rule, pairs);
      return refusedBlocks == 0
          ? made
          : made
              + String.format(
                  Locale.ROOT,
                  "; %,d values held by more than %,d records refused (%,d records, %,d pairs)%s",
                  refusedBlocks,
                  largest,
                  refusedRecords,
                  refusedPairs,
                  lowered ? ", limit lowered" : "");
    }
  }

  /** Predicts and limits; the tables of the plan's blocks must be there. */
  public static Blocks limit(Engine engine, LinkageModel model) {
    List<TreeMap<Integer, Long>> sizes = new ArrayList<>();
    List<Integer> limits = new ArrayList<>();
    for (int rule = 1; rule <= model.blocking().size(); rule++) {
      sizes.add(sizes(engine, "block_" + rule));
      limits.add(model.limits().largestBlock());
    }
    lower(sizes, limits, model.limits().pairs());
    List<Rule> rules = new ArrayList<>();
    for (int index = 0; index < sizes.size(); index++) {
      rules.add(
          rule(
              model.blocking().get(index),
              sizes.get(index),
              limits.get(index),
              limits.get(index) < model.limits().largestBlock()));
    }
    return new Blocks(rules);
  }

  /** The limit of each rule. */
  public List<Integer> largest() {
    return rules.stream().map(Rule::largest).toList();
  }

  /** Pairs of all rules, those found by several counted several times. */
  public long pairs() {
    return rules.stream().mapToLong(Rule::pairs).sum();
  }

  /** How many blocks of each size a table has. */
  static TreeMap<Integer, Long> sizes(Engine engine, String table) {
    TreeMap<Integer, Long> sizes = new TreeMap<>();
    engine.read(
        "SELECT members, count(*) FROM " + table + " GROUP BY members",
        row -> sizes.put((int) Math.min(Integer.MAX_VALUE, row.getLong(1)), row.getLong(2)));
    return sizes;
  }

  /** Pairs within blocks of at most {@code largest}. */
  static long pairs(Map<Integer, Long> sizes, int largest) {
    double pairs = 0;
    for (Map.Entry<Integer, Long> entry : sizes.entrySet()) {
      if (entry.getKey() <= largest) {
        pairs += entry.getKey() * (entry.getKey() - 1.0) / 2 * entry.getValue();
      }
    }
    return (long) Math.min(pairs, Long.MAX_VALUE);
  }

  private static void lower(
      List<TreeMap<Integer, Long>> sizes, List<Integer> limits, long mostPairs) {
    while (true) {
      long total = 0;
      int costliest = 0;
      for (int index = 0; index < sizes.size(); index++) {
        total += pairs(sizes.get(index), limits.get(index));
        if (pairs(sizes.get(index), limits.get(index))
            > pairs(sizes.get(costliest), limits.get(costliest))) {
          costliest = index;
        }
      }
      if (total <= mostPairs) {
        return;
      }
      if (limits.get(costliest) <= SMALLEST_LIMIT) {
        throw new LinkageException(
            "the blocking rules make "
                + total
                + " pairs, the model allows "
                + mostPairs
                + ": take finer rules or raise limits, pairs");
      }
      Integer biggest = sizes.get(costliest).floorKey(limits.get(costliest));
      limits.set(costliest, Math.max(SMALLEST_LIMIT, (biggest == null ? 2 : biggest) * 3 / 4));
    }
  }

  private static Rule rule(
      BlockingRule rule, TreeMap<Integer, Long> sizes, int largest, boolean lowered) {
    Map<Integer, Long> refused = sizes.tailMap(largest, false);
    long records = 0;
    long blocks = 0;
    for (Map.Entry<Integer, Long> entry : refused.entrySet()) {
      records += entry.getKey() * entry.getValue();
      blocks += entry.getValue();
    }
    return new Rule(
        rule,
        pairs(sizes, largest),
        largest,
        lowered,
        blocks,
        records,
        pairs(refused, Integer.MAX_VALUE));
  }
}
