package dev.cordon.figures;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What changed between published figures and later ones, record by record. The value at the first
 * moment and the differences of the records listed give the value at the second.
 */
@Service
public class FigureChanges {

  private final JdbcClient jdbc;
  private final FigureBook book;
  private final Ledger ledger;

  FigureChanges(JdbcClient jdbc, FigureBook book, Ledger ledger) {
    this.jdbc = jdbc;
    this.book = book;
    this.ledger = ledger;
  }

  private record Frozen(int version, long value, boolean kept) {}

  /** A published moment. */
  @Transactional(readOnly = true)
  public Publication publication(OperationId operation, UUID id) {
    requireWhole(operation);
    return jdbc.sql(FigureSql.PUBLICATION)
        .param("operation", operation.value())
        .param("id", id)
        .query(FigureBook::publication)
        .optional()
        .orElseThrow(NoSuchElementException::new);
  }

  /**
   * Every figure of a publication beside a later one.
   *
   * @param until the later publication; null for now
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<FigureDifference> since(
      OperationId operation, UUID publication, @Nullable UUID until) {
    requireWhole(operation);
    Map<String, Frozen> earlier = frozen(operation, publication);
    Map<String, Frozen> later = until == null ? Map.of() : frozen(operation, until);
    List<FigureDifference> all = new ArrayList<>();
    for (Definition definition : book.published()) {
      Frozen was = earlier.get(definition.name());
      Frozen frozenLater = later.get(definition.name());
      if (was != null && (until == null || frozenLater != null)) {
        all.add(difference(operation, definition, publication, was, until, frozenLater));
      }
    }
    return List.copyOf(all);
  }

  private FigureDifference difference(
      OperationId operation,
      Definition definition,
      UUID publication,
      Frozen was,
      @Nullable UUID until,
      @Nullable Frozen later) {
    long is = later == null ? book.now(operation, definition.name()).value() : later.value();
    boolean explained = was.kept() && (later == null || later.kept());
    boolean same = was.version() == (later == null ? definition.version() : later.version());
    if (!explained) {
      return new FigureDifference(
          definition.name(), definition.title(), was.value(), is, 0, 0, 0, same, false);
    }
    return compared(
            ChangeSql.sums(definition, until == null), operation, definition, publication, until)
        .query((row, number) ->
            new FigureDifference(
                definition.name(),
                definition.title(),
                was.value(),
                is,
                row.getLong("added"),
                row.getLong("gone"),
                row.getLong("moved"),
                same,
                true))
        .single();
  }

  /**
   * One page of the records that make the difference; opening it is an entry.
   *
   * @param until the later publication; null for now
   * @throws RefusedException where the records were not kept
   */
  @Transactional(isolation = Isolation.REPEATABLE_READ)
  public Page<FigureChange> records(
      OperationId operation, UUID publication, @Nullable UUID until, String name, int page) {
    requireWhole(operation);
    Definition definition = book.definition(name);
    Frozen was = frozen(operation, publication).get(name);
    if (was == null || !was.kept()) {
      throw new RefusedException(
          "The records of this figure were not kept with the publication: values alone can be compared.");
    }
    List<FigureChange> rows =
        compared(
                ChangeSql.page(definition, until == null),
                operation,
                definition,
                publication,
                until)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) -> change(row))
            .list();
    long total =
        compared(
                ChangeSql.sums(definition, until == null),
                operation,
                definition,
                publication,
                until)
            .query((row, number) -> row.getLong("records"))
            .single();
    ledger.append(
        Entry.of(operation, Act.CONSULTATION, "figure-records", "opened what changed of " + name)
            .touching(rows.stream().map(row -> row.kind() + " " + row.id()).toList()));
    return new Page<>(rows, page, total);
  }

  private JdbcClient.StatementSpec compared(
      String sql,
      OperationId operation,
      Definition definition,
      UUID publication,
      @Nullable UUID until) {
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql)
            .param("operation", operation.value())
            .param("publication", publication)
            .param("name", definition.name());
    return until == null ? statement : statement.param("until", until);
  }

  private Map<String, Frozen> frozen(OperationId operation, UUID publication) {
    Map<String, Frozen> figures = new HashMap<>();
    jdbc.sql(ChangeSql.PUBLISHED_VALUES)
        .param("operation", operation.value())
        .param("publication", publication)
        .query(row -> {
          figures.put(
              row.getString("name"),
              new Frozen(
                  row.getInt("definition_version"),
                  row.getLong("value"),
                  row.getBoolean("records_kept")));
        });
    return figures;
  }

  // Published figures are the whole operation's; a part of it can not be compared with them.
  private void requireWhole(OperationId operation) {
    if (!book.scope(operation).equals("operation")) {
      throw new RefusedException(
          "Published figures count the whole operation; you see your agency's part of it.");
    }
  }

  private static FigureChange change(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    String id = row.getString("id");
    String known = row.getString("known");
    return new FigureChange(
        kind,
        id,
        known,
        row.getLong("was"),
        row.getLong("is_now"),
        row.getString("was_country"),
        row.getString("is_country"),
        why(row),
        known == null ? null : FigureBook.page(kind, id));
  }

  private static String why(ResultSet row) throws SQLException {
    long was = row.getLong("was");
    long is = row.getLong("is_now");
    if (was == 0) {
      return "counted since";
    }
    if (is > 0) {
      return was == is ? "counted in another country" : "counts for another amount";
    }
    String into = row.getString("into_number");
    String state = row.getString("subject_state");
    String sent = row.getString("package_state");
    if (into != null) {
      return "merged into " + into;
    }
    if ("withdrawn".equals(state)) {
      return "confirmation withdrawn";
    }
    if (sent != null && !sent.equals("released") && !sent.equals("received")) {
      return "package " + sent;
    }
    return "counted no longer";
  }
}
