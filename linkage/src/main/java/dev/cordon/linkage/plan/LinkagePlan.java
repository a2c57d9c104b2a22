package dev.cordon.linkage.plan;

import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;
import dev.cordon.linkage.model.Comparison;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.model.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes the steps of one model in one dialect. Immutable. */
public final class LinkagePlan {

  private final LinkageModel model;
  private final Dialect dialect;
  private final LevelSql levels;
  private final CodeBook codes;
  private final BlockSql blocks;
  private final SampleSql samples;

  /** {@code allPlain}: every value of every record is ASCII. */
  public LinkagePlan(LinkageModel model, Dialect dialect, boolean allPlain) {
    this.model = model;
    this.dialect = dialect;
    this.levels = new LevelSql(dialect, allPlain);
    this.codes = CodeBook.of(model.comparisons());
    this.blocks = new BlockSql(model, dialect);
    this.samples = new SampleSql(model.seed(), dialect, blocks);
  }

  /** How levels are packed into one number. */
  public CodeBook codes() {
    return codes;
  }

  /** Frequencies and variants beside each record: the table {@code described}. */
  public Plan described() {
    List<Step> steps = new ArrayList<>();
    Set<String> frequencies = LevelSql.frequencyFields(model);
    for (String field : frequencies) {
      String column = Tables.column(field);
      steps.add(
          new Step(
              "frequency_" + field,
              "SELECT "
                  + column
                  + " AS value, count(*) AS holders FROM record WHERE "
                  + column
                  + " IS NOT NULL GROUP BY "
                  + column));
    }
    Set<String> variants = LevelSql.variantFields(model);
    for (String field : variants) {
      steps.add(
          new Step(
              "variants_" + field,
              "SELECT value, "
                  + dialect.collected("other")
                  + " AS others FROM learned WHERE field"
                  + " = '"
                  + field
                  + "' GROUP BY value"));
    }
    steps.add(new Step(Tables.DESCRIBED, describe(frequencies, variants)));
    return new Plan(steps);
  }

  private String describe(Set<String> frequencies, Set<String> variants) {
    StringBuilder columns = new StringBuilder("SELECT r.*");
    StringBuilder joins = new StringBuilder("\nFROM record r");
    for (String field : frequencies) {
      String other = "q_" + field;
      columns.append(",\n  log2(CAST((SELECT sum(holders) FROM frequency_").append(field);
      columns.append(") AS DOUBLE) / ").append(other).append(".holders) AS ");
      columns.append(Tables.rarity(field));
      join(joins, "frequency_" + field, other, field);
    }
    for (String field : variants) {
      String other = "w_" + field;
      columns.append(",\n  ").append(other).append(".others AS ").append(Tables.variants(field));
      join(joins, "variants_" + field, other, field);
    }
    return columns.append(joins).toString();
  }

  private static void join(StringBuilder joins, String table, String alias, String field) {
    joins.append("\nLEFT JOIN ").append(table).append(' ').append(alias);
    joins.append(" ON r.").append(Tables.column(field)).append(" = ").append(alias);
    joins.append(".value");
  }

  /** The size of every block: {@code block_1(key, members)} and so on, blocks of one left out. */
  public Plan blocks() {
    return blocks.blocks();
  }

  /** Keys of usable blocks beside each record; {@code largest} is the limit of each rule. */
  public Plan keyed(List<Integer> largest) {
    return blocks.keyed(largest);
  }

  /** The candidate pairs, each once, by the first rule that finds it. */
  public Plan candidates(Selection selection) {
    return blocks.candidates(selection);
  }

  /** The levels of a table of pairs {@code (a, b, rule)}. */
  public Plan compared(String pairs, String output) {
    List<String> rarities = new ArrayList<>();
    for (int index = 0; index < model.comparisons().size(); index++) {
      String rarity = LevelSql.rarity(model.comparisons().get(index), "g" + index);
      if (!rarity.isEmpty()) {
        rarities.add(rarity);
      }
    }
    String bits = rarities.isEmpty() ? "CAST(0 AS DOUBLE)" : String.join("\n  + ", rarities);
    return Plan.of(
        new Step(
            output,
            "SELECT a, b, rule, "
                + codes.sql("g")
                + " AS code,\n  "
                + bits
                + " AS rarity\nFROM ("
                + levels(pairs)
                + ") y"));
  }

  /** As {@link #compared}, each comparison's level and rarity by itself: {@code g0, e0, g1 ...}. */
  public Plan explained(String pairs, String output) {
    StringBuilder sql = new StringBuilder("SELECT a, b, rule");
    for (int index = 0; index < model.comparisons().size(); index++) {
      String rarity = LevelSql.rarity(model.comparisons().get(index), "g" + index);
      sql.append(", g").append(index).append(", ");
      sql.append(rarity.isEmpty() ? "CAST(0 AS DOUBLE)" : rarity).append(" AS e").append(index);
    }
    return Plan.of(
        new Step(output, sql.append("\nFROM (").append(levels(pairs)).append(") y").toString()));
  }

  private String levels(String pairs) {
    StringBuilder middle = new StringBuilder("SELECT x.a, x.b, x.rule");
    for (int index = 0; index < model.comparisons().size(); index++) {
      Comparison comparison = model.comparisons().get(index);
      middle.append(",\n  ").append(levels.level(comparison)).append(" AS g").append(index);
    }
    LevelSql.frequencyFields(model).forEach(field -> middle.append(", x.q_").append(field));
    return middle.append("\nFROM (").append(sides(pairs)).append(") x").toString();
  }

  private String sides(String pairs) {
    StringBuilder inner = new StringBuilder("SELECT p.a, p.b, p.rule");
    inner.append(LevelSql.sides(model));
    levels
        .measures(model.comparisons())
        .forEach((name, sql) -> inner.append(",\n  ").append(sql).append(" AS ").append(name));
    for (String field : LevelSql.frequencyFields(model)) {
      String rarity = Tables.rarity(field);
      inner.append(",\n  least(l.").append(rarity).append(", r.").append(rarity);
      inner.append(") AS q_").append(field);
    }
    inner.append("\nFROM ").append(pairs).append(" p JOIN described l ON p.a = l.id");
    return inner.append(" JOIN described r ON p.b = r.id").toString();
  }

  /** Pairs of strangers, drawn by the model's seed: {@code count} draws among {@code records}. */
  public Plan randomPairs(long records, int count, Selection selection) {
    return samples.randomPairs(records, count, selection);
  }

  /** The sizes of a session's blocks: the table {@code session_block(key, members, first)}. */
  public Plan sessionSize(Session session) {
    return samples.sessionSize(session);
  }

  /**
   * Pairs of a session's blocks of at most {@code largest} records; of those, the blocks whose
   * first record's number falls into the first {@code share} of a thousand.
   */
  public Plan sessionPairs(int largest, int share, Selection selection) {
    return samples.sessionPairs(largest, share, selection);
  }
}
