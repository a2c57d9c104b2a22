package dev.cordon.ledger.internal;

import dev.cordon.CordonException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Whether what opens the entries opens them: each salt with its reason, records, member and
 * recipient leads to the commitments in the entry's signed bytes. For whoever has the database's
 * owner: it reads every salt.
 */
public final class OpeningLinks {

  private static final int FETCHED = 1_000;

  private static final String OPENINGS =
      """
      select e.id, p.place, e.body, e.member_id, e.recipient_id, o.salt, o.reason, o.record_ids, o.member_id as opener
      from cordon.ledger_entry e join cordon.ledger_opening o on o.entry_id = e.id
      left join cordon.ledger_place p on p.entry_id = e.id
      where o.destroyed_at is null
      """;

  private OpeningLinks() {}

  /** Looks at all of them; what is found first ends it. Memory does not grow with their number. */
  public static WholeLedger.Finding verify(DataSource owner) {
    try (Connection connection = owner.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(OPENINGS)) {
        statement.setFetchSize(FETCHED);
        return look(statement.executeQuery());
      } finally {
        connection.rollback();
      }
    } catch (SQLException failed) {
      throw new CordonException("the entries' openings can not be read.", failed);
    }
  }

  private static WholeLedger.Finding look(ResultSet rows) throws SQLException {
    long opened = 0;
    while (rows.next()) {
      String broken = broken(rows);
      if (broken != null) {
        return new WholeLedger.Finding(
            "commitment",
            false,
            "entry "
                + rows.getString("place")
                + " ("
                + rows.getString("id")
                + "): what opens it does not lead to its commitment '"
                + broken
                + "'");
      }
      opened++;
    }
    return new WholeLedger.Finding(
        "commitment", true, opened + " entries are opened by what stands in the database");
  }

  private static @Nullable String broken(ResultSet row) throws SQLException {
    List<String> lines = new String(row.getBytes("body"), StandardCharsets.UTF_8).lines().toList();
    Commitment commitment = new Commitment(row.getBytes("salt"));
    List<String> records = List.of((String[]) row.getArray("record_ids").getArray());
    String recipient = row.getString("recipient_id");
    if (!row.getObject("member_id", UUID.class).equals(row.getObject("opener", UUID.class))) {
      return "member";
    }
    return missing(
        lines,
        "member " + hex(commitment, "member", List.of(row.getString("member_id"))),
        "reason " + hex(commitment, "reason", List.of(row.getString("reason"))),
        "recipient "
            + hex(commitment, "recipient", recipient == null ? List.of() : List.of(recipient)),
        "records " + records.size() + " " + hex(commitment, "records", records));
  }

  private static @Nullable String missing(List<String> lines, String... wanted) {
    for (String line : wanted) {
      if (!lines.contains(line)) {
        return line.substring(0, line.indexOf(' '));
      }
    }
    return null;
  }

  private static String hex(Commitment commitment, String label, List<String> values) {
    return HexFormat.of().formatHex(commitment.to(label, values));
  }
}
