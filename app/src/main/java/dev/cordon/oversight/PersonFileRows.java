package dev.cordon.oversight;

import dev.cordon.Columns;
import dev.cordon.access.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of the database as persons' files. */
final class PersonFileRows {

  private PersonFileRows() {}

  static PersonFile file(ResultSet row, int number) throws SQLException {
    return new PersonFile(
        Columns.uuid(row, "id"),
        row.getString("subject"),
        row.getString("reason"),
        row.getString("legal_basis"),
        new MemberId(Columns.uuid(row, "asked_by")),
        row.getString("asker"),
        Columns.instant(row, "asked_at"),
        row.getString("decision") == null ? null : decision(row));
  }

  private static PersonFile.Decision decision(ResultSet row) throws SQLException {
    return new PersonFile.Decision(
        row.getString("decision").equals("released"),
        row.getString("words"),
        Columns.texts(row, "withheld"),
        row.getString("withheld_because"),
        row.getString("content_sha256"),
        Columns.instantOrNull(row, "as_of"),
        new MemberId(Columns.uuid(row, "decided_by")),
        row.getString("decider"),
        Columns.instant(row, "decided_at"),
        Columns.instant(row, "expires_at"),
        row.getBoolean("expired"));
  }
}
