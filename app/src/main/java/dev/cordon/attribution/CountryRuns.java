package dev.cordon.attribution;

import dev.cordon.access.OperationId;
import dev.cordon.linkage.Engine;
import dev.cordon.resolution.AfterProposing;
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

/** Proposes countries for the proposals of a run and keeps them with their evidence. */
@Component
class CountryRuns implements AfterProposing {

  private static final int BATCH_ROWS = 1000;

  private final JdbcTemplate jdbc;

  CountryRuns(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void proposed(OperationId operation, UUID run, Engine engine) {
    AttributionRules rules = AttributionRules.standard();
    Countries.propose(engine, rules);
    copy(
        engine,
        AttributionSql.PROPOSED,
        AttributionSql.ADD_PROPOSED,
        row ->
            new @Nullable Object[] {
              row.getString(1),
              operation.value(),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getString(6),
              rules.version()
            });
    copy(
        engine,
        AttributionSql.EVIDENCE,
        AttributionSql.ADD_EVIDENCE,
        row ->
            new @Nullable Object[] {
              row.getString(1),
              operation.value(),
              row.getString(2),
              row.getString(3),
              row.getInt(4),
              row.getInt(5),
              time(row, 6),
              time(row, 7),
              row.getString(8),
              row.getString(9),
              row.getLong(10),
              number(row, 11),
              number(row, 12)
            });
    copy(
        engine,
        AttributionSql.TABLES,
        AttributionSql.ADD_TABLE,
        row ->
            new @Nullable Object[] {
              run,
              operation.value(),
              row.getInt(1),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getInt(5)
            });
    copy(
        engine,
        AttributionSql.RUN_COUNTRIES,
        AttributionSql.ADD_RUN_COUNTRY,
        row -> new @Nullable Object[] {run, operation.value(), row.getString(1), row.getString(2)});
  }

  @FunctionalInterface
  private interface RowForm {
    @Nullable Object[] of(ResultSet row) throws SQLException;
  }

  private void copy(Engine engine, String query, String insert, RowForm form) {
    List<@Nullable Object[]> batch = new ArrayList<>(BATCH_ROWS);
    engine.read(
        query,
        row -> {
          batch.add(form.of(row));
          if (batch.size() == BATCH_ROWS) {
            jdbc.batchUpdate(insert, batch);
            batch.clear();
          }
        });
    if (!batch.isEmpty()) {
      jdbc.batchUpdate(insert, batch);
    }
  }

  private static @Nullable Integer number(ResultSet row, int column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }

  private static @Nullable OffsetDateTime time(ResultSet row, int column) throws SQLException {
    LocalDateTime at = row.getObject(column, LocalDateTime.class);
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
