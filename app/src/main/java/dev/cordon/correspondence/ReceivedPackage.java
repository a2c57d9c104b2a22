package dev.cordon.correspondence;

import dev.cordon.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A package another agency sent, and how it stands.
 *
 * @param state in_force, replaced, recalled, expired or destroyed
 * @param expiresOn after which day it is to be deleted or reviewed, as the sender or a review says
 * @param replacedBy the newest later version here
 * @param keyState what became of the key that signed it
 */
public record ReceivedPackage(
    UUID id,
    UUID peer,
    String senderName,
    String operationName,
    UUID peerOperation,
    String number,
    int version,
    String country,
    String handlingCode,
    boolean urgent,
    Instant releasedAt,
    @Nullable LocalDate expiresOn,
    String law,
    String manifestSha256,
    Way way,
    Instant takenAt,
    String state,
    @Nullable Instant recalledAt,
    @Nullable String recallWords,
    @Nullable Integer replacedBy,
    String keyState,
    @Nullable Instant keyRevokedAt,
    @Nullable UUID assignee,
    @Nullable String assigneeName,
    long subjects) {

  static ReceivedPackage of(ResultSet row, int number) throws SQLException {
    LocalDate kept = row.getObject("keep_until", LocalDate.class);
    String key = row.getString("key_state");
    return new ReceivedPackage(
        Columns.uuid(row, "id"),
        Columns.uuid(row, "peer_id"),
        row.getString("sender_name"),
        row.getString("operation_name"),
        Columns.uuid(row, "peer_operation"),
        row.getString("number"),
        row.getInt("version"),
        row.getString("country"),
        row.getString("handling_code"),
        row.getBoolean("urgent"),
        Columns.instant(row, "released_at"),
        kept == null ? row.getObject("expires_on", LocalDate.class) : kept,
        row.getString("law"),
        row.getString("manifest_sha256"),
        row.getString("way").equals("push") ? Way.PUSH : Way.FILE,
        Columns.instant(row, "taken_at"),
        row.getString("state"),
        Columns.instantOrNull(row, "recalled_at"),
        row.getString("recall_words"),
        row.getObject("replaced_by", Integer.class),
        key == null ? "unknown" : key,
        Columns.instantOrNull(row, "revoked_at"),
        row.getObject("assignee_id", UUID.class),
        row.getString("assignee_name"),
        row.getLong("subjects"));
  }

  /** In a word or two, for a list. */
  public String stateWords() {
    return switch (state) {
      case "in_force" -> "in force";
      case "replaced" -> "replaced";
      case "recalled" -> "called back";
      case "expired" -> "past its date";
      default -> "destroyed";
    };
  }

  /** Which colour its state has. */
  public String tone() {
    return switch (state) {
      case "in_force" -> "good";
      case "recalled" -> "bad";
      default -> "wait";
    };
  }
}
