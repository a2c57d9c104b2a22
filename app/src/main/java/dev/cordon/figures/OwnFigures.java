package dev.cordon.figures;

import dev.cordon.Columns;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Figures members compose without writing a query, shared by name in the operation. A change makes
 * another version; before it is published a second person looks at it. Both are entries.
 */
@Service
@Transactional
public class OwnFigures {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Definitions definitions;
  private final CompositionRules rules;
  private final Ledger ledger;

  OwnFigures(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Definitions definitions,
      CompositionRules rules,
      Ledger ledger) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.definitions = definitions;
    this.rules = rules;
    this.ledger = ledger;
  }

  /**
   * Keeps a composed figure, as the next version of its name.
   *
   * @throws RefusedException naming what can not be counted that way
   */
  public UUID compose(OperationId operation, Composition wanted) {
    access.require(operation, Area.OWN_FIGURES, Right.WRITE);
    Definition counted = rules.check(wanted);
    UUID id = UUID.randomUUID();
    ledger.append(
        Entry.of(operation, Act.DECISION, "own-figure", "composed the figure " + wanted.name())
            .touching(id));
    jdbc.sql(OwnFigureSql.ADD)
        .param("id", id)
        .param("operation", operation.value())
        .param("name", wanted.name().strip())
        .param("figure", counted.name())
        .param("version", counted.version())
        .param("countries", String.join(",", wanted.countries()))
        .param("holder", wanted.holder(), Types.OTHER)
        .param("sort", wanted.sort(), Types.VARCHAR)
        .param("from", wanted.from(), Types.DATE)
        .param("to", wanted.to(), Types.DATE)
        .param("grouped", wanted.groupedBy().text())
        .param("over", wanted.overTime().text())
        .param("share", wanted.shareOf(), Types.VARCHAR)
        .param("shareVersion", version(wanted.shareOf()), Types.INTEGER)
        .param("code", wanted.handlingCode())
        .param("words", wanted.words())
        .param("member", currentMember.member().value())
        .update();
    return id;
  }

  /** A second person says whether it counts what it says; once. */
  public void review(OperationId operation, UUID id, boolean agrees, String words) {
    access.require(operation, Area.OWN_FIGURES, Right.WRITE);
    OwnFigure figure = get(operation, id);
    if (figure.isOwn()) {
      throw new RefusedException(
          "You composed this figure. Another analyst or coordinator looks at it before it is published.");
    }
    if (figure.review() != null) {
      throw new RefusedException(
          "Somebody has looked at this version already; a change makes another one.");
    }
    ledger.append(Entry.of(operation, Act.DECISION, "own-figure-review", words).touching(id));
    jdbc.sql(OwnFigureSql.REVIEW)
        .param("id", id)
        .param("operation", operation.value())
        .param("agrees", agrees)
        .param("words", words)
        .param("member", currentMember.member().value())
        .update();
  }

  /** What members composed, newest first. */
  @Transactional(readOnly = true)
  public Page<OwnFigure> page(OperationId operation, int page) {
    access.require(operation, Area.OWN_FIGURES, Right.READ);
    List<OwnFigure> rows =
        jdbc.sql(OwnFigureSql.PAGE)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(OwnFigures::ownFigure)
            .list();
    long total =
        jdbc.sql(OwnFigureSql.COUNT)
            .param("operation", operation.value())
            .query(Long.class)
            .single();
    return new Page<>(rows, page, total);
  }

  /** One of them. */
  @Transactional(readOnly = true)
  public OwnFigure get(OperationId operation, UUID id) {
    access.require(operation, Area.OWN_FIGURES, Right.READ);
    return jdbc.sql(OwnFigureSql.ONE)
        .param("operation", operation.value())
        .param("id", id)
        .query(OwnFigures::ownFigure)
        .optional()
        .orElseThrow(NoSuchElementException::new);
  }

  private @Nullable Integer version(@Nullable String name) {
    return Optional.ofNullable(name)
        .flatMap(definitions::find)
        .map(Definition::version)
        .orElse(null);
  }

  private static OwnFigure ownFigure(ResultSet row, int number) throws SQLException {
    Composition composition =
        new Composition(
            row.getString("name"),
            row.getString("of_figure"),
            Columns.texts(row, "countries"),
            row.getObject("holder", UUID.class),
            row.getString("sort"),
            row.getObject("from_day", LocalDate.class),
            row.getObject("to_day", LocalDate.class),
            grouping(row.getString("grouped_by")),
            grouping(row.getString("over_time")),
            row.getString("share_of"),
            row.getString("handling_code"),
            row.getString("words"));
    return new OwnFigure(
        Columns.uuid(row, "id"),
        row.getInt("version"),
        composition,
        row.getInt("of_version"),
        row.getObject("share_version", Integer.class),
        Optional.ofNullable(row.getString("composer")).orElse("a member"),
        row.getBoolean("is_own"),
        Columns.instant(row, "composed_at"),
        review(row));
  }

  private static OwnFigure.@Nullable Review review(ResultSet row) throws SQLException {
    if (row.getString("said") == null) {
      return null;
    }
    return new OwnFigure.Review(
        row.getBoolean("agrees"),
        row.getString("said"),
        Optional.ofNullable(row.getString("reviewer")).orElse("a member"),
        Columns.instant(row, "reviewed_at"));
  }

  private static Composition.Grouping grouping(String text) {
    return Composition.Grouping.valueOf(text.toUpperCase(java.util.Locale.ROOT));
  }
}
