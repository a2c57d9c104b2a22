package dev.cordon.action.web;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.day.Care;
import dev.cordon.action.day.DayBoard;
import dev.cordon.action.day.DayNotes;
import dev.cordon.action.day.DayOrders;
import dev.cordon.action.day.Leaks;
import dev.cordon.action.day.NewOrder;
import dev.cordon.web.WorldMap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** One action day while it lasts and afterwards: the board live and replayed, what it came to. */
@NeedToKnow(Area.ACTION)
@Controller
@RequestMapping("/operations/{operation}/action-days/{day}")
class DayPage {

  private static final Duration USUAL_DAY = Duration.ofHours(12);

  private final DayHead head;
  private final DayOrders orders;
  private final Leaks leaks;
  private final Care care;
  private final DayNotes notes;
  private final Access access;
  private final WorldMap map;
  private final JsonMapper json = JsonMapper.builder().build();

  DayPage(
      DayHead head,
      DayOrders orders,
      Leaks leaks,
      Care care,
      DayNotes notes,
      Access access,
      WorldMap map) {
    this.head = head;
    this.orders = orders;
    this.leaks = leaks;
    this.care = care;
    this.notes = notes;
    this.access = access;
    this.map = map;
  }

  @GetMapping("/live")
  String live(DayPath at, @RequestParam(defaultValue = "false") boolean wall, Model model) {
    OperationId id = at.operation();
    board(at, model);
    model.addAttribute("orders", orders.all(id, at.day()));
    model.addAttribute("leaks", leaks.all(id, at.day()));
    model.addAttribute("leakKinds", List.of(NewOrder.LeakKind.values()));
    model.addAttribute("wall", wall);
    model.addAttribute("map", map);
    model.addAttribute("orderer", access.holds(id, Area.ACTION, Right.WRITE));
    model.addAttribute("tells", access.holds(id, Area.ACTION_COMMAND, Right.WRITE));
    return "action/live";
  }

  @GetMapping("/replay")
  String replay(DayPath at, Model model) {
    DayBoard board = board(at, model);
    Instant first =
        board.sites().stream()
            .map(DayBoard.Site::plannedAt)
            .min(Instant::compareTo)
            .orElseGet(Instant::now)
            .minus(Duration.ofHours(1));
    Instant last =
        board.sites().stream()
            .map(DayBoard.Site::lastAt)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(first.plus(USUAL_DAY));
    Instant end = last.isBefore(first) ? first.plus(USUAL_DAY) : last;
    model.addAttribute("first", first.toString());
    model.addAttribute("last", end.toString());
    return "action/replay";
  }

  @GetMapping("/after")
  String after(DayPath at, Model model) {
    OperationId id = at.operation();
    DayBoard board = head.show(at, model);
    DayNotes.Counted measures = notes.measures(id, at.day());
    Set<String> elsewhere = new TreeSet<>(measures.byCountry().keySet());
    board.lanes().forEach(lane -> elsewhere.remove(lane.country()));
    model.addAttribute("measures", measures);
    model.addAttribute("elsewhere", elsewhere);
    Map<DayNotes.Kind, List<DayNotes.Note>> written = notes.all(id, at.day());
    model.addAttribute("minutes", written.getOrDefault(DayNotes.Kind.MINUTE, List.of()));
    model.addAttribute("lessons", written.getOrDefault(DayNotes.Kind.LESSON, List.of()));
    model.addAttribute("orders", orders.all(id, at.day()));
    model.addAttribute("leaks", leaks.all(id, at.day()));
    model.addAttribute("due", care.due(id, at.day()));
    model.addAttribute("writes", access.holds(id, Area.ACTION_COMMAND, Right.WRITE));
    return "action/after";
  }

  private DayBoard board(DayPath at, Model model) {
    DayBoard board = head.show(at, model);
    model.addAttribute("boardJson", json.writeValueAsString(board));
    model.addAttribute("says", DayBoard.definitions(head.limits(at)));
    model.addAttribute("names", DayBoard.NAMES);
    return board;
  }
}
