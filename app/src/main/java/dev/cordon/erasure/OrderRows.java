package dev.cordon.erasure;

import dev.cordon.Columns;
import dev.cordon.access.OperationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Rows of the database as orders and their lines. */
final class OrderRows {

  private OrderRows() {}

  static ErasureOrder order(ResultSet row) throws SQLException {
    return new ErasureOrder(
        new OrderId(Columns.uuid(row, "id")),
        new OperationId(Columns.uuid(row, "operation_id")),
        row.getString("number"),
        OrderKind.of(row.getString("kind")),
        new Ordered(
            row.getString("authority"),
            row.getString("reference"),
            Columns.day(row, "ordered_on"),
            row.getString("legal_basis")),
        Chosen.By.of(row.getString("chosen_by")),
        ErasureOrder.State.of(row.getString("state")),
        Objects.requireNonNullElse(row.getString("entered_by_name"), "a member"),
        Columns.instant(row, "entered_at"),
        row.getObject("approved_by") == null
            ? Optional.empty()
            : Optional.of(
                Objects.requireNonNullElse(row.getString("approved_by_name"), "a member")),
        Optional.ofNullable(Columns.instantOrNull(row, "approved_at")),
        Optional.ofNullable(Columns.instantOrNull(row, "done_at")),
        Optional.ofNullable(row.getString("lifts_number")),
        Optional.ofNullable(Columns.instantOrNull(row, "lifted_at")),
        row.getBoolean("certified"));
  }

  static ScopeLine line(ResultSet row, int number) throws SQLException {
    return new ScopeLine(
        row.getString("name"),
        row.getObject("source_id", UUID.class),
        row.getString("source_name"),
        row.getString("source_table"),
        row.getString("state"),
        row.getString("how"),
        row.getLong("amount"),
        row.getString("note"));
  }
}
