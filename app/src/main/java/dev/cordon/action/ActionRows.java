package dev.cordon.action;

import dev.cordon.Columns;
import dev.cordon.access.AgencyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of the database as this stage's records. */
final class ActionRows {

  private ActionRows() {}

  static ReceivedReport report(ResultSet row, int number) throws SQLException {
    Instant at = Columns.instant(row, "happened_at");
    ReportedPerson person =
        new ReportedPerson(row.getString("given"), row.getString("family"), null);
    ReportedAddress address =
        new ReportedAddress(
            row.getString("address_line"), row.getString("postcode"), row.getString("city"), null);
    return new ReceivedReport(
        Columns.uuid(row, "id"),
        new AgencyId(Columns.uuid(row, "agency_id")),
        row.getString("report"),
        row.getString("country"),
        row.getString("officer"),
        MeasureKind.of(row.getString("kind")),
        at,
        at.atOffset(ZoneOffset.ofTotalSeconds(row.getInt("utc_offset_seconds"))),
        person.name(),
        place(address),
        row.getString("visit"),
        row.getString("note"),
        row.getLong("items"),
        row.getBoolean("late"),
        Columns.instant(row, "received_at"),
        ReceivedReport.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        match(row),
        row.getBoolean("has_receipt"));
  }

  private static ReceivedReport.@Nullable Match match(ResultSet row) throws SQLException {
    UUID id = row.getObject("match_id", UUID.class);
    if (id == null) {
      return null;
    }
    return new ReceivedReport.Match(
        id,
        row.getObject("package_subject_id", UUID.class),
        row.getObject("subject_id", UUID.class),
        row.getObject("received_subject_id", UUID.class),
        row.getObject("received_id", UUID.class),
        row.getString("subject_number"),
        row.getString("rule"),
        row.getString("why"));
  }

  static String text(ReceivedReport.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** An address in one line. */
  static String place(@Nullable ReportedAddress address) {
    if (address == null) {
      return "";
    }
    return Stream.of(address.line(), address.postcode(), address.city(), address.country())
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  static ActionDay day(ResultSet row, int number) throws SQLException {
    return new ActionDay(
        Columns.uuid(row, "id"),
        row.getString("name"),
        Columns.day(row, "starts_on"),
        Columns.day(row, "ends_on"),
        new DayLimits(row.getInt("overdue_minutes"), row.getInt("silent_minutes")),
        row.getLong("sites"),
        Columns.instantOrNull(row, "aborted_at"));
  }

  static Site site(ResultSet row, int number) throws SQLException {
    Instant plannedAt = Columns.instant(row, "planned_at");
    ZoneId zone = ZoneId.of(row.getString("time_zone"));
    return new Site(
        Columns.uuid(row, "id"),
        new AgencyId(Columns.uuid(row, "agency_id")),
        row.getString("agency_name"),
        row.getString("label"),
        row.getString("country"),
        zone,
        plannedAt,
        plannedAt.atZone(zone).toOffsetDateTime(),
        row.getString("subject_number"),
        row.getLong("warrants"),
        Columns.instantOrNull(row, "started_at"),
        Columns.instantOrNull(row, "ended_at"));
  }

  static Board.Lane lane(ResultSet row, int number) throws SQLException {
    int offset = row.getInt("utc_offset");
    boolean known = !row.wasNull();
    return new Board.Lane(
        row.getString("country"),
        row.getLong("planned"),
        row.getLong("started"),
        row.getLong("ended"),
        row.getLong("searches"),
        row.getLong("arrests"),
        row.getLong("interviews"),
        row.getLong("seizures"),
        row.getLong("items"),
        row.getLong("reports"),
        row.getLong("open"),
        row.getLong("late"),
        Columns.instantOrNull(row, "first_planned"),
        Columns.instantOrNull(row, "first_at"),
        Columns.instantOrNull(row, "last_at"),
        known ? ZoneOffset.ofTotalSeconds(offset) : null);
  }
}
