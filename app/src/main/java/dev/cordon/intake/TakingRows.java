package dev.cordon.intake;

import dev.cordon.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the queue's rows. */
final class TakingRows {

  private TakingRows() {}

  static HandedOver handedOver(ResultSet row) throws SQLException {
    return new HandedOver(
        row.getString("handed_by"),
        Columns.instantOrNull(row, "handed_at"),
        row.getString("handed_place"),
        row.getString("handed_means"),
        row.getString("handed_description"));
  }

  static Taking taking(ResultSet row) throws SQLException {
    return new Taking(
        Columns.uuid(row, "id"),
        row.getString("name"),
        row.getLong("size_bytes"),
        row.getString("zone"),
        row.getString("asked_by_name"),
        Columns.instant(row, "asked_at"),
        Taking.State.of(row.getString("state")),
        row.getInt("runs"),
        Columns.instantOrNull(row, "started_at"),
        Columns.instantOrNull(row, "ended_at"),
        Columns.instantOrNull(row, "stop_asked_at"),
        row.getString("reason"),
        row.getObject("source_id", UUID.class),
        again(row));
  }

  private static @Nullable Rereading again(ResultSet row) throws SQLException {
    UUID source = row.getObject("again_source", UUID.class);
    return source == null
        ? null
        : new Rereading(
            source,
            Rereading.Kind.of(row.getString("again_kind")),
            row.getString("again_reason"),
            row.getString("again_found"));
  }
}
