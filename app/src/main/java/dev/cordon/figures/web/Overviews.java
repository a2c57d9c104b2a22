package dev.cordon.figures.web;

import dev.cordon.Columns;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.figures.Figure;
import dev.cordon.figures.FigureBook;
import dev.cordon.figures.FigureCell;
import dev.cordon.figures.Figures;
import dev.cordon.figures.Filter;
import dev.cordon.figures.Part;
import dev.cordon.figures.Sum;
import dev.cordon.web.WorldMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the overview together: every number on it is a figure at one moment, or counts the rows its
 * link lists. What was counted at a moment never changes, so readers of one part share what was
 * read of it.
 */
@Component
class Overviews {

  private static final int REMEMBERED = 200;

  /** The lanes of the timeline, in the order of the data. */
  private static final List<String> LANES =
      List.of(
          "payments", "subjects_confirmed", "packages_sent", "searches", "arrests", "items_seized");

  private final JdbcClient jdbc;
  private final FigureBook book;
  private final Operations operations;
  private final CurrentMember currentMember;
  private final WorldMap map;
  private final TransactionTemplate work;
  private final Remembered<Key, Counted> remembered = new Remembered<>(REMEMBERED);

  Overviews(
      JdbcClient jdbc,
      FigureBook book,
      Operations operations,
      CurrentMember currentMember,
      WorldMap map,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.book = book;
    this.operations = operations;
    this.currentMember = currentMember;
    this.map = map;
    this.work = new TransactionTemplate(transactions);
  }

  private record Key(Part part, Instant mark, Filter filter) {}

  private record Counted(Figures figures, List<FigureCell> cells) {}

  /** The moment of the last count; the page asks whether it is still the one it shows. */
  Instant moment(OperationId operation) {
    return book.latest(book.part(operation));
  }

  /** The overview as of the last count, or of the moment asked for. */
  OverviewView now(OperationId operation, Asked asked, OverviewView.Measure measure) {
    Part part = book.part(operation);
    Instant moment = asked.moment();
    Instant mark = moment == null ? book.latest(part) : book.mark(operation, moment);
    Counted counted = counted(new Key(part, mark, asked.filter()));
    boolean agencyOnly = !part.isWhole();
    OverviewView.Measure shown =
        agencyOnly && !measure.knownToAgencies() ? OverviewView.Measure.DISPATCHED : measure;
    List<OverviewView.CountryRow> rows = CountryRows.of(counted.figures());
    Map<String, Long> counts = new TreeMap<>();
    rows.forEach(row -> counts.put(row.country(), shown.of(row)));
    String base = "/operations/" + operation.value();
    Panels panels = new Panels(base, asked);
    return new OverviewView(
        OverviewView.Charter.of(operations.get(operation)),
        agencyOnly,
        panels.tiles(counted.figures()),
        panels.funnel(counted.figures()),
        MapView.of(map, counts),
        shown,
        rows,
        CountryRows.total(rows),
        Timeline.of(lanes(counted, panels)),
        panels.waiting(counted.figures(), queue(operation)),
        agencies(counted, panels),
        since(part, counted, asked),
        mark);
  }

  private Counted counted(Key key) {
    return remembered.get(
        key,
        () ->
            new Counted(
                book.at(key.part(), key.mark(), key.filter()),
                book.cells(key.part(), key.mark(), key.filter(), names())));
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(LANES);
    names.addAll(List.of("subjects_dispatched", "subjects_acted_on"));
    return names;
  }

  private List<Timeline.Series> lanes(Counted counted, Panels panels) {
    List<Timeline.Series> lanes = new ArrayList<>();
    for (String name : LANES) {
      SortedMap<LocalDate, Long> perDay = new TreeMap<>();
      for (FigureCell cell : counted.cells()) {
        LocalDate day = cell.day();
        if (cell.name().equals(name) && day != null) {
          perDay.merge(day, cell.sum().amount(), Long::sum);
        }
      }
      counted
          .figures()
          .figure(name)
          .ifPresent(figure ->
              lanes.add(
                  new Timeline.Series(
                      figure.title(), figure.definition(), panels.lane(name), perDay)));
    }
    return lanes;
  }

  private List<OverviewView.AgencyRow> agencies(Counted counted, Panels panels) {
    Map<UUID, Map<String, Sum>> held = new LinkedHashMap<>();
    for (FigureCell cell : counted.cells()) {
      UUID holder = cell.holder();
      if (holder != null) {
        held.computeIfAbsent(holder, any -> new TreeMap<>())
            .merge(cell.name(), cell.sum(), Sum::plus);
      }
    }
    if (held.isEmpty()) {
      return List.of();
    }
    String ids = held.keySet().stream().map(UUID::toString).collect(Collectors.joining(","));
    return read(() ->
        jdbc.sql(OverviewSql.AGENCIES)
            .param("ids", ids)
            .query((row, number) -> {
              UUID id = Columns.uuid(row, "id");
              return panels.agency(
                  id,
                  row.getString("name"),
                  row.getString("country"),
                  held.getOrDefault(id, Map.of()));
            })
            .list());
  }

  private OverviewView.@Nullable Since since(Part part, Counted counted, Asked asked) {
    if (asked.moment() != null) {
      return null;
    }
    Optional<Instant> before = visit(part.operation());
    Optional<Instant> then = before.flatMap(moment -> book.countBefore(part, moment));
    if (before.isEmpty() || then.isEmpty()) {
      return null;
    }
    Figures was = counted(new Key(part, then.get(), asked.filter())).figures();
    List<OverviewView.Change> changes = new ArrayList<>();
    for (Figure figure : counted.figures().figures()) {
      long earlier = was.figure(figure.name()).map(Figure::value).orElse(0L);
      if (earlier != figure.value()) {
        changes.add(
            new OverviewView.Change(figure.name(), figure.title(), earlier, figure.value()));
      }
    }
    return new OverviewView.Since(before.get(), changes);
  }

  private Optional<Instant> visit(OperationId operation) {
    UUID member = currentMember.member().value();
    return Objects.requireNonNull(
        work.execute(state -> {
          Optional<Visit> known =
              jdbc.sql(OverviewSql.VISITED)
                  .param("operation", operation.value())
                  .param("member", member)
                  .query((row, number) ->
                      new Visit(Columns.instantOrNull(row, "before_at"), row.getBoolean("is_old")))
                  .optional();
          if (known.isPresent() && !known.get().isOld()) {
            return Optional.ofNullable(known.get().before());
          }
          return jdbc.sql(OverviewSql.VISIT)
              .param("operation", operation.value())
              .param("member", member)
              .query((row, number) -> Optional.ofNullable(Columns.instantOrNull(row, "before_at")))
              .single();
        }));
  }

  private record Visit(@Nullable Instant before, boolean isOld) {}

  private long queue(OperationId operation) {
    return read(() ->
        jdbc.sql(OverviewSql.QUEUE)
            .param("operation", operation.value())
            .query(Long.class)
            .single());
  }

  private <T> T read(java.util.function.Supplier<T> asked) {
    return Objects.requireNonNull(work.execute(state -> asked.get()));
  }

  /** Countries and agencies there are to choose from. */
  Set<String> countries(OperationId operation) {
    Part part = book.part(operation);
    return new TreeSet<>(
        counted(new Key(part, book.latest(part), Filter.NONE)).figures().byCountry().keySet());
  }

  /** A figure's value, or none where its stage publishes nothing yet. */
  static long value(Figures figures, String name) {
    return figures.figure(name).map(Figure::value).orElse(0L);
  }
}
