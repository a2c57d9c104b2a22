package dev.cordon.resolution;

import dev.cordon.access.OperationId;
import dev.cordon.linkage.Engine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Carries a run's tables from the engine to the database in batches, so that memory does not follow
 * the number of records.
 */
@Component
class RunStore {

  private static final int BATCH_ROWS = 1000;

  private final JdbcTemplate jdbc;

  RunStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Gives every cluster worth a look its proposal, and tells the engine which. A cluster that goes
   * on from a proposal of the run before keeps its number; numbers are never given twice.
   */
  void proposals(OperationId operation, UUID run, Engine engine, int highestNumber) {
    List<@Nullable Object[]> proposals = new ArrayList<>();
    int[] highest = {highestNumber};
    engine.read(
        RunSql.CLUSTERS,
        row -> {
          String kept = row.getString(5);
          proposals.add(
              new @Nullable Object[] {
                UUID.randomUUID().toString(),
                run,
                operation.value(),
                kept == null ? "P-%04d".formatted(++highest[0]) : kept,
                row.getString(1),
                row.getInt(2),
                row.getBoolean(3),
                row.getString(4),
                row.getInt(6),
                row.getInt(7)
              });
        });
    engine.create(
        "saved_proposal",
        List.of("cluster_id VARCHAR", "proposal VARCHAR"),
        writer -> proposals.forEach(proposal -> writer.row(proposal[4], proposal[0])));
    for (int from = 0; from < proposals.size(); from += BATCH_ROWS) {
      jdbc.batchUpdate(
          RunSql.ADD_PROPOSAL,
          proposals.subList(from, Math.min(proposals.size(), from + BATCH_ROWS)));
    }
  }

  void accounts(OperationId operation, UUID run, Engine engine) {
    copy(
        engine,
        RunSql.ACCOUNTS,
        RunSql.ADD_ACCOUNT,
        (row, number) ->
            new @Nullable Object[] {
              run,
              operation.value(),
              row.getInt(1),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              clean(row.getString(5)),
              time(row, 6),
              row.getBoolean(7),
              row.getBoolean(8),
              row.getString(9),
              row.getString(10),
              row.getString(11),
              row.getString(12),
              row.getObject(13)
            });
  }

  void payments(OperationId operation, UUID run, Engine engine) {
    copy(
        engine,
        RunSql.PAYMENTS,
        RunSql.ADD_PAYMENT,
        (row, number) ->
            new @Nullable Object[] {
              run,
              operation.value(),
              row.getInt(1),
              time(row, 2),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getLong(6)
            });
  }

  void links(OperationId operation, Engine engine) {
    engine.run(RunSql.PLACED_LINKS);
    copy(
        engine,
        RunSql.LINKS,
        RunSql.ADD_LINK,
        (row, number) ->
            new @Nullable Object[] {
              row.getString(1),
              operation.value(),
              number,
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getDouble(5),
              row.getString(6),
              clean(row.getString(7)),
              clean(row.getString(8)),
              clean(row.getString(9)),
              row.getInt(10),
              row.getString(11)
            });
  }

  void records(OperationId operation, Engine engine) {
    copy(
        engine,
        RunSql.RECORDS,
        RunSql.ADD_RECORD,
        (row, number) ->
            new @Nullable Object[] {
              row.getString(1),
              operation.value(),
              number,
              row.getString(2),
              row.getString(3),
              clean(row.getString(4)),
              time(row, 5),
              row.getString(6),
              row.getString(7),
              row.getLong(8),
              clean(row.getString(9))
            });
  }

  /** Reads a row of the engine into the values of an insert. */
  @FunctionalInterface
  interface RowForm {
    /** The row's values, and its number from 1. */
    @Nullable Object[] of(ResultSet row, int number) throws SQLException;
  }

  void copy(Engine engine, String query, String insert, RowForm form) {
    List<@Nullable Object[]> batch = new ArrayList<>(BATCH_ROWS);
    int[] number = {0};
    engine.read(
        query,
        row -> {
          batch.add(form.of(row, ++number[0]));
          if (batch.size() == BATCH_ROWS) {
            jdbc.batchUpdate(insert, batch);
            batch.clear();
          }
        });
    if (!batch.isEmpty()) {
      jdbc.batchUpdate(insert, batch);
    }
  }

  /** PostgreSQL's text holds no zero character. */
  static @Nullable String clean(@Nullable String text) {
    return text == null ? null : text.replace('\0', ' ');
  }

  private static @Nullable OffsetDateTime time(ResultSet row, int column) throws SQLException {
    LocalDateTime at = row.getObject(column, LocalDateTime.class);
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
