package dev.cordon.correspondence;

import dev.cordon.Columns;
import dev.cordon.access.AgencyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something sent to another agency, and how far it has come.
 *
 * @param kind package, outcome, recall or correction
 * @param note the signed text of a message; null for a package
 * @param sha256 of what was signed
 * @param state waiting, taken_out, delivered, refused, failed, asked_again or receipt
 * @param lastWords what the last attempt said
 * @param nextAt when it is tried again by itself
 * @param receiptSaidAt when the recipient says it arrived
 */
public record Outgoing(
    UUID id,
    AgencyId peer,
    String peerName,
    String kind,
    @Nullable UUID packageId,
    @Nullable UUID received,
    UUID namedOperation,
    String packageNumber,
    int packageVersion,
    long sequence,
    @Nullable String note,
    String sha256,
    Way way,
    String madeBy,
    Instant madeAt,
    String state,
    long attempts,
    @Nullable String lastWords,
    @Nullable Instant lastAt,
    @Nullable Instant nextAt,
    @Nullable Instant receiptSaidAt) {

  static Outgoing of(ResultSet row, int number) throws SQLException {
    return new Outgoing(
        Columns.uuid(row, "id"),
        new AgencyId(Columns.uuid(row, "peer_id")),
        Objects.requireNonNullElse(row.getString("peer_name"), "another agency"),
        row.getString("kind"),
        row.getObject("package_id", UUID.class),
        row.getObject("received_id", UUID.class),
        Columns.uuid(row, "named_operation"),
        row.getString("package_number"),
        row.getInt("package_version"),
        row.getLong("sequence"),
        row.getString("note"),
        row.getString("sha256"),
        row.getString("way").equals("push") ? Way.PUSH : Way.FILE,
        Objects.requireNonNullElse(row.getString("made_by_name"), "a member"),
        Columns.instant(row, "made_at"),
        row.getString("state"),
        row.getLong("attempts"),
        row.getString("last_words"),
        Columns.instantOrNull(row, "last_at"),
        Columns.instantOrNull(row, "next_at"),
        Columns.instantOrNull(row, "receipt_said_at"));
  }

  /** What it is, in a few words. */
  public String what() {
    return switch (kind) {
      case "package" -> "package";
      case "outcome" -> "what came of it";
      case "recall" -> "recall";
      default -> "correction";
    };
  }

  /** How far it has come, in a few words. */
  public String stateWords() {
    return switch (state) {
      case "receipt" -> "receipt here";
      case "taken_out" -> "taken out as a file";
      case "delivered" -> "delivered";
      case "refused" -> "refused there";
      case "failed" -> nextAt == null ? "given up" : "tried, goes on";
      case "asked_again" -> "to be tried again";
      default -> way == Way.PUSH ? "to be sent" : "to be taken out";
    };
  }

  /** Which colour its state has. */
  public String tone() {
    return switch (state) {
      case "receipt", "delivered" -> "good";
      case "refused" -> "bad";
      case "failed" -> nextAt == null ? "bad" : "wait";
      default -> "wait";
    };
  }

  /** Whether a member may have it tried again. */
  public boolean mayBeTriedAgain() {
    return way == Way.PUSH && !state.equals("receipt");
  }
}
