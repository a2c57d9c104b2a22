package dev.cordon.figures;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import dev.cordon.figures.Composition.Grouping;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What composed figures come to. They are read from what was counted already, under the reader's
 * rights, and no longer than {@link #LONGEST}.
 */
@Service
public class OwnValues {

  /** The longest a composed figure may be worked out. */
  static final Duration LONGEST = Duration.ofSeconds(10);

  private final JdbcClient jdbc;
  private final FigureBook book;
  private final Kept kept;
  private final CompositionRules rules;
  private final Definitions definitions;
  private final TransactionTemplate reading;
  private final Duration longest;

  @Autowired
  OwnValues(
      JdbcClient jdbc,
      FigureBook book,
      Kept kept,
      CompositionRules rules,
      Definitions definitions,
      PlatformTransactionManager transactions) {
    this(jdbc, book, kept, rules, definitions, transactions, LONGEST);
  }

  OwnValues(
      JdbcClient jdbc,
      FigureBook book,
      Kept kept,
      CompositionRules rules,
      Definitions definitions,
      PlatformTransactionManager transactions,
      Duration longest) {
    this.definitions = definitions;
    this.longest = longest;
    this.jdbc = jdbc;
    this.book = book;
    this.kept = kept;
    this.rules = rules;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  /**
   * What a composition comes to at a moment; null for now.
   *
   * @throws RefusedException where it can not be counted that way, or not in time
   */
  public OwnValue of(OperationId operation, Composition asked, @Nullable Instant moment) {
    Definition counted = rules.check(asked);
    Part part = book.part(operation);
    Instant mark = moment == null ? book.upToDate(part) : book.mark(operation, moment);
    try {
      return Objects.requireNonNull(
          reading.execute(state -> {
            jdbc.sql(KeptSql.LIMIT)
                .param("limit", longest.toMillis() + "ms")
                .query(String.class)
                .single();
            return value(part, counted, asked, mark);
          }));
    } catch (QueryTimeoutException stopped) {
      throw new RefusedException(
          "This figure took longer than "
              + longest.toSeconds()
              + " s and was stopped. Narrow it by countries or days.");
    }
  }

  private OwnValue value(Part part, Definition counted, Composition asked, Instant mark) {
    Map<String, Sum> parts = rows(part, counted.name(), asked, mark);
    String shareOf = asked.shareOf();
    Map<String, Sum> wholes = shareOf == null ? Map.of() : rows(part, shareOf, asked, mark);
    List<OwnValue.Row> rows = new ArrayList<>();
    parts.forEach((label, sum) ->
        rows.add(row(label, sum, whole(shareOf, wholes.get(label)), counted.working())));
    Sum all = kept.value(part, counted.name(), mark, asked.filter());
    Sum whole = shareOf == null ? null : kept.value(part, shareOf, mark, asked.filter());
    return new OwnValue(
        mark,
        shareOf == null ? counted.unit() : "per cent",
        sentence(counted, shareOf),
        rows,
        row("all", all, whole, counted.working()));
  }

  private String sentence(Definition counted, @Nullable String shareOf) {
    return definitions
        .find(String.valueOf(shareOf))
        .map(whole -> counted.sentence() + " As a share of: " + whole.sentence())
        .orElse(counted.sentence());
  }

  private static @Nullable Sum whole(@Nullable String shareOf, @Nullable Sum found) {
    return shareOf == null ? null : found == null ? Sum.NOTHING : found;
  }

  private static OwnValue.Row row(
      String label, Sum part, @Nullable Sum whole, Definition.Working working) {
    return new OwnValue.Row(label, part, whole, number(part, whole, working));
  }

  private static @Nullable Double number(
      Sum part, @Nullable Sum whole, Definition.Working working) {
    if (whole != null) {
      return whole.amount() == 0
          ? null
          : Math.round(part.amount() * 1000.0 / whole.amount()) / 10.0;
    }
    return part.isDefined(working) ? (double) part.value(working) : null;
  }

  private Map<String, Sum> rows(Part part, String name, Composition asked, Instant mark) {
    return asked.overTime() == Grouping.NOTHING
        ? read(OwnFigureSql.grouped(asked.groupedBy()), part, name, asked, mark, null)
        : read(OwnFigureSql.overTime(), part, name, asked, mark, asked.overTime());
  }

  private Map<String, Sum> read(
      String sql,
      Part part,
      String name,
      Composition asked,
      Instant mark,
      @Nullable Grouping step) {
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql)
            .param("operation", part.operation().value())
            .param("part", part.key())
            .param("name", name)
            .param("moment", Columns.parameter(mark))
            .param("everywhere", asked.countries().isEmpty())
            .param("countries", String.join(",", asked.countries()))
            .param("holder", asked.holder(), Types.OTHER)
            .param("sort", asked.sort(), Types.VARCHAR)
            .param("from", asked.from(), Types.DATE)
            .param("to", asked.to(), Types.DATE);
    if (step != null) {
      statement =
          statement
              .param("start", Columns.parameter(start(part, mark, step)))
              .param("step", "1 " + step.text());
    }
    Map<String, Sum> rows = new LinkedHashMap<>();
    statement.query(row -> {
      rows.put(row.getString("label"), new Sum(row.getLong("amount"), row.getLong("records")));
    });
    if (rows.size() > 1000) {
      throw new RefusedException(
          "That makes more than 1,000 rows. Narrow it, or take longer steps.");
    }
    return rows;
  }

  private Instant start(Part part, Instant mark, Grouping step) {
    Instant first = kept.firstMark(part).orElse(mark);
    long days = ChronoUnit.DAYS.between(first, mark);
    long length = step == Grouping.DAY ? 1 : step == Grouping.WEEK ? 7 : 28;
    long steps = Math.min(OwnFigureSql.MOST_STEPS, days / length + 1);
    return mark.minus(steps * length, ChronoUnit.DAYS);
  }
}
