package dev.cordon.correspondence;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.ReadingReason;
import dev.cordon.access.ReadingReasons;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Packages other agencies sent, as far as the reader may see them. */
@Service
@Transactional
public class ReceivedPackages {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final ReadingReasons reasons;

  ReceivedPackages(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      ReadingReasons reasons) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.reasons = reasons;
  }

  /** A subject of a package received; correction: what the sender said of it later. */
  public record Subject(
      UUID id,
      String number,
      String category,
      String attributionReason,
      long records,
      List<String> names,
      @Nullable String correction) {

    /** Copies the list. */
    public Subject {
      names = List.copyOf(names);
    }
  }

  /** One record of a subject; concerns: subject, or other for a third person. */
  public record Row(
      String kind,
      String label,
      String value,
      @Nullable Instant at,
      String concerns,
      String sourceName,
      String sourceTable,
      long sourceRow) {}

  /** What the sender told of the package later. */
  public record Notice(
      String kind, @Nullable String subject, String words, String by, Instant at) {}

  /** What was refused: by digest, size and check. */
  public record Refusal(
      String check,
      String words,
      String sha256,
      long size,
      String way,
      String member,
      Instant at) {}

  /** Which packages a list shows. */
  public enum Which {
    /** All. */
    ALL,
    /** Those given to the reader. */
    MINE,
    /** Those called back or past their date that nobody has decided on. */
    DUE
  }

  /** One page, urgent ones in force first, then the newest. */
  @Transactional(readOnly = true)
  public Page<ReceivedPackage> page(OperationId operation, Which which, int page) {
    access.require(operation, Area.CORRESPONDENCE, Right.READ);
    return new Page<>(
        narrowed(ReceivedSql.PAGE, operation, which)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(ReceivedPackage::of)
            .list(),
        page,
        narrowed(ReceivedSql.COUNT, operation, which).query(Long.class).single());
  }

  private JdbcClient.StatementSpec narrowed(String sql, OperationId operation, Which which) {
    return jdbc.sql(sql)
        .param("operation", operation.value())
        .param("member", currentMember.member().value())
        .param("mine", which == Which.MINE)
        .param("due", which == Which.DUE);
  }

  /** How many wait for the reader: due for a decision, or given to the reader and not begun. */
  @Transactional(readOnly = true)
  public long waiting(OperationId operation) {
    return access.holds(operation, Area.CORRESPONDENCE, Right.READ)
        ? jdbc.sql(ReceivedSql.WAITING)
            .param("operation", operation.value())
            .param("member", currentMember.member().value())
            .query(Long.class)
            .single()
        : 0;
  }

  /** One package; not found when there is none for this reader. */
  @Transactional(readOnly = true)
  public ReceivedPackage get(OperationId operation, UUID id) {
    return jdbc.sql(ReceivedSql.FIND)
        .param("operation", operation.value())
        .param("received", id)
        .query(ReceivedPackage::of)
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /** One page of its subjects. */
  @Transactional(readOnly = true)
  public Page<Subject> subjects(OperationId operation, UUID id, int page) {
    return new Page<>(
        jdbc.sql(ReceivedSql.SUBJECTS)
            .param("operation", operation.value())
            .param("received", id)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) ->
                new Subject(
                    Columns.uuid(row, "id"),
                    row.getString("number"),
                    row.getString("category"),
                    row.getString("attribution_reason"),
                    row.getLong("records"),
                    Columns.texts(row, "names"),
                    row.getString("correction")))
            .list(),
        page,
        jdbc.sql(ReceivedSql.COUNT_SUBJECTS)
            .param("operation", operation.value())
            .param("received", id)
            .query(Long.class)
            .single());
  }

  /** The number of a subject of that package. */
  @Transactional(readOnly = true)
  public String subject(OperationId operation, UUID id, UUID subject) {
    return jdbc.sql(ReceivedSql.SUBJECT)
        .param("operation", operation.value())
        .param("received", id)
        .param("subject", subject)
        .query(String.class)
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /** One page of the records of a subject; reading them is an entry. */
  public Page<Row> records(OperationId operation, UUID id, UUID subject, int page) {
    access.require(operation, Area.CORRESPONDENCE, Right.READ);
    ReadingReason reason = reasons.require(operation);
    String number = subject(operation, id, subject);
    ledger.append(
        Entry.of(
                operation,
                Act.CONSULTATION,
                "received-subject",
                reason.about("opened the records of " + number))
            .touching(id, subject));
    return new Page<>(
        jdbc.sql(ReceivedSql.RECORDS)
            .param("operation", operation.value())
            .param("subject", subject)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(ReceivedPackages::row)
            .list(),
        page,
        jdbc.sql(ReceivedSql.COUNT_RECORDS)
            .param("operation", operation.value())
            .param("subject", subject)
            .query(Long.class)
            .single());
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getString("kind"),
        row.getString("label"),
        row.getString("value"),
        Columns.instantOrNull(row, "at"),
        row.getString("concerns"),
        row.getString("source_name"),
        row.getString("source_table"),
        row.getLong("source_row"));
  }

  /** What its sender told later, at most 200. */
  @Transactional(readOnly = true)
  public List<Notice> notices(OperationId operation, UUID id) {
    return jdbc.sql(ReceivedSql.NOTICES)
        .param("operation", operation.value())
        .param("received", id)
        .query((row, number) ->
            new Notice(
                row.getString("kind"),
                row.getString("subject_number"),
                row.getString("words"),
                row.getString("said_by"),
                Columns.instant(row, "said_at")))
        .list();
  }

  /** The file as it came, sealed to this server's key; taking it is an entry. */
  public byte[] file(OperationId operation, UUID id) {
    access.require(operation, Area.CORRESPONDENCE, Right.READ);
    ReadingReason reason = reasons.require(operation);
    ReceivedPackage here = get(operation, id);
    byte[] sealed =
        jdbc.sql(ReceivedSql.FILE)
            .param("operation", operation.value())
            .param("received", id)
            .query(byte[].class)
            .optional()
            .orElseThrow(
                () -> new RefusedException("The content of " + here.number() + " was destroyed."));
    ledger.append(
        Entry.of(
                operation,
                Act.CONSULTATION,
                "received-file",
                reason.about("took the sealed file of a package received"))
            .touching(id));
    return sealed;
  }

  /** One page of what was refused, newest first. */
  @Transactional(readOnly = true)
  public Page<Refusal> refusals(OperationId operation, int page) {
    access.require(operation, Area.CORRESPONDENCE, Right.READ);
    return new Page<>(
        jdbc.sql(CorrespondenceSql.REFUSALS)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) ->
                new Refusal(
                    row.getString("check_name"),
                    row.getString("words"),
                    row.getString("sha256"),
                    row.getLong("size_bytes"),
                    row.getString("way"),
                    String.valueOf(row.getString("display_name")),
                    Columns.instant(row, "refused_at")))
            .list(),
        page,
        jdbc.sql(CorrespondenceSql.COUNT_REFUSALS)
            .param("operation", operation.value())
            .query(Long.class)
            .single());
  }
}
