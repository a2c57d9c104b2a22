package dev.cordon.linkage.plan;

import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;
import dev.cordon.linkage.model.BlockingRule;
import dev.cordon.linkage.model.Comparison;
import dev.cordon.linkage.model.Key;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.model.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the steps of one model in one dialect. Immutable. */
public final class LinkagePlan {

  // A prime below 2^31: squares and products of residues fit a signed 64-bit number.
  private static final long PRIME = 2_147_483_647L;

  private final LinkageModel model;
  private final Dialect dialect;
  private final LevelSql levels;
  private final CodeBook codes;

  /** {@code allPlain}: every value of every record is ASCII. */
  public LinkagePlan(LinkageModel model, Dialect dialect, boolean allPlain) {
    this.model = model;
    this.dialect = dialect;
    this.levels = new LevelSql(dialect, allPlain);
    this.codes = CodeBook.of(model.comparisons());
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

  private String hash(BlockingRule rule) {
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
  public Plan keyed(List<Integer> largest) {
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
  public Plan candidates(Selection selection) {
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
    if (records < 2 || records >= PRIME) {
      throw new LinkageException(
          "random pairs can be drawn among 2 to " + (PRIME - 1) + " records, not " + records);
    }
    long start = Math.floorMod(model.seed() * 48_271L + 11, PRIME);
    return Plan.of(
        new Step(
            "random_pair",
            """
            SELECT DISTINCT least(x.i, x.j) AS a, greatest(x.i, x.j) AS b,
              CAST(0 AS SMALLINT) AS rule
            FROM (
              SELECT CAST(((y.s * y.s) %% %1$d) %% %2$d AS INTEGER) AS i,
                CAST((((y.s * y.s) %% %1$d) * y.s + 7) %% %1$d %% %2$d AS INTEGER) AS j
              FROM (SELECT (n.k * 1664525 + %3$d) %% %1$d AS s FROM %4$s n) y) x
            JOIN record l ON l.id = x.i JOIN record r ON r.id = x.j
            WHERE x.i <> x.j%5$s\
            """
                .formatted(PRIME, records, start, dialect.numbers(count), selection.condition())));
  }

  /** How many pairs a session's block has: the table {@code session_size(pairs)}. */
  public Plan sessionSize(Session session) {
    return Plan.of(
        new Step(
            "session_key",
            "SELECT r.id, r.source, " + hash(session.block()) + " AS key FROM record r"),
        new Step(
            "session_block",
            "SELECT key, count(*) AS members, min(id) AS first FROM session_key WHERE key IS NOT"
                + " NULL GROUP BY key HAVING count(*) > 1"));
  }

  /**
   * Pairs of a session's blocks of at most {@code largest} records; of those, the blocks whose
   * first record's number falls into the first {@code share} of a thousand.
   */
  public Plan sessionPairs(int largest, int share, Selection selection) {
    return Plan.of(
        new Step(
            "session_chosen",
            "SELECT k.id, k.source, k.key FROM session_key k JOIN session_block b ON k.key = b.key"
                + " WHERE b.members <= "
                + largest
                + " AND (CAST(b.first AS BIGINT) * 7919) % 1000 < "
                + share),
        new Step(
            "session_pair",
            "SELECT l.id AS a, r.id AS b, CAST(0 AS SMALLINT) AS rule FROM session_chosen l JOIN"
                + " session_chosen r ON l.key = r.key WHERE l.id < r.id"
                + selection.condition()));
  }
}
