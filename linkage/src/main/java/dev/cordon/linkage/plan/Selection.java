package dev.cordon.linkage.plan;

import dev.cordon.linkage.LinkageException;
import java.util.regex.Pattern;

/**
 * Which records may be paired: a condition on records {@code l} and {@code r} with {@code l.id <
 * r.id}.
 *
 * @param condition empty, or further conditions that begin with AND
 */
public record Selection(String condition) {

  private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]*");

  /** Any two records. */
  public static Selection all() {
    return new Selection("");
  }

  /** Only records of different sources. */
  public static Selection across() {
    return new Selection(" AND l.source <> r.source");
  }

  /** Of these, only pairs with a record numbered {@code first} or higher. */
  public Selection withNew(long first) {
    return new Selection(condition + " AND r.id >= " + first);
  }

  /** Of these, only pairs whose records both stand in a table's column {@code id}. */
  public Selection among(String table) {
    if (!TABLE.matcher(table).matches()) {
      throw new LinkageException("a table has a plain lower-case name, not '" + table + "'");
    }
    String inside = " IN (SELECT id FROM " + table + ")";
    return new Selection(condition + " AND l.id" + inside + " AND r.id" + inside);
  }
}
