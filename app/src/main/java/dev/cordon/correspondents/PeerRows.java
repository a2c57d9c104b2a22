package dev.cordon.correspondents;

import dev.cordon.Columns;
import dev.cordon.access.AgencyId;
import dev.cordon.kernel.merkle.NoteKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads keys and roads from their rows. */
final class PeerRows {

  private PeerRows() {}

  static PeerKey key(ResultSet row, int number) throws SQLException {
    return new PeerKey(
        Columns.uuid(row, "id"),
        new AgencyId(Columns.uuid(row, "peer_id")),
        name(row.getString("peer_name"), "an agency"),
        PeerKey.State.of(row.getString("state")),
        NoteKey.parse(row.getString("note_key")),
        row.getString("age_recipient"),
        uuidOrNull(row, "peer_operation"),
        uuidOrNull(row, "peer_sender"),
        uuidOrNull(row, "our_id_there"),
        row.getString("address"),
        name(row.getString("announced_by_name"), "a member"),
        Columns.instant(row, "announced_at"),
        row.getString("announced_words"),
        verified(row),
        Columns.instantOrNull(row, "retired_at"),
        Columns.instantOrNull(row, "revoked_at"),
        row.getString("revoked_words"));
  }

  static Road road(ResultSet row, int number) throws SQLException {
    return new Road(
        row.getString("address"),
        row.getString("authority"),
        row.getBoolean("sends"),
        row.getBoolean("takes"),
        name(row.getString("display_name"), "a member"),
        Columns.instant(row, "set_at"));
  }

  private static PeerKey.@Nullable Verified verified(ResultSet row) throws SQLException {
    Instant at = Columns.instantOrNull(row, "verified_at");
    return at == null
        ? null
        : new PeerKey.Verified(
            name(row.getString("verified_by_name"), "a member"),
            at,
            row.getString("verified_words"),
            row.getString("spoken_with"));
  }

  static @Nullable UUID uuidOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static String name(@Nullable String known, String otherwise) {
    return Objects.requireNonNullElse(known, otherwise);
  }
}
