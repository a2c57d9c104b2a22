package dev.cordon.intake;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.Operation;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.access.ReadingReasons;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the database knows of sources; each method is one transaction. */
@Service
@Transactional
class SourceRegister {

  private final JdbcClient jdbc;
  private final JdbcOperations batches;
  private final Access access;
  private final Operations operations;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final ReadingReasons reasons;
  private final Editions editions;
  private final CountRegister counts;
  private final ReceiptRegister receipts;
  private final ApplicationEventPublisher events;

  SourceRegister(
      JdbcClient jdbc,
      JdbcOperations batches,
      Access access,
      Operations operations,
      CurrentMember currentMember,
      Ledger ledger,
      ReadingReasons reasons,
      Editions editions,
      CountRegister counts,
      ReceiptRegister receipts,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.access = access;
    this.operations = operations;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.reasons = reasons;
    this.editions = editions;
    this.counts = counts;
    this.receipts = receipts;
    this.events = events;
  }

  /** Passes when the member may read the operation's records. */
  @Transactional(readOnly = true)
  void requireReader(OperationId operation) {
    access.require(operation, Area.SOURCES, Right.READ);
  }

  /** Passes when the member may open rows: may read, and has said why. */
  @Transactional(readOnly = true)
  void requireReason(OperationId operation) {
    requireReader(operation);
    reasons.require(operation);
  }

  /** Passes when the member may write down what is known of the operation's sources. */
  @Transactional(readOnly = true)
  void requireWriter(OperationId operation) {
    access.require(operation, Area.SOURCES, Right.WRITE);
  }

  /** Passes when the member may take something in and the operation still has its grounds. */
  @Transactional(readOnly = true)
  void requireGrounds(OperationId operation) {
    access.require(operation, Area.SOURCES, Right.WRITE);
    Operation found = operations.get(operation);
    boolean lacks = found.authority().isBlank() || found.legalBasis().isBlank();
    if (lacks) {
      throw new RefusedException(
          "the operation has no authority or no legal basis: nothing is taken in without them");
    }
    if (found.endsOn().isBefore(LocalDate.now(ZoneOffset.UTC))) {
      throw new RefusedException(
          "the operation ended on " + found.endsOn() + ": nothing is taken in after its end");
    }
    if (found.reviewOn().isBefore(LocalDate.now(ZoneOffset.UTC))) {
      throw new RefusedException(
          "the operation's review was due on "
              + found.reviewOn()
              + ": review it before anything is taken in");
    }
  }

  /** Why the member has a source read, now. */
  Edition.Cause cause(String reason) {
    return new Edition.Cause(
        Instant.now().truncatedTo(ChronoUnit.MICROS), currentMember.member(), reason);
  }

  /** Whether the source is entered. */
  @Transactional(readOnly = true)
  boolean isEntered(OperationId operation, SourceId source) {
    requireReader(operation);
    return jdbc.sql(IntakeSql.FIND)
        .param("operation", operation.value())
        .param("source", source.value())
        .query((row, index) -> true)
        .optional()
        .isPresent();
  }

  /** Enters a source with its balance; one that is there already stays as it is. */
  void enter(
      OperationId operation,
      Edition edition,
      SourceCounts counted,
      HandedOver handedOver,
      Consumer<Consumer<TextSummary>> threads) {
    requireGrounds(operation);
    SourceReport report = edition.report();
    int added =
        jdbc.sql(IntakeSql.ADD_SOURCE)
            .param("operation", operation.value())
            .param("id", report.id().value())
            .param("name", report.name())
            .param("system", report.system())
            .param("sha256", report.sha256())
            .param("size", report.sizeBytes())
            .param("form", report.form())
            .param("reference", report.isReference())
            .param("sealing", report.sealed().name())
            .param("notes", report.notes().toArray(String[]::new))
            .param("media", report.mediaFound())
            .param("damaged", report.isDamaged())
            .param("member", currentMember.member().value())
            .update();
    if (added == 0) {
      return;
    }
    editions.add(operation, edition, null);
    TextThreads.enter(batches, jdbc, operation, report.id(), edition.number(), threads);
    counts.keep(operation, report.id(), edition.number(), counted);
    receipts.make(
        operation,
        report,
        known(operation, report.name(), handedOver),
        Act.COLLECTION,
        "source",
        "taken in for the operation");
    events.publishEvent(new SourceSealed(operation, report.id(), report.name()));
  }

  /** What the queue was told of a file that a killed server left out, where nothing is said now. */
  private HandedOver known(OperationId operation, String name, HandedOver said) {
    return said.isUnknown()
        ? jdbc.sql(TakingSql.HANDED_OPEN)
            .param("operation", operation.value())
            .param("name", name)
            .query((row, index) -> TakingRows.handedOver(row))
            .optional()
            .orElse(said)
        : said;
  }

  /** Keeps the counts of an edition entered just now. */
  void keepCounts(OperationId operation, SourceId source, int edition, SourceCounts counted) {
    counts.keep(operation, source, edition, counted);
  }

  /** Keeps the counts of an edition that had none. */
  void count(OperationId operation, SourceId source, int edition, SourceCounts counted) {
    counts.keep(operation, source, edition, counted);
    ledger.append(
        Entry.of(
                operation, Act.COMBINATION, "source-count", "counted its records by day and reason")
            .touching(source));
  }

  /** The sources with texts, as far as the member may open texts. */
  @Transactional(readOnly = true)
  List<SourceId> textSources(OperationId operation) {
    return jdbc.sql(IntakeSql.TEXT_SOURCES)
        .param("operation", operation.value())
        .query((row, index) -> new SourceId(Columns.uuid(row, "source_id")))
        .list();
  }

  @Transactional(readOnly = true)
  Source get(OperationId operation, UUID source) {
    requireReader(operation);
    return jdbc.sql(IntakeSql.FIND)
        .param("operation", operation.value())
        .param("source", source)
        .query((row, index) -> source(row))
        .optional()
        .orElseThrow(NoSuchElementException::new);
  }

  @Transactional(readOnly = true)
  Optional<Source> named(OperationId operation, String name) {
    requireReader(operation);
    return jdbc.sql(IntakeSql.FIND_NAMED)
        .param("operation", operation.value())
        .param("name", name)
        .query((row, index) -> source(row))
        .optional();
  }

  /** Notes that a row of a source was looked at; looking needs a reason that stands. */
  void consulted(OperationId operation, String source, String table, long row, String act) {
    requireReader(operation);
    ledger.append(
        Entry.of(operation, Act.CONSULTATION, "source-row", reasons.require(operation).about(act))
            .touching(source + "/" + table + "/" + row));
  }

  /** Notes that rows were taken out of the system. */
  void extracted(OperationId operation, String source, String reason) {
    requireReader(operation);
    ledger.append(
        Entry.of(operation, Act.DISCLOSURE, "quarantine-extract", reason).touching(source));
  }

  static Source source(ResultSet row) throws SQLException {
    return new Source(
        Columns.uuid(row, "id"),
        row.getString("name"),
        row.getString("system"),
        row.getString("sha256"),
        row.getLong("size_bytes"),
        row.getString("form"),
        row.getBoolean("is_reference"),
        SourceReport.Sealing.valueOf(row.getString("sealing")),
        Arrays.asList((String[]) row.getArray("notes").getArray()),
        row.getLong("media_found"),
        row.getBoolean("is_damaged"),
        Columns.instant(row, "taken_at"),
        row.getString("taken_by_name"),
        row.getLong("rows_in"),
        row.getLong("stored"),
        row.getLong("quarantined"),
        row.getLong("duplicates"),
        row.getLong("unknown_zone"),
        row.getString("original_place"));
  }
}
