package dev.cordon.requests;

import dev.cordon.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;

/** Rows of the database as requests. */
final class RequestRows {

  private RequestRows() {}

  static ProviderRequest request(ResultSet row) throws SQLException {
    return new ProviderRequest(
        Columns.uuid(row, "id"),
        row.getString("number"),
        Objects.requireNonNullElse(row.getString("agency"), ""),
        row.getString("provider"),
        row.getString("provider_kind"),
        row.getString("from_country"),
        row.getString("to_country"),
        row.getString("legal_basis"),
        row.getString("channel"),
        row.getString("asks"),
        row.getObject("due_on", LocalDate.class),
        row.getObject("data_expires_on", LocalDate.class),
        RequestState.of(row.getString("act")),
        Columns.instant(row, "acted_at"),
        row.getLong("selectors"),
        row.getLong("unresolved"));
  }
}
