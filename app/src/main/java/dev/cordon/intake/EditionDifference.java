package dev.cordon.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What two editions of a source, or two sources, have not in common.
 *
 * @param rules the rules that differ, one plain line each
 * @param tables the tables of either, with their balances
 * @param reasons the reasons of quarantine of either
 * @param kinds the kinds of records of either
 * @param rows the rows that became something else; empty when {@code rowsCompared} is false
 * @param rowsCompared whether rows were compared one by one: done when a source is read again,
 *     while both records are there
 * @param sameRecords whether the records are the same, value by value
 */
public record EditionDifference(
    int before,
    int after,
    List<String> rules,
    List<TableChange> tables,
    List<ReasonChange> reasons,
    List<KindChange> kinds,
    List<RowChange> rows,
    boolean rowsCompared,
    boolean sameRecords) {

  /** A table's balance in both; null where it is not there. */
  public record TableChange(String name, @Nullable Balance before, @Nullable Balance after) {

    /** Whether anything differs. */
    public boolean isChanged() {
      return before == null || !before.equals(after);
    }
  }

  /** How many rows of a table a reason quarantined, and the first of them after, else before. */
  public record ReasonChange(
      String table, String reason, long before, long after, List<Long> examples) {

    /** Copies the list. */
    public ReasonChange {
      examples = List.copyOf(examples);
    }

    /** Whether the counts differ. */
    public boolean isChanged() {
      return before != after;
    }
  }

  /** How many records of a kind. */
  public record KindChange(String kind, long before, long after) {

    /** Whether the counts differ. */
    public boolean isChanged() {
      return before != after;
    }
  }

  /** So many rows of a table were the one and are the other, or changed their reason. */
  public record RowChange(String table, String from, String to, long rows, List<Example> examples) {

    /** Copies the list. */
    public RowChange {
      examples = List.copyOf(examples);
    }
  }

  /** A row, and the byte it begins at in the unpacked source. */
  public record Example(long row, long byteOffset) {}

  /** Copies the lists. */
  public EditionDifference {
    rules = List.copyOf(rules);
    tables = List.copyOf(tables);
    reasons = List.copyOf(reasons);
    kinds = List.copyOf(kinds);
    rows = List.copyOf(rows);
  }

  EditionDifference withKinds(List<KindChange> counted) {
    return new EditionDifference(
        before, after, rules, tables, reasons, counted, rows, rowsCompared, sameRecords);
  }

  EditionDifference withRows(List<RowChange> changed) {
    return new EditionDifference(
        before, after, rules, tables, reasons, kinds, changed, true, sameRecords);
  }
}
