package dev.cordon.dispatch;

import dev.cordon.Columns;
import dev.cordon.access.AgencyId;
import dev.cordon.access.HandlingCode;
import dev.cordon.access.OperationId;
import dev.cordon.law.Conduct;
import dev.cordon.law.Coverage;
import dev.cordon.protection.Grade;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of the database as this stage's records. */
final class PackageRows {

  private PackageRows() {}

  static IntelligencePackage intelligencePackage(ResultSet row, int number) throws SQLException {
    return new IntelligencePackage(
        new PackageId(Columns.uuid(row, "id")),
        new OperationId(Columns.uuid(row, "operation_id")),
        row.getString("number"),
        row.getInt("version"),
        new AgencyId(Columns.uuid(row, "recipient_id")),
        row.getString("recipient"),
        row.getString("country"),
        PackageState.of(row.getString("state")),
        HandlingCode.valueOf(row.getString("handling_code")),
        row.getString("handling_note"),
        new Grade(
            Grade.Scheme.of(row.getString("grading_scheme")),
            row.getString("grading_source"),
            row.getString("grading_information"),
            row.getString("grading_handling")),
        row.getString("legal_basis"),
        law(row),
        clearance(row),
        life(row),
        row.getLong("subjects"),
        row.getString("manifest_sha256"),
        form(row));
  }

  private static PackageForm form(ResultSet row) throws SQLException {
    java.util.UUID supersedes = row.getObject("supersedes", java.util.UUID.class);
    return new PackageForm(
        row.getInt("form"),
        row.getString("profile"),
        row.getString("contact"),
        row.getObject("expires_on", java.time.LocalDate.class),
        Columns.texts(row, "languages"),
        supersedes == null ? null : new PackageId(supersedes));
  }

  private static IntelligencePackage.Law law(ResultSet row) throws SQLException {
    return new IntelligencePackage.Law(
        Conduct.valueOf(row.getString("conduct")),
        Columns.day(row, "conduct_on"),
        Coverage.Answer.valueOf(row.getString("coverage")),
        row.getString("coverage_reason"),
        Columns.texts(row, "law_questions"),
        row.getString("gap_reason"),
        row.getString("gap_by_name"),
        row.getString("law_version"));
  }

  private static IntelligencePackage.Clearance clearance(ResultSet row) throws SQLException {
    String basis = row.getString("transfer_basis");
    return new IntelligencePackage.Clearance(
        basis == null ? null : TransferBasis.of(basis),
        row.getString("transfer_words"),
        row.getString("transfer_by_name"));
  }

  private static IntelligencePackage.Life life(ResultSet row) throws SQLException {
    return new IntelligencePackage.Life(
        Columns.instant(row, "drafted_at"),
        row.getString("draft_reason"),
        Columns.instantOrNull(row, "released_at"),
        row.getString("release_reason"),
        Columns.instantOrNull(row, "received_at"),
        Columns.instantOrNull(row, "recalled_at"),
        row.getString("recall_reason"));
  }

  static PackageSubject subject(ResultSet row, int number) throws SQLException {
    return new PackageSubject(
        Columns.uuid(row, "id"),
        Columns.uuid(row, "subject_id"),
        row.getString("subject_number"),
        row.getString("category"),
        row.getString("attribution_reason"),
        Columns.texts(row, "names"),
        row.getLong("records"));
  }

  static PackageRecord packageRecord(ResultSet row, int number) throws SQLException {
    return new PackageRecord(
        Columns.uuid(row, "package_subject_id"),
        row.getString("kind"),
        row.getString("label"),
        row.getString("value"),
        Columns.instantOrNull(row, "at"),
        row.getString("source_name"),
        row.getString("source_table"),
        row.getLong("source_row"),
        row.getString("concerns"));
  }
}
