package dev.cordon.intake;

import dev.cordon.Columns;
import dev.cordon.access.OperationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The counts of sources in the database, by edition of their records. */
@Service
class CountRegister {

  private static final int BATCH = 1000;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;

  CountRegister(JdbcClient jdbc, JdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Keeps the counts of an edition; those kept before stay. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(OperationId operation, SourceId source, int edition, SourceCounts counts) {
    int added =
        jdbc.sql(CountSql.ADD_COUNT)
            .param("operation", operation.value())
            .param("source", source.value())
            .param("edition", edition)
            .update();
    if (added == 0) {
      return;
    }
    Object[] key = {operation.value(), source.value(), edition};
    List<Object[]> kinds = new ArrayList<>();
    counts.kinds().forEach((kind, records) -> kinds.add(row(key, kind, records)));
    write(CountSql.ADD_KIND, kinds);
    write(
        CountSql.ADD_DAY,
        counts.days().stream().map(one -> row(key, one.kind(), one.day(), one.rows())).toList());
    write(
        CountSql.ADD_TIME,
        counts.times().stream()
            .map(one -> row(key, one.kind(), one.flag(), one.hasTime(), one.rows()))
            .toList());
    List<Object[]> reasons = new ArrayList<>();
    for (SourceCounts.Reason one : counts.reasons()) {
      reasons.add(row(key, reasons.size(), one.table(), one.reason(), one.rows()));
    }
    write(CountSql.ADD_REASON, reasons);
  }

  /** The newest edition that was counted; 0 when none was. */
  @Transactional(readOnly = true)
  public int edition(OperationId operation, UUID source) {
    return jdbc.sql(CountSql.EDITION)
        .param("operation", operation.value())
        .param("source", source)
        .query(Integer.class)
        .single();
  }

  /** The counts of an edition; nothing for one that was not counted. */
  @Transactional(readOnly = true)
  public SourceCounts of(OperationId operation, UUID source, int edition) {
    Map<String, Long> kinds = new HashMap<>();
    asked(CountSql.KINDS, operation, source, edition)
        .query((row, index) -> kinds.put(row.getString("kind"), row.getLong("records")))
        .list();
    return new SourceCounts(
        kinds,
        asked(CountSql.DAYS, operation, source, edition)
            .query((row, index) ->
                new SourceCounts.Day(
                    row.getString("kind"), Columns.day(row, "day"), row.getLong("rows")))
            .list(),
        asked(CountSql.TIMES, operation, source, edition)
            .query((row, index) ->
                new SourceCounts.TimeFlag(
                    row.getString("kind"),
                    row.getString("flag"),
                    row.getBoolean("has_time"),
                    row.getLong("rows")))
            .list(),
        asked(CountSql.KEPT_REASONS, operation, source, edition)
            .query((row, index) ->
                new SourceCounts.Reason(
                    row.getString("source_table"), row.getString("reason"), row.getLong("rows")))
            .list());
  }

  private JdbcClient.StatementSpec asked(
      String statement, OperationId operation, UUID source, int edition) {
    return jdbc.sql(statement)
        .param("operation", operation.value())
        .param("source", source)
        .param("edition", edition);
  }

  private void write(String statement, List<Object[]> rows) {
    for (int from = 0; from < rows.size(); from += BATCH) {
      batches.batchUpdate(statement, rows.subList(from, Math.min(rows.size(), from + BATCH)));
    }
  }

  private static Object[] row(Object[] key, Object... rest) {
    Object[] row = java.util.Arrays.copyOf(key, key.length + rest.length);
    System.arraycopy(rest, 0, row, key.length, rest.length);
    return row;
  }
}
