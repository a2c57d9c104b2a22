package dev.cordon.figures;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What makes the difference between two moments of a figure, or between two figures, record by
 * record. The first value and the differences of the records listed give the second.
 */
@Service
public class FigureChanges {

  /** The longest a comparison may take. */
  private static final String LONGEST = "20s";

  private final JdbcClient jdbc;
  private final FigureBook book;
  private final Definitions definitions;
  private final Kept kept;
  private final Publications publications;
  private final Ledger ledger;
  private final TransactionTemplate writing;

  FigureChanges(
      JdbcClient jdbc,
      FigureBook book,
      Definitions definitions,
      Kept kept,
      Publications publications,
      Ledger ledger,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.book = book;
    this.definitions = definitions;
    this.kept = kept;
    this.publications = publications;
    this.ledger = ledger;
    this.writing = new TransactionTemplate(transactions);
  }

  /** Two counts of a part that are compared. */
  private record Pair(Part part, Instant first, Instant second) {

    Instant lower() {
      return first.isBefore(second) ? first : second;
    }

    Instant upper() {
      return first.isBefore(second) ? second : first;
    }
  }

  /** The moment of a publication; refused for who counts only a part of what was published. */
  public Publication publication(OperationId operation, UUID id) {
    if (!book.part(operation).isWhole()) {
      throw new RefusedException(
          "Published figures count the whole operation; you see your agency's part of it.");
    }
    return publications.get(operation, id);
  }

  /** Every figure of a publication beside a later one; null for now. */
  public List<FigureDifference> since(
      OperationId operation, UUID publication, @Nullable UUID until) {
    return between(
        operation,
        publication(operation, publication).asOf(),
        until == null ? null : publication(operation, until).asOf());
  }

  /**
   * Every figure at one moment beside another.
   *
   * @param second null for now
   */
  public List<FigureDifference> between(
      OperationId operation, Instant first, @Nullable Instant second) {
    Pair pair = pair(operation, first, second);
    return written(() -> {
      List<FigureDifference> all = new ArrayList<>();
      for (Definition one : definitions.of(pair.part())) {
        all.add(difference(pair, one, one));
      }
      return List.copyOf(all);
    });
  }

  /**
   * One figure at a moment beside the same or another one at the same or another moment.
   *
   * @param other the other figure; the same name for two moments of one
   * @param second null for now
   */
  public FigureDifference of(
      OperationId operation, String name, Instant first, String other, @Nullable Instant second) {
    Pair pair = pair(operation, first, second);
    return written(() ->
        difference(pair, definitions.get(pair.part(), name), definitions.get(pair.part(), other)));
  }

  private FigureDifference difference(Pair pair, Definition one, Definition other) {
    Sum was = kept.value(pair.part(), one.name(), pair.first(), Filter.NONE);
    Sum is = kept.value(pair.part(), other.name(), pair.second(), Filter.NONE);
    List<FigureDifference.Reason> reasons =
        compared(ChangeSql.reasons(same(one, other)), pair, one, other)
            .query((row, number) ->
                new FigureDifference.Reason(
                    row.getString("why"),
                    row.getLong("records"),
                    row.getLong("difference"),
                    row.getLong("more")))
            .list();
    long changed = reasons.stream().mapToLong(FigureDifference.Reason::difference).sum();
    return new FigureDifference(
        one.name(),
        one.title(),
        was.value(one.working()),
        is.value(other.working()),
        was,
        is,
        same(one, other),
        was.amount() + changed == is.amount(),
        reasons);
  }

  /**
   * One page of the records that make the difference since a publication; opening it is an entry.
   */
  public Page<FigureChange> records(
      OperationId operation, UUID publication, @Nullable UUID until, String name, int page) {
    Instant first = publication(operation, publication).asOf();
    Instant second = until == null ? null : publication(operation, until).asOf();
    return records(operation, name, first, name, second, page);
  }

  /** One page of the records that make a difference; opening it is an entry. */
  public Page<FigureChange> records(
      OperationId operation,
      String name,
      Instant first,
      String other,
      @Nullable Instant second,
      int page) {
    Pair pair = pair(operation, first, second);
    Definition one = definitions.get(pair.part(), name);
    Definition against = definitions.get(pair.part(), other);
    return written(() -> {
      List<FigureChange> rows =
          compared(ChangeSql.page(same(one, against)), pair, one, against)
              .param("limit", Page.SIZE)
              .param("offset", Page.offset(page))
              .query((row, number) -> change(row))
              .list();
      long total =
          difference(pair, one, against).reasons().stream()
              .mapToLong(FigureDifference.Reason::records)
              .sum();
      ledger.append(
          Entry.of(operation, Act.CONSULTATION, "figure-records", "opened what changed of " + name)
              .touching(rows.stream().map(row -> row.kind() + " " + row.id()).toList()));
      return new Page<>(rows, page, total);
    });
  }

  private static boolean same(Definition one, Definition other) {
    return one.name().equals(other.name());
  }

  private Pair pair(OperationId operation, Instant first, @Nullable Instant second) {
    Part part = book.part(operation);
    return new Pair(
        part,
        book.mark(operation, first),
        second == null ? book.upToDate(part) : book.mark(operation, second));
  }

  private JdbcClient.StatementSpec compared(
      String sql, Pair pair, Definition one, Definition other) {
    JdbcClient.StatementSpec asked =
        jdbc.sql(sql)
            .param("operation", pair.part().operation().value())
            .param("part", pair.part().key())
            .param("name", one.name())
            .param("first", Columns.parameter(pair.first()))
            .param("second", Columns.parameter(pair.second()));
    return same(one, other)
        ? asked
            .param("lower", Columns.parameter(pair.lower()))
            .param("upper", Columns.parameter(pair.upper()))
        : asked.param("other", other.name());
  }

  private <T> T written(Supplier<T> work) {
    try {
      return Objects.requireNonNull(
          writing.execute(state -> {
            jdbc.sql(KeptSql.LIMIT).param("limit", LONGEST).query(String.class).single();
            return work.get();
          }));
    } catch (QueryTimeoutException stopped) {
      throw new RefusedException(
          "The comparison took longer than "
              + LONGEST
              + " and was stopped. Choose moments that lie nearer together.");
    }
  }

  private static FigureChange change(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    String label = row.getString("label");
    return new FigureChange(
        kind,
        row.getString("record_id"),
        label,
        row.getLong("was"),
        row.getLong("is_now"),
        row.getString("was_country"),
        row.getString("is_country"),
        row.getString("was_sort"),
        row.getString("is_sort"),
        row.getString("why"),
        label == null ? null : Labels.page(kind, row.getString("thing")));
  }
}
