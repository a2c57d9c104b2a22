package dev.cordon.linkage.plan;

import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;
import dev.cordon.linkage.model.Session;

/** Writes the steps that draw pairs to learn from. */
final class SampleSql {

  // A prime below 2^31: squares and products of residues fit a signed 64-bit number.
  private static final long PRIME = 2_147_483_647L;

  private final long seed;
  private final Dialect dialect;
  private final BlockSql blocks;

  SampleSql(long seed, Dialect dialect, BlockSql blocks) {
    this.seed = seed;
    this.dialect = dialect;
    this.blocks = blocks;
  }

  /** Pairs of strangers, drawn by the model's seed: {@code count} draws among {@code records}. */
  Plan randomPairs(long records, int count, Selection selection) {
    if (records < 2 || records >= PRIME) {
      throw new LinkageException(
          "random pairs can be drawn among 2 to " + (PRIME - 1) + " records, not " + records);
    }
    long start = Math.floorMod(seed * 48_271L + 11, PRIME);
    String square = "((y.s * y.s) % " + PRIME + ")";
    String drawn =
        "SELECT CAST("
            + square
            + " % "
            + records
            + " AS INTEGER) AS i, CAST(("
            + square
            + " * y.s + 7) % "
            + PRIME
            + " % "
            + records
            + " AS INTEGER) AS j FROM (SELECT (n.k *"
            + " 1664525 + "
            + start
            + ") % "
            + PRIME
            + " AS s FROM "
            + dialect.numbers(count)
            + " n) y";
    return Plan.of(
        new Step(
            "random_pair",
            "SELECT DISTINCT least(x.i, x.j) AS a, greatest(x.i, x.j) AS b, CAST(0 AS SMALLINT) AS"
                + " rule FROM ("
                + drawn
                + ") x JOIN record l ON l.id = x.i JOIN record r ON r.id ="
                + " x.j WHERE x.i <> x.j"
                + selection.condition()));
  }

  /** How many pairs a session's block has: the table {@code session_size(pairs)}. */
  Plan sessionSize(Session session) {
    return Plan.of(
        new Step(
            "session_key",
            "SELECT r.id, r.source, " + blocks.hash(session.block()) + " AS key FROM record r"),
        new Step(
            "session_block",
            "SELECT key, count(*) AS members, min(id) AS first FROM session_key WHERE key IS NOT"
                + " NULL GROUP BY key HAVING count(*) > 1"));
  }

  /**
   * Pairs of a session's blocks of at most {@code largest} records; of those, the blocks whose
   * first record's number falls into the first {@code share} of a thousand.
   */
  Plan sessionPairs(int largest, int share, Selection selection) {
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
