package dev.cordon.intake;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The editions of sources: what each reading gave, kept when its records are replaced, and what
 * changed from one to another. Each method is one transaction. Thread-safe.
 */
@Service
@Transactional
public class Editions {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int BATCH = 1000;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;

  Editions(
      JdbcClient jdbc,
      JdbcOperations batches,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.events = events;
  }

  /** What changed from one edition to another, by their reports. */
  public static EditionDifference compare(Edition before, Edition after) {
    return EditionComparison.compare(before, after);
  }

  /** The editions of a source, the newest first. */
  @Transactional(readOnly = true)
  public Page<EditionLine> page(OperationId operation, SourceId source, int number) {
    access.require(operation, Area.SOURCES, Right.READ);
    List<EditionLine> lines =
        jdbc.sql(EditionSql.PAGE)
            .param("operation", operation.value())
            .param("source", source.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(number))
            .query((row, index) ->
                new EditionLine(
                    row.getInt("number"),
                    Columns.instant(row, "made_at"),
                    Columns.instant(row, "entered_at"),
                    row.getString("entered_by_name"),
                    row.getString("reason"),
                    row.getString("form"),
                    row.getBoolean("has_report"),
                    row.getInt("normaliser"),
                    row.getLong("rows_in"),
                    row.getLong("stored"),
                    row.getLong("quarantined"),
                    row.getLong("duplicates")))
            .list();
    long total =
        jdbc.sql(EditionSql.COUNT)
            .param("operation", operation.value())
            .param("source", source.value())
            .query(Long.class)
            .single();
    return new Page<>(lines, number, total);
  }

  /** One edition; none where there is no such or only its balance is kept. */
  @Transactional(readOnly = true)
  public Optional<Edition> find(OperationId operation, SourceId source, int number) {
    return text(EditionSql.REPORT, operation, source, number)
        .map(report -> JSON.readValue(report, Edition.class));
  }

  /** What changed with an edition, row by row where that was compared; none for the first. */
  @Transactional(readOnly = true)
  public Optional<EditionDifference> difference(
      OperationId operation, SourceId source, int number) {
    return text(EditionSql.DIFFERENCE, operation, source, number)
        .map(difference -> JSON.readValue(difference, EditionDifference.class));
  }

  /**
   * What changed between two editions of a source: with the rows when the second followed on the
   * first, by their reports otherwise.
   */
  @Transactional(readOnly = true)
  public EditionDifference compare(OperationId operation, SourceId source, int before, int after) {
    if (after == before + 1) {
      Optional<EditionDifference> kept = difference(operation, source, after);
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    return compare(
        find(operation, source, before).orElseThrow(NoSuchElementException::new),
        find(operation, source, after).orElseThrow(NoSuchElementException::new));
  }

  /**
   * The same; none where an earlier version of the software kept no report of one of them and what
   * changed was not kept.
   */
  @Transactional(readOnly = true)
  public Optional<EditionDifference> differs(
      OperationId operation, SourceId source, int before, int after) {
    Optional<EditionDifference> kept =
        after == before + 1 ? difference(operation, source, after) : Optional.empty();
    Optional<Edition> left = find(operation, source, before);
    Optional<Edition> right = find(operation, source, after);
    return kept.isPresent() || left.isEmpty() || right.isEmpty()
        ? kept
        : Optional.of(compare(left.get(), right.get()));
  }

  /** Passes when the member may have a source read again: its texts are written anew too. */
  @Transactional(readOnly = true)
  void requireRetaker(OperationId operation) {
    access.require(operation, Area.SOURCES, Right.WRITE);
    access.require(operation, Area.SEALED_TEXT, Right.WRITE);
  }

  /** The number of the newest edition entered; 0 for none. */
  @Transactional(readOnly = true)
  int newest(OperationId operation, SourceId source) {
    return jdbc.sql(EditionSql.NEWEST)
        .param("operation", operation.value())
        .param("source", source.value())
        .query(Integer.class)
        .single();
  }

  /** Enters an edition with its balances, within the transaction of whoever calls. */
  void add(OperationId operation, Edition edition, @Nullable EditionDifference difference) {
    SourceReport report = edition.report();
    jdbc.sql(EditionSql.ADD)
        .param("operation", operation.value())
        .param("source", edition.source().value())
        .param("number", edition.number())
        .param("at", Columns.parameter(edition.cause().at()))
        .param("reason", edition.cause().reason())
        .param("form", report.form())
        .param("notes", report.notes().toArray(String[]::new))
        .param("media", report.mediaFound())
        .param("damaged", report.isDamaged())
        .param("report", JSON.writeValueAsString(edition))
        .param("difference", difference == null ? null : JSON.writeValueAsString(difference))
        .param("member", currentMember.member().value())
        .update();
    List<Placed> placed = new ArrayList<>();
    edition.balances().forEach(balance -> placed.add(new Placed(placed.size(), balance)));
    batches.batchUpdate(
        EditionSql.ADD_BALANCE,
        placed,
        BATCH,
        (statement, one) -> {
          statement.setObject(1, operation.value());
          statement.setObject(2, edition.source().value());
          statement.setInt(3, edition.number());
          statement.setInt(4, one.place());
          statement.setString(5, one.balance().name());
          statement.setString(6, one.balance().unit());
          statement.setLong(7, one.balance().rowsIn());
          statement.setLong(8, one.balance().stored());
          statement.setLong(9, one.balance().quarantined());
          statement.setLong(10, one.balance().duplicates());
        });
  }

  private record Placed(int place, Balance balance) {}

  /**
   * Enters an edition of a source known before; the threads of texts are counted anew over all
   * sources. One that is entered already stays as it is.
   *
   * @param own gives the threads of this source
   * @param others gives the threads of all other sources
   */
  void enter(
      OperationId operation,
      Edition edition,
      @Nullable EditionDifference difference,
      Consumer<Consumer<TextSummary>> own,
      Consumer<Consumer<TextSummary>> others) {
    requireRetaker(operation);
    if (newest(operation, edition.source()) >= edition.number()) {
      return;
    }
    add(operation, edition, difference);
    jdbc.sql(EditionSql.EMPTY_THREADS).param("operation", operation.value()).update();
    TextThreads.add(batches, operation, others);
    TextThreads.enter(batches, jdbc, operation, edition.source(), edition.number(), own);
    ledger.append(
        Entry.of(operation, Act.ALTERATION, "source-edition", edition.cause().reason())
            .touching(edition.source(), edition.report().sha256(), edition.digest()));
    events.publishEvent(
        new SourceRetaken(operation, edition.source(), edition.report().name(), edition.number()));
  }

  private Optional<String> text(String sql, OperationId operation, SourceId source, int number) {
    access.require(operation, Area.SOURCES, Right.READ);
    return jdbc.sql(sql)
        .param("operation", operation.value())
        .param("source", source.value())
        .param("number", number)
        .query(String.class)
        .optional();
  }
}
