package dev.cordon.correspondence;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.dispatch.PackageId;
import dev.cordon.exchange.Message;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom a change about a subject still has to be told (Directive (EU) 2016/680 Art. 7(3)). What is
 * owed is worked out from the decisions and the packages each time, so that nothing can be missed;
 * it ends when the recipient was told, the package was called back, or a later version followed.
 */
@Service
@Transactional
public class Corrections {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final Sending sending;

  Corrections(
      JdbcClient jdbc, Access access, CurrentMember currentMember, Ledger ledger, Sending sending) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.sending = sending;
  }

  /** Something that has to be told: to whom, about whom, since when. */
  public record Duty(
      UUID packageId,
      String number,
      int version,
      UUID recipient,
      String recipientName,
      String country,
      UUID subject,
      String subjectNumber,
      String cause,
      String reason,
      Instant changedAt) {}

  /** What a recipient was told later about a package. */
  public record Told(String subject, String words, String by, Instant at) {}

  /** One page of what is owed, the oldest first; of one subject or of all (null). */
  @Transactional(readOnly = true)
  public Page<Duty> page(OperationId operation, @Nullable UUID subject, int page) {
    access.require(operation, Area.PACKAGES, Right.READ);
    return new Page<>(
        jdbc.sql(CorrectionSql.DUTIES)
            .param("operation", operation.value())
            .param("subject", subject)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) ->
                new Duty(
                    Columns.uuid(row, "package_id"),
                    row.getString("number"),
                    row.getInt("version"),
                    Columns.uuid(row, "recipient_id"),
                    Objects.requireNonNullElse(row.getString("recipient_name"), "an agency"),
                    row.getString("country"),
                    Columns.uuid(row, "subject_id"),
                    row.getString("subject_number"),
                    row.getString("cause"),
                    row.getString("reason"),
                    Columns.instant(row, "changed_at")))
            .list(),
        page,
        count(operation, subject));
  }

  private long count(OperationId operation, @Nullable UUID subject) {
    return jdbc.sql(CorrectionSql.COUNT)
        .param("operation", operation.value())
        .param("subject", subject)
        .query(Long.class)
        .single();
  }

  /** How many have to be told. */
  @Transactional(readOnly = true)
  public long open(OperationId operation) {
    return access.holdsForWhole(operation, Area.PACKAGES, Right.WRITE) ? count(operation, null) : 0;
  }

  /**
   * Tells the recipient of a package what no longer holds: by a signed message where the package
   * was sent, else on the package's page, where the agency reads it.
   */
  public void tell(OperationId operation, PackageId id, UUID subject, String words) {
    access.require(operation, Area.PACKAGES, Right.RECALL);
    Duty duty =
        page(operation, subject, 1).rows().stream()
            .filter(one -> one.packageId().equals(id.value()))
            .findFirst()
            .orElseThrow(
                () -> new RefusedException("Nothing about this subject is owed for this package."));
    UUID message =
        sending.wasSent(operation, id)
            ? sending.tell(
                operation,
                id,
                new Posting.Words(
                    Message.Kind.CORRECTION, subject, duty.subjectNumber(), null, null, words))
            : null;
    UUID told = UUID.randomUUID();
    jdbc.sql(CorrectionSql.TELL)
        .param("id", told)
        .param("operation", operation.value())
        .param("agency", duty.recipient())
        .param("package", id.value())
        .param("number", duty.subjectNumber())
        .param("subject", subject)
        .param("words", words.strip())
        .param("outgoing", message)
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(operation, Act.DISCLOSURE, "correction-told", words.strip())
            .to(new dev.cordon.access.AgencyId(duty.recipient()))
            .touching(id, subject, told));
  }

  /** What the recipient of a package was told later, newest first, at most 200. */
  @Transactional(readOnly = true)
  public List<Told> told(OperationId operation, PackageId id) {
    return jdbc.sql(CorrectionSql.TOLD)
        .param("operation", operation.value())
        .param("package", id.value())
        .query((row, number) ->
            new Told(
                Objects.requireNonNullElse(row.getString("subject_number"), "a subject"),
                row.getString("words"),
                Objects.requireNonNullElse(row.getString("display_name"), "a member"),
                Columns.instant(row, "told_at")))
        .list();
  }
}
