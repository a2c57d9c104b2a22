package dev.cordon.linkage.link;

import dev.cordon.linkage.Engine;
import dev.cordon.linkage.estimate.LevelCounts;
import dev.cordon.linkage.plan.CodeBook;

/** Counts the level vectors of a compared table. Stateless. */
final class Counting {

  private Counting() {}

  static LevelCounts of(Engine engine, String table, CodeBook codes) {
    LevelCounts.Builder builder = new LevelCounts.Builder();
    engine.read(
        "SELECT code, CAST(round(rarity) AS INTEGER) AS bits, count(*) FROM "
            + table
            + " GROUP BY code, bits",
        row -> builder.add(codes.levels(row.getLong(1)), row.getLong(3), row.getInt(2)));
    return builder.build();
  }
}
