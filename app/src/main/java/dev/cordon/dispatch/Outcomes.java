package dev.cordon.dispatch;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.exchange.Receipt;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.Ledger;
import dev.cordon.ledger.ReceiptWords;
import dev.cordon.ledger.StatementReceipts;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What came of packages, as their recipients say. Each outcome stands for good, and whoever said it
 * gets a receipt that can be checked offline.
 */
@Service
@Transactional
public class Outcomes {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final StatementReceipts receipts;
  private final IntelligencePackages packages;

  Outcomes(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      StatementReceipts receipts,
      IntelligencePackages packages) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.receipts = receipts;
    this.packages = packages;
  }

  /**
   * An outcome as it was reported.
   *
   * @param subject the subject's number; null when it is about the whole package
   * @param proved whether there is a receipt
   * @param amount how many, where the outcome counts
   * @param byMessage whether the recipient's server said it by a signed message
   */
  public record Reported(
      UUID id,
      Outcome outcome,
      @Nullable String subject,
      @Nullable String note,
      String by,
      Instant at,
      boolean proved,
      @Nullable Integer amount,
      boolean byMessage) {}

  /** What came of the package, or of one subject in it; said by the recipient. */
  public void report(
      OperationId operation,
      PackageId id,
      @Nullable UUID packageSubject,
      Outcome outcome,
      @Nullable String note) {
    access.require(operation, Area.OUTCOMES, Right.WRITE);
    IntelligencePackage about = packages.own(operation, id);
    if (packageSubject != null) {
      packages.requireIn(id, packageSubject);
    }
    UUID reported = UUID.randomUUID();
    jdbc.sql(DispatchSql.ADD_OUTCOME)
        .param("id", reported)
        .param("package", id.value())
        .param("subject", packageSubject)
        .param("operation", operation.value())
        .param("agency", about.recipient().value())
        .param("outcome", outcome.text())
        .param("note", note)
        .param("member", currentMember.member().value())
        .update();
    ReceiptWords statement = statement(operation, about, reported, packageSubject, outcome, note);
    EntryId entry =
        ledger.append(
            Entry.of(operation, Act.COLLECTION, "package-outcome", outcome.text())
                .touching(id, reported, statement.record()));
    jdbc.sql(DispatchSql.ADD_OUTCOME_RECEIPT)
        .param("outcome", reported)
        .param("operation", operation.value())
        .param("agency", about.recipient().value())
        .param("statement", statement.text())
        .param("entry", entry.value())
        .update();
  }

  private static ReceiptWords statement(
      OperationId operation,
      IntelligencePackage about,
      UUID id,
      @Nullable UUID packageSubject,
      Outcome outcome,
      @Nullable String note) {
    return new ReceiptWords("cordon-outcome", 1)
        .line("operation", operation)
        .line("id", id)
        .line("package", about.number())
        .line("version", about.version())
        .line("package-subject", packageSubject)
        .line("outcome", outcome.text())
        .line(
            "note-sha256", note == null ? null : Sha256.hex(note.getBytes(StandardCharsets.UTF_8)));
  }

  /** One page of what was reported of a package, newest first. */
  @Transactional(readOnly = true)
  public Page<Reported> page(OperationId operation, PackageId id, int page) {
    List<Reported> rows =
        jdbc.sql(DispatchSql.OUTCOMES)
            .param("operation", operation.value())
            .param("package", id.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(Outcomes::reported)
            .list();
    long total =
        jdbc.sql(DispatchSql.COUNT_OUTCOMES)
            .param("operation", operation.value())
            .param("package", id.value())
            .query(Long.class)
            .single();
    return new Page<>(rows, page, total);
  }

  private static Reported reported(ResultSet row, int number) throws SQLException {
    return new Reported(
        Columns.uuid(row, "id"),
        Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
        row.getString("subject"),
        row.getString("note"),
        row.getString("reported_by"),
        Columns.instant(row, "reported_at"),
        row.getBoolean("has_receipt"),
        row.getObject("amount", Integer.class),
        row.getBoolean("by_message"));
  }

  /**
   * The receipt of an outcome; taking it out is an entry.
   *
   * @throws RefusedException while no checkpoint covers its entry, and for one without a receipt
   */
  public Receipt receipt(OperationId operation, PackageId id, UUID outcome) {
    packages.get(operation, id);
    Receipt receipt =
        receipts.of(
            jdbc.sql(DispatchSql.OUTCOME_RECEIPT)
                .param("operation", operation.value())
                .param("package", id.value())
                .param("outcome", outcome)
                .query(StatementReceipts.Opened::of)
                .optional(),
            "this outcome");
    ledger.append(
        Entry.of(
                operation,
                Act.DISCLOSURE,
                "outcome-receipt",
                "the receipt of an outcome was taken out as a file")
            .touching(outcome));
    return receipt;
  }
}
