package dev.cordon.resolution;

import dev.cordon.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Reads rows into values. */
final class ProposalRows {

  private ProposalRows() {}

  static Proposal proposal(ResultSet row, int number) throws SQLException {
    UUID subject = row.getObject("subject_id", UUID.class);
    return new Proposal(
        new ProposalId(Columns.uuid(row, "id")),
        row.getString("number"),
        row.getInt("accounts"),
        row.getBoolean("payer"),
        row.getString("country"),
        row.getString("strength"),
        subject == null ? null : new SubjectId(subject),
        row.getString("subject_number"));
  }

  static ProposedAccount account(ResultSet row, int number) throws SQLException {
    return new ProposedAccount(
        row.getString("system"),
        row.getString("account"),
        row.getString("kind"),
        row.getString("handle"),
        Columns.instantOrNull(row, "registered_at"),
        row.getBoolean("payer"),
        row.getObject("source_id", UUID.class),
        row.getString("source_name"),
        row.getString("source_table"),
        row.getObject("source_row", Long.class));
  }

  static ProposedLink link(ResultSet row, int number) throws SQLException {
    return new ProposedLink(
        row.getString("a"),
        row.getString("b"),
        row.getString("rule"),
        row.getDouble("weight"),
        row.getString("flag"),
        row.getString("caution"),
        row.getString("why"));
  }

  static CaseRecord caseRecord(ResultSet row, int number) throws SQLException {
    return new CaseRecord(
        row.getString("kind"),
        row.getString("label"),
        row.getString("value"),
        Columns.instantOrNull(row, "at"),
        Columns.uuid(row, "source_id"),
        row.getString("source_name"),
        row.getString("source_table"),
        row.getLong("source_row"));
  }

  static Subject subject(ResultSet row, int number) throws SQLException {
    UUID into = row.getObject("into_id", UUID.class);
    return new Subject(
        new SubjectId(Columns.uuid(row, "id")),
        row.getString("number"),
        Category.of(row.getString("category")),
        new ProposalId(Columns.uuid(row, "proposal_id")),
        row.getString("state"),
        row.getString("country"),
        row.getString("reason"),
        row.getString("display_name"),
        Columns.instant(row, "decided_at"),
        into == null ? null : new SubjectId(into),
        row.getString("into_number"));
  }

  static Judgement judgement(ResultSet row, int number) throws SQLException {
    return new Judgement(
        row.getString("kind"),
        row.getString("reason"),
        row.getString("display_name"),
        Columns.instant(row, "decided_at"));
  }
}
