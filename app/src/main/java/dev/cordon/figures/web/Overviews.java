package dev.cordon.figures.web;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.figures.Figure;
import dev.cordon.figures.FigureBook;
import dev.cordon.figures.Figures;
import dev.cordon.web.WorldMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts the overview together: every number on it is a figure or counts the rows its link lists. */
@Component
class Overviews {

  private final JdbcClient jdbc;
  private final FigureBook book;
  private final Operations operations;
  private final WorldMap map;

  Overviews(JdbcClient jdbc, FigureBook book, Operations operations, WorldMap map) {
    this.jdbc = jdbc;
    this.book = book;
    this.operations = operations;
    this.map = map;
  }

  /** The overview as it is now, all of it read at one moment. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  OverviewView now(OperationId operation, OverviewView.Measure asked) {
    Figures figures = book.now(operation);
    boolean agencyOnly = figures.scope().equals("agency");
    OverviewView.Measure shown =
        agencyOnly && !asked.knownToAgencies() ? OverviewView.Measure.DISPATCHED : asked;
    Map<String, Map<String, Long>> states = packageStates(operation);
    List<OverviewView.CountryRow> rows = CountryRows.of(figures, states);
    Map<String, Long> counts = new TreeMap<>();
    rows.forEach(row -> counts.put(row.country(), shown.of(row)));
    String base = "/operations/" + operation.value();
    return new OverviewView(
        OverviewView.Charter.of(operations.get(operation)),
        agencyOnly,
        OverviewWords.tiles(figures),
        OverviewWords.funnel(figures, base),
        MapView.of(map, counts),
        shown,
        rows,
        CountryRows.total(rows),
        Timeline.of(series(operation, base)),
        OverviewWords.waiting(
            figures,
            states,
            count(operation, OverviewSql.PROPOSALS_WAITING),
            count(operation, OverviewSql.QUEUE),
            base),
        figures.asOf());
  }

  /** One page of what a bar of the timeline counts. */
  @Transactional(readOnly = true)
  Page<Happening> happenings(
      OperationId operation, Happening.Kind kind, LocalDate from, LocalDate to, int page) {
    List<Happening> rows =
        jdbc.sql(OverviewSql.between(kind))
            .param("operation", operation.value())
            .param("from", from)
            .param("to", to)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) ->
                new Happening(
                    Columns.instant(row, "at"),
                    row.getString("label"),
                    row.getString("country"),
                    row.getString("page")))
            .list();
    long total =
        jdbc.sql(OverviewSql.countBetween(kind))
            .param("operation", operation.value())
            .param("from", from)
            .param("to", to)
            .query(Long.class)
            .single();
    return new Page<>(rows, page, total);
  }

  private Map<String, Map<String, Long>> packageStates(OperationId operation) {
    Map<String, Map<String, Long>> states = new HashMap<>();
    jdbc.sql(OverviewSql.PACKAGE_STATES)
        .param("operation", operation.value())
        .query(row -> {
          states
              .computeIfAbsent(row.getString("country"), any -> new HashMap<>())
              .put(row.getString("state"), row.getLong("packages"));
        });
    return states;
  }

  private long count(OperationId operation, String sql) {
    return jdbc.sql(sql).param("operation", operation.value()).query(Long.class).single();
  }

  private List<Timeline.Series> series(OperationId operation, String base) {
    Set<String> published = Set.copyOf(jdbc.sql(OverviewSql.PUBLISHED).query(String.class).list());
    List<Timeline.Series> series = new ArrayList<>();
    for (Happening.Kind kind : Happening.KINDS) {
      if (!published.contains(kind.needs())) {
        continue;
      }
      SortedMap<LocalDate, Long> perDay = new TreeMap<>();
      jdbc.sql(OverviewSql.perDay(kind))
          .param("operation", operation.value())
          .query(row -> {
            perDay.put(Columns.day(row, "day"), row.getLong("happened"));
          });
      series.add(
          new Timeline.Series(
              kind.title(), kind.sentence(), base + "/timeline/" + kind.key(), perDay));
    }
    return series;
  }

  /** A figure's value, or none where its stage publishes nothing yet. */
  static long value(Figures figures, String name) {
    return figures.figure(name).map(Figure::value).orElse(0L);
  }
}
