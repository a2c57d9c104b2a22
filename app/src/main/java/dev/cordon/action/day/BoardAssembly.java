package dev.cordon.action.day;

import dev.cordon.access.AgencyId;
import dev.cordon.action.day.ReportKind.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts a board together: the same for now and for any minute before.
 *
 * @param orders those given until then
 * @param now the moment shown
 */
record BoardAssembly(
    Day day,
    Collection<DayOrder> orders,
    Map<String, Welfare> welfare,
    Map<String, String> waits,
    Instant now) {

  /** The day and its limits. */
  record Day(
      UUID id,
      String name,
      Duration overdueAfter,
      Duration silentAfter,
      @Nullable Instant abortedAt) {}

  /** Records of care that are open and overdue in a country. */
  record Welfare(long open, long overdue) {

    static final Welfare NONE = new Welfare(0, 0);
  }

  /** A site as planned, and what came of it until then. */
  record Planned(
      UUID id,
      String number,
      AgencyId agency,
      String country,
      ZoneId zone,
      Instant plannedAt,
      SiteFigures figures) {}

  DayBoard of(List<Planned> planned) {
    List<DayBoard.Site> sites = planned.stream().map(this::site).toList();
    Map<String, List<Integer>> places = new TreeMap<>();
    for (int place = 0; place < planned.size(); place++) {
      places.computeIfAbsent(planned.get(place).country(), any -> new ArrayList<>()).add(place);
    }
    List<DayBoard.Lane> lanes = new ArrayList<>();
    places.forEach((country, own) ->
        lanes.add(
            lane(
                country,
                own.stream().map(planned::get).toList(),
                own.stream().map(sites::get).toList())));
    return new DayBoard(
        day.id(),
        day.name(),
        now,
        orders.stream().mapToLong(DayOrder::sequence).max().orElse(0),
        abortedAt(),
        Standing.of(orders, abortedAt(), new AgencyId(new UUID(0, 0)), new UUID(0, 0)).word(),
        lanes,
        sites);
  }

  private @Nullable Instant abortedAt() {
    Instant at = day.abortedAt();
    return at == null || at.isAfter(now) ? null : at;
  }

  private DayBoard.Site site(Planned site) {
    SiteFigures figures = site.figures();
    Standing standing = Standing.of(orders, abortedAt(), site.agency(), site.id());
    boolean free = standing.word() == Standing.Word.GO || standing.word() == Standing.Word.WAITING;
    boolean inside = figures.progress().entered() && figures.progress() != Progress.ENDED;
    return new DayBoard.Site(
        site.id(),
        site.number(),
        site.country(),
        site.zone().getId(),
        site.plannedAt(),
        standing.word(),
        figures.progress(),
        figures.enteredAt(),
        figures.endedAt(),
        figures.lastAt(),
        free
            && figures.progress() == Progress.PLANNED
            && past(site.plannedAt(), day.overdueAfter()),
        inside && figures.lastAt() != null && past(figures.lastAt(), day.silentAfter()),
        against(site, figures, standing),
        figures.wrongPlace(),
        figures.personsMet(),
        figures.arrests(),
        figures.interviews(),
        figures.items(),
        figures.asked());
  }

  private boolean past(Instant at, Duration limit) {
    return at.plus(limit).isBefore(now);
  }

  private @Nullable String against(Planned site, SiteFigures figures, Standing standing) {
    Instant entered = figures.enteredAt();
    // What another system told of, in its own time, no order given here was for.
    if (entered == null || !figures.progress().entered() || figures.reports() == 0) {
      return null;
    }
    Instant off = standing.since();
    if (off != null) {
      return entered.isAfter(off) ? "entered after it was called off" : null;
    }
    List<DayOrder> then = orders.stream().filter(order -> !order.at().isAfter(entered)).toList();
    return switch (Standing.of(then, null, site.agency(), site.id()).word()) {
      case HOLD -> "entered while held";
      case WAITING -> "entered without a go";
      case GO, CALLED_OFF -> null;
    };
  }

  private DayBoard.Lane lane(String country, List<Planned> planned, List<DayBoard.Site> sites) {
    Set<String> zones = new TreeSet<>();
    planned.forEach(site -> zones.add(site.zone().getId()));
    Set<Resource> asked = EnumSet.noneOf(Resource.class);
    sites.forEach(site -> asked.addAll(site.asked()));
    Welfare care = welfare.getOrDefault(country, Welfare.NONE);
    return new DayBoard.Lane(
        country,
        List.copyOf(zones),
        word(sites),
        waits.get(country),
        sites.size(),
        count(sites, site -> site.progress().entered()),
        count(sites, site -> site.progress() == Progress.ENDED),
        count(sites, site -> site.progress() == Progress.NOBODY_THERE),
        count(sites, site -> site.word() == Standing.Word.HOLD),
        count(sites, site -> site.word() == Standing.Word.CALLED_OFF),
        count(sites, DayBoard.Site::overdue),
        count(sites, DayBoard.Site::silent),
        count(sites, site -> site.against() != null),
        sum(sites, DayBoard.Site::personsMet),
        sum(sites, DayBoard.Site::arrests),
        sum(sites, DayBoard.Site::interviews),
        sum(sites, DayBoard.Site::items),
        planned.stream().mapToInt(site -> site.figures().reports()).sum(),
        planned.stream().mapToInt(site -> site.figures().doubted()).sum(),
        care.overdue(),
        care.open(),
        List.copyOf(asked),
        planned.stream().map(Planned::plannedAt).min(Comparator.naturalOrder()).orElse(null),
        sites.stream()
            .map(DayBoard.Site::lastAt)
            .flatMap(Stream::ofNullable)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null));
  }

  /** Called off and hold only where they hold for every site; else go as soon as one may. */
  private static Standing.Word word(List<DayBoard.Site> sites) {
    Set<Standing.Word> words = EnumSet.noneOf(Standing.Word.class);
    sites.forEach(site -> words.add(site.word()));
    if (words.size() == 1) {
      return words.iterator().next();
    }
    if (words.contains(Standing.Word.GO)) {
      return Standing.Word.GO;
    }
    return words.contains(Standing.Word.WAITING) ? Standing.Word.WAITING : Standing.Word.HOLD;
  }

  private static int count(List<DayBoard.Site> sites, Predicate<DayBoard.Site> wanted) {
    return (int) sites.stream().filter(wanted).count();
  }

  private static int sum(List<DayBoard.Site> sites, ToIntFunction<DayBoard.Site> count) {
    return sites.stream().mapToInt(count).sum();
  }
}
