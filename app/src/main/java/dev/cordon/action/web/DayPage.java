package dev.cordon.action.web;

import dev.cordon.access.Access;
import dev.cordon.access.Agencies;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.ActionDay;
import dev.cordon.action.ActionDays;
import dev.cordon.action.day.Care;
import dev.cordon.action.day.DayBoard;
import dev.cordon.action.day.DayBoards;
import dev.cordon.action.day.DayNotes;
import dev.cordon.action.day.DayOrders;
import dev.cordon.action.day.DayPlans;
import dev.cordon.action.day.Embargoes;
import dev.cordon.action.day.SitePlans;
import dev.cordon.web.WorldMap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** One action day: its plan, the board live and replayed, and what it came to. */
@NeedToKnow(Area.ACTION)
@Controller
@RequestMapping("/operations/{operation}/action-days/{day}")
class DayPage {

  private final ActionDays days;
  private final DayBoards boards;
  private final DayPlans plans;
  private final SitePlans sites;
  private final DayOrders orders;
  private final Embargoes embargoes;
  private final Care care;
  private final DayNotes notes;
  private final Access access;
  private final WorldMap map;
  private final Agencies agencies;
  private final JsonMapper json = JsonMapper.builder().build();

  DayPage(
      ActionDays days,
      DayBoards boards,
      DayPlans plans,
      SitePlans sites,
      DayOrders orders,
      Embargoes embargoes,
      Care care,
      DayNotes notes,
      Access access,
      WorldMap map,
      Agencies agencies) {
    this.days = days;
    this.boards = boards;
    this.plans = plans;
    this.sites = sites;
    this.orders = orders;
    this.embargoes = embargoes;
    this.care = care;
    this.notes = notes;
    this.access = access;
    this.map = map;
    this.agencies = agencies;
  }

  @GetMapping
  String plan(@PathVariable UUID operation, @PathVariable UUID day, Model model) {
    OperationId id = new OperationId(operation);
    DayBoard board = about(id, day, model);
    boolean leads = access.holds(id, Area.ACTION, Right.CALL_DAY);
    model.addAttribute("board", board);
    model.addAttribute("readiness", plans.readiness(id, day));
    model.addAttribute("warnings", plans.warnings(id, day));
    model.addAttribute("dependencies", plans.dependencies(id, day));
    model.addAttribute("teams", sites.teams(id, day));
    model.addAttribute("leads", leads);
    model.addAttribute("agencies", leads ? agencies.all() : List.of());
    model.addAttribute("writes", access.holds(id, Area.ACTION, Right.WRITE));
    model.addAttribute("said", embargoes.said(id, day));
    model.addAttribute("readers", embargoes.readers(id, day));
    model.addAttribute("pressLines", embargoes.pressLines(id, day));
    return "action/day";
  }

  @GetMapping("/live")
  String live(
      @PathVariable UUID operation,
      @PathVariable UUID day,
      @RequestParam(defaultValue = "false") boolean wall,
      Model model) {
    OperationId id = new OperationId(operation);
    DayBoard board = about(id, day, model);
    model.addAttribute("board", board);
    model.addAttribute("boardJson", json.writeValueAsString(board));
    model.addAttribute("says", DayBoard.DEFINITIONS);
    model.addAttribute("orders", orders.all(id, day));
    model.addAttribute("wall", wall);
    model.addAttribute("map", map);
    model.addAttribute("orderer", access.holds(id, Area.ACTION, Right.WRITE));
    return "action/live";
  }

  @GetMapping("/replay")
  String replay(@PathVariable UUID operation, @PathVariable UUID day, Model model) {
    OperationId id = new OperationId(operation);
    DayBoard board = about(id, day, model);
    Instant first =
        board.sites().stream()
            .map(DayBoard.Site::plannedAt)
            .min(Instant::compareTo)
            .orElseGet(Instant::now)
            .minus(Duration.ofHours(1));
    Instant last =
        board.sites().stream()
            .map(DayBoard.Site::lastAt)
            .filter(java.util.Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(first.plus(Duration.ofHours(12)));
    model.addAttribute("board", board);
    model.addAttribute("boardJson", json.writeValueAsString(board));
    model.addAttribute("says", DayBoard.DEFINITIONS);
    model.addAttribute("first", first.toString());
    Instant end = last.isBefore(first) ? first.plus(Duration.ofHours(12)) : last;
    model.addAttribute("last", end.toString());
    return "action/replay";
  }

  @GetMapping("/after")
  String after(@PathVariable UUID operation, @PathVariable UUID day, Model model) {
    OperationId id = new OperationId(operation);
    model.addAttribute("board", about(id, day, model));
    model.addAttribute("measures", notes.measures(id, day));
    Map<DayNotes.Kind, List<DayNotes.Note>> written = notes.all(id, day);
    model.addAttribute("minutes", written.getOrDefault(DayNotes.Kind.MINUTE, List.of()));
    model.addAttribute("lessons", written.getOrDefault(DayNotes.Kind.LESSON, List.of()));
    model.addAttribute("orders", orders.all(id, day));
    model.addAttribute("due", care.due(id, day));
    model.addAttribute("writes", access.holds(id, Area.ACTION_COMMAND, Right.WRITE));
    return "action/after";
  }

  private DayBoard about(OperationId operation, UUID day, Model model) {
    ActionDay about = days.get(operation, day);
    model.addAttribute("embargo", embargoes.read(operation, day));
    model.addAttribute("day", about);
    model.addAttribute("base", base(operation.value(), day));
    return boards.now(operation, day);
  }

  private static String base(UUID operation, UUID day) {
    return "/operations/" + operation + "/action-days/" + day;
  }
}
