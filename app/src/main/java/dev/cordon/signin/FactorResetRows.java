package dev.cordon.signin;

import dev.cordon.Columns;
import dev.cordon.access.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads rows of resets. */
final class FactorResetRows {

  private FactorResetRows() {}

  static FactorReset reset(ResultSet row, int number) throws SQLException {
    return new FactorReset(
        Columns.uuid(row, "id"),
        new MemberId(Columns.uuid(row, "member_id")),
        row.getString("member_name"),
        new MemberId(Columns.uuid(row, "asked_by")),
        row.getString("asked_by_name"),
        Columns.instant(row, "asked_at"),
        row.getString("reason"),
        Columns.instant(row, "expires_at"),
        FactorReset.State.valueOf(row.getString("state")),
        decision(row));
  }

  private static Optional<FactorReset.Decision> decision(ResultSet row) throws SQLException {
    if (row.getString("decision") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new FactorReset.Decision(
            row.getString("decided_by_name"),
            Columns.instant(row, "decided_at"),
            row.getString("decision_reason"),
            Optional.ofNullable(Columns.instantOrNull(row, "link_ends_at")),
            Optional.ofNullable(Columns.instantOrNull(row, "used_at"))));
  }
}
