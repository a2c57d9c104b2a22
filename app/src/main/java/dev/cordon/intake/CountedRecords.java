package dev.cordon.intake;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the records of one source; each kind is read once, memory does not grow with them. */
final class CountedRecords {

  /** The kinds that are happenings of their own; selectors and facts repeat their row's time. */
  static final List<RecordKind> TIMED =
      List.of(RecordKind.ACCOUNTS, RecordKind.PAYMENTS, RecordKind.ACCESSES, RecordKind.MESSAGES);

  private static final int MOST_REASONS = 500;

  private final SealedRecords records;
  private final String source;

  private CountedRecords(SealedRecords records, SourceId source) {
    this.records = records;
    this.source = source.toString();
  }

  static SourceCounts of(SealedRecords records, SourceId source) {
    try {
      return new CountedRecords(records, source).count();
    } catch (SQLException failure) {
      throw new IntakeException("the records of " + source + " could not be counted", failure);
    }
  }

  private SourceCounts count() throws SQLException {
    Map<String, Long> kinds = new TreeMap<>();
    List<SourceCounts.Day> days = new ArrayList<>();
    List<SourceCounts.TimeFlag> times = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      kinds.put(kind.dataSet(), number(CountSql.records(kind)));
    }
    for (RecordKind kind : TIMED) {
      each(
          CountSql.days(kind),
          row ->
              days.add(
                  new SourceCounts.Day(
                      kind.dataSet(),
                      LocalDate.parse(row.getString("day")),
                      row.getLong("counted"))));
      each(
          CountSql.times(kind),
          row ->
              times.add(
                  new SourceCounts.TimeFlag(
                      kind.dataSet(),
                      row.getString("flag"),
                      row.getBoolean("has_time"),
                      row.getLong("counted"))));
    }
    return new SourceCounts(kinds, days, times, reasons());
  }

  /** The most frequent by name; the rest as one for each table, so that the sum is the whole. */
  private List<SourceCounts.Reason> reasons() throws SQLException {
    List<SourceCounts.Reason> named = new ArrayList<>();
    Map<String, Long> rest = new TreeMap<>();
    each(
        CountSql.REASONS,
        row -> {
          if (named.size() < MOST_REASONS) {
            named.add(
                new SourceCounts.Reason(
                    row.getString("source_table"),
                    row.getString("reason"),
                    row.getLong("counted")));
            return;
          }
          rest.merge(row.getString("source_table"), row.getLong("counted"), Long::sum);
        });
    rest.forEach((table, rows) ->
        named.add(new SourceCounts.Reason(table, SourceCounts.OTHER_REASONS, rows)));
    return named;
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private long number(String question) throws SQLException {
    long[] found = {0};
    each(question, row -> found[0] = row.getLong("counted"));
    return found[0];
  }

  private void each(String question, RowReader reader) throws SQLException {
    try (PreparedStatement statement = records.connection().prepareStatement(question)) {
      statement.setString(1, source);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }
}
