package dev.cordon.resolution;

import dev.cordon.access.OperationId;
import dev.cordon.linkage.Engine;
import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Carries proposals and subjects over from one run to the next: a group keeps the number of the
 * proposal most of its accounts were in, if most of that proposal's accounts are in it; a subject
 * is where most of its accounts are. Nothing of an earlier run is changed.
 */
@Component
class Continuity {

  private final JdbcTemplate jdbc;

  Continuity(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Tells the engine what was before ({@code kept_proposal}, {@code subject_account}). */
  void before(OperationId operation, Engine engine) {
    load(
        engine,
        "previous_account",
        List.of("proposal VARCHAR", "number VARCHAR", "account VARCHAR"),
        ContinuitySql.PREVIOUS_ACCOUNTS,
        operation);
    load(
        engine,
        "subject_account",
        List.of("subject VARCHAR", "number VARCHAR", "account VARCHAR"),
        ContinuitySql.SUBJECT_ACCOUNTS,
        operation);
    engine.run(ContinuitySql.kept());
  }

  /** The highest number a proposal of the operation ever had. */
  int highestNumber(OperationId operation) {
    Integer highest =
        jdbc.queryForObject(ContinuitySql.HIGHEST_NUMBER, Integer.class, operation.value());
    return highest == null ? 0 : highest;
  }

  /** Notes in which proposals of the run the subjects' accounts are. */
  void subjects(OperationId operation, UUID run, Engine engine) {
    engine.run(Plan.of(new Step("subject_home", ContinuitySql.SUBJECT_HOME)));
    List<@Nullable Object[]> rows = new ArrayList<>();
    engine.read(
        "SELECT h.subject, s.proposal FROM subject_home h JOIN saved_proposal s USING (cluster_id)"
            + " ORDER BY ALL",
        row ->
            rows.add(
                new @Nullable Object[] {
                  run, operation.value(), row.getString(1), row.getString(2)
                }));
    jdbc.batchUpdate(ContinuitySql.ADD_PLACE, rows);
  }

  private void load(
      Engine engine, String table, List<String> columns, String query, OperationId operation) {
    engine.create(
        table,
        columns,
        writer ->
            jdbc.query(
                query,
                row -> {
                  writer.row(row.getString(1), row.getString(2), row.getString(3));
                },
                operation.value()));
  }
}
