package dev.cordon.figures;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The figures of an operation, now and at any moment since they were first counted.
 *
 * <p>Promises: all figures of one answer are of one moment; each comes from exactly the records its
 * page lists; a reader of one agency counts only what that agency holds, and is told so; a record
 * the reader may not see is counted and not named.
 */
@Service
public class FigureBook {

  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final Definitions definitions;
  private final Counting counting;
  private final Kept kept;
  private final TransactionTemplate reading;
  private final TransactionTemplate writing;

  FigureBook(
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      Definitions definitions,
      Counting counting,
      Kept kept,
      PlatformTransactionManager transactions) {
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.definitions = definitions;
    this.counting = counting;
    this.kept = kept;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.writing = new TransactionTemplate(transactions);
  }

  /** All figures now: counted anew when anything changed since the last count. */
  public Figures now(OperationId operation) {
    Part part = part(operation);
    return at(part, counting.upToDate(part), Filter.NONE)
        .asOf(Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  /** All figures as they were at a moment; null for now. */
  public Figures at(OperationId operation, @Nullable Instant moment) {
    return moment == null
        ? now(operation)
        : at(part(operation), mark(operation, moment), Filter.NONE);
  }

  /** One figure now. */
  public Figure now(OperationId operation, String name) {
    return at(operation, name, null, Filter.NONE);
  }

  /** One figure as it was at a moment; null for now. */
  public Figure at(OperationId operation, String name, @Nullable Instant moment, Filter filter) {
    Part part = part(operation);
    Definition definition = definitions.get(part, name);
    Instant mark = moment == null ? counting.upToDate(part) : mark(operation, moment);
    return read(() -> Figure.of(definition, kept.value(part, name, mark, filter)));
  }

  /**
   * The count that holds at a moment.
   *
   * @throws RefusedException before the first count
   */
  public Instant mark(OperationId operation, Instant moment) {
    Part part = part(operation);
    return read(() -> kept.mark(part, moment))
        .orElseThrow(() ->
            new RefusedException(
                read(() -> kept.firstMark(part))
                    .map(first ->
                        "Figures are kept since " + first + "; before that nothing was counted.")
                    .orElse("Nothing was counted yet.")));
  }

  /** The moment of a count that holds now. */
  Instant upToDate(Part part) {
    return counting.upToDate(part);
  }

  /** The moment of the last count; counted anew meanwhile when something changed since. */
  public Instant latest(Part part) {
    return counting.latest(part);
  }

  /** Whether the reader's part was counted at all. */
  public boolean isCounted(OperationId operation) {
    Part part = part(operation);
    return read(() -> kept.firstMark(part)).isPresent();
  }

  /** The same; a count that began meanwhile is waited for no longer than the reader's patience. */
  public Instant latest(OperationId operation, Duration patience) {
    return counting.latest(part(operation), patience);
  }

  /** Figures of a part in cells: by country, agency and day. */
  public List<FigureCell> cells(Part part, Instant mark, Filter filter, List<String> names) {
    return read(() -> kept.cells(part, mark, filter, names));
  }

  /** The count before or at a moment; none before the first. */
  public Optional<Instant> countBefore(Part part, Instant moment) {
    return read(() -> kept.mark(part, moment));
  }

  /** Moments at which was counted, one an hour, newest first. */
  public List<Instant> marks(OperationId operation) {
    Part part = part(operation);
    return read(() -> kept.marks(part));
  }

  /** Why figures could not be counted, by name. */
  public Map<String, String> faults(OperationId operation) {
    Part part = part(operation);
    return read(() ->
        kept.faults(part).stream().collect(Collectors.toMap(Kept.Fault::name, Kept.Fault::words)));
  }

  /** One page of the records behind a figure now, of one country or of all (null). */
  public Page<FigureRecord> records(
      OperationId operation, String name, @Nullable String country, int page) {
    Filter filter = Filter.of(country);
    RecordList list = records(operation, name, null, filter, Slice.page(page));
    return new Page<>(list.rows(), page, list.total());
  }

  /** A part of the records behind a figure at a moment (null: now); opening it is an entry. */
  public RecordList records(
      OperationId operation, String name, @Nullable Instant moment, Filter filter, Slice slice) {
    Part part = part(operation);
    Definition definition = definitions.get(part, name);
    Instant mark = moment == null ? counting.upToDate(part) : mark(operation, moment);
    return list(part, definition, mark, filter, slice);
  }

  private RecordList list(
      Part part, Definition definition, Instant mark, Filter filter, Slice slice) {
    return Objects.requireNonNull(
        writing.execute(state -> {
          Sum sum = kept.value(part, definition.name(), mark, filter);
          List<FigureRecord> rows =
              kept.records(part, definition.name(), mark, filter, slice, sum.records());
          ledger.append(
              Entry.of(
                      part.operation(),
                      Act.CONSULTATION,
                      "figure-records",
                      "opened the records of " + definition.name())
                  .touching(rows.stream().map(row -> row.kind() + " " + row.id()).toList()));
          return new RecordList(Figure.of(definition, sum), mark, rows, sum.records());
        }));
  }

  /** The sorts a figure's records are of. */
  public List<String> sorts(OperationId operation, String name) {
    Part part = part(operation);
    return read(() -> kept.sorts(part, name));
  }

  /** Whose part the reader counts. */
  public Part part(OperationId operation) {
    return scope(operation).equals("operation")
        ? new Part(operation, null)
        : new Part(operation, currentMember.agency());
  }

  /** Whether the reader counts the whole operation or the own agency's part of it. */
  String scope(OperationId operation) {
    return read(() -> {
      if (access.holdsForWhole(operation, Area.FIGURES, Right.READ)) {
        return "operation";
      }
      access.require(operation, Area.FIGURES, Right.READ);
      return "agency";
    });
  }

  /** All figures of a part at a count's moment. */
  public Figures at(Part part, Instant mark, Filter filter) {
    List<Definition> all = definitions.of(part);
    Map<String, List<Kept.InCountry>> values = read(() -> kept.values(part, mark, filter));
    List<Figure> figures = new ArrayList<>();
    for (Definition one : all) {
      Sum sum =
          values.getOrDefault(one.name(), List.of()).stream()
              .map(Kept.InCountry::sum)
              .reduce(Sum.NOTHING, Sum::plus);
      figures.add(Figure.of(one, sum));
    }
    List<Figures.Step> funnel =
        definitions.funnel(part).stream()
            .map(one -> new Figures.Step(one.name(), one.title(), valueOf(figures, one.name())))
            .toList();
    return new Figures(
        mark, part.operation(), part.word(), figures, Kept.byCountry(all, values), funnel);
  }

  private static long valueOf(List<Figure> figures, String name) {
    return figures.stream()
        .filter(one -> one.name().equals(name))
        .mapToLong(Figure::value)
        .findFirst()
        .orElse(0);
  }

  private <T> T read(Supplier<T> asked) {
    return Objects.requireNonNull(reading.execute(state -> asked.get()));
  }
}
