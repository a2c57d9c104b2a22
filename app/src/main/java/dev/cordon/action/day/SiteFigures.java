package dev.cordon.action.day;

import dev.cordon.Columns;
import dev.cordon.action.day.ReportKind.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the board needs to know of a site's reports. */
record SiteFigures(
    Progress progress,
    @Nullable Instant enteredAt,
    @Nullable Instant endedAt,
    @Nullable Instant lastAt,
    int reports,
    int doubted,
    int personsMet,
    int arrests,
    int interviews,
    int items,
    boolean wrongPlace,
    List<Resource> asked) {

  static final SiteFigures NONE = of(SiteRecord.of(List.of()));

  SiteFigures {
    asked = List.copyOf(asked);
  }

  static SiteFigures of(SiteRecord record) {
    return new SiteFigures(
        record.progress(),
        record.enteredAt(),
        record.endedAt(),
        record.lastAt(),
        record.lines().size(),
        record.doubted(),
        record.personsMet(),
        record.arrests(),
        record.interviews(),
        record.items(),
        record.wrongPlace(),
        record.asked());
  }

  static SiteFigures of(ResultSet row) throws SQLException {
    String progress = row.getString("progress");
    if (progress == null) {
      return NONE;
    }
    return new SiteFigures(
        Progress.of(progress),
        Columns.instantOrNull(row, "entered_at"),
        Columns.instantOrNull(row, "ended_at"),
        Columns.instantOrNull(row, "last_at"),
        row.getInt("reports"),
        row.getInt("doubted"),
        row.getInt("persons_met"),
        row.getInt("arrests"),
        row.getInt("interviews"),
        row.getInt("items"),
        row.getBoolean("wrong_place"),
        Columns.texts(row, "asked").stream().map(Resource::of).toList());
  }
}
