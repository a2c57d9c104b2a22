package dev.cordon.action.day;

import dev.cordon.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;

/** Rows of reports as this package's records. */
final class ReportRows {

  private ReportRows() {}

  static DayReport report(ResultSet row, int number) throws SQLException {
    String resource = row.getString("resource");
    return new DayReport(
        Columns.uuid(row, "id"),
        Columns.uuid(row, "site_id"),
        ReportKind.of(row.getString("kind")),
        resource == null ? null : Resource.of(resource),
        row.getObject("device_id", UUID.class),
        row.getLong("device_sequence"),
        Columns.instant(row, "device_at")
            .atOffset(ZoneOffset.ofTotalSeconds(row.getInt("utc_offset_seconds"))),
        row.getInt("clock_offset_seconds"),
        Columns.instant(row, "placed_at"),
        Columns.instant(row, "received_at"),
        row.getBoolean("clock_doubted"),
        row.getObject("corrects", UUID.class),
        row.getString("words"),
        row.getString("reporter"));
  }
}
