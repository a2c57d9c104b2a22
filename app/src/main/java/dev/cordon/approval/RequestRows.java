package dev.cordon.approval;

import dev.cordon.Columns;
import dev.cordon.access.MemberId;
import dev.cordon.access.OperationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Rows of the database as requests. */
final class RequestRows {

  private RequestRows() {}

  static Request request(ResultSet row, int number) throws SQLException {
    Instant decidedAt = Columns.instantOrNull(row, "decided_at");
    return new Request(
        new ApprovalId(Columns.uuid(row, "id")),
        new OperationId(Columns.uuid(row, "operation_id")),
        ActKind.of(row.getString("kind")),
        row.getString("target"),
        row.getString("what"),
        new MemberId(Columns.uuid(row, "asked_by")),
        row.getString("asked_by_name"),
        Columns.instant(row, "asked_at"),
        row.getString("ask_reason"),
        Columns.instant(row, "expires_at"),
        Request.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        decidedAt == null
            ? Optional.empty()
            : Optional.of(
                new Request.Decision(
                    new MemberId(Columns.uuid(row, "decided_by")),
                    row.getString("decided_by_name"),
                    decidedAt,
                    row.getString("decision_reason"))));
  }
}
