package dev.cordon.action.web;

import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.ActionDay;
import dev.cordon.action.ActionDays;
import dev.cordon.action.NewSite;
import dev.cordon.action.day.Care;
import dev.cordon.action.day.DayBoard;
import dev.cordon.action.day.DayBoards;
import dev.cordon.action.day.DayNotes;
import dev.cordon.action.day.DayOrders;
import dev.cordon.action.day.DayPlans;
import dev.cordon.action.day.Embargoes;
import dev.cordon.action.day.NewOrder;
import dev.cordon.action.day.OrderKind;
import dev.cordon.action.day.SitePlans;
import dev.cordon.web.Answer;
import dev.cordon.web.WorldMap;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
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
  private final CurrentMember currentMember;
  private final WorldMap map;
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
      CurrentMember currentMember,
      WorldMap map) {
    this.days = days;
    this.boards = boards;
    this.plans = plans;
    this.sites = sites;
    this.orders = orders;
    this.embargoes = embargoes;
    this.care = care;
    this.notes = notes;
    this.access = access;
    this.currentMember = currentMember;
    this.map = map;
  }

  record OrderForm(
      @NotNull(message = "choose what to order") OrderKind kind,
      @Nullable String country,
      @Nullable UUID site,
      @Nullable LocalDateTime startUtc,
      @NotBlank(message = "say why") @Size(max = 2000) String reason,
      long seen,
      NewOrder.@Nullable LeakKind leak,
      @Nullable @Size(max = 4000) String leakWords) {

    NewOrder order() {
      return new NewOrder(
          kind,
          country == null || country.isBlank() ? null : country,
          site,
          startUtc == null ? null : startUtc.toInstant(ZoneOffset.UTC),
          reason,
          seen,
          leak == null
              ? null
              : new NewOrder.NewLeak(
                  leak,
                  leakWords == null || leakWords.isBlank() ? reason : leakWords,
                  "told by who ordered",
                  Instant.now()));
    }
  }

  record AnswerForm(
      @NotNull UUID agency,
      @NotBlank String item,
      @NotBlank String state,
      @Nullable @Size(max = 1000) String words) {}

  record SiteForm(
      @Nullable UUID agency,
      @NotBlank @Size(max = 200) String label,
      @NotNull(message = "name the time zone") ZoneId zone,
      @NotNull(message = "name day and time") LocalDateTime plannedAt,
      @Nullable UUID packageSubject) {}

  record EmbargoForm(
      @Nullable LocalDateTime untilUtc,
      @Nullable LocalDateTime figuresUtc,
      @NotBlank(message = "say why") @Size(max = 2000) String reason) {}

  record TeamForm(@NotBlank @Size(max = 100) String name, int officers) {}

  record NoteForm(DayNotes.@NotNull Kind kind, @NotBlank @Size(max = 4000) String words) {}

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
    model.addAttribute("first", first);
    model.addAttribute("last", last.isBefore(first) ? first.plus(Duration.ofHours(12)) : last);
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

  @PostMapping("/orders")
  String order(
      @PathVariable UUID operation,
      @PathVariable UUID day,
      @Valid OrderForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        base(operation, day) + "/live",
        "Ordered. Every board that it is for shows it now.",
        () -> {
          long unused = orders.give(new OperationId(operation), day, form.order());
        });
  }

  @PostMapping("/readiness")
  String answer(
      @PathVariable UUID operation,
      @PathVariable UUID day,
      @Valid AnswerForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        base(operation, day),
        "Answered.",
        () ->
            plans.answer(
                new OperationId(operation),
                day,
                new AgencyId(form.agency()),
                form.item(),
                form.state(),
                form.words()));
  }

  @PostMapping("/sites")
  String addSite(
      @PathVariable UUID operation,
      @PathVariable UUID day,
      @Valid SiteForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    UUID agency = form.agency();
    return Answer.made(
        checked,
        flash,
        base(operation, day),
        "Planned. Now say where it is and who goes.",
        () ->
            "/operations/"
                + operation
                + "/action-sites/"
                + days.addSite(
                    new OperationId(operation),
                    day,
                    new NewSite(
                        agency == null ? currentMember.agency() : new AgencyId(agency),
                        form.label(),
                        form.zone(),
                        form.plannedAt(),
                        form.packageSubject())));
  }

  @PostMapping("/teams")
  String team(
      @PathVariable UUID operation,
      @PathVariable UUID day,
      @Valid TeamForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        base(operation, day),
        "The team stands.",
        () -> {
          UUID unused =
              sites.team(
                  new OperationId(operation),
                  day,
                  currentMember.agency().value(),
                  form.name(),
                  Math.clamp(form.officers(), 1, 500));
        });
  }

  @NeedToKnow(value = Area.ACTION, right = Right.CALL_DAY)
  @PostMapping("/embargo")
  String embargo(
      @PathVariable UUID operation,
      @PathVariable UUID day,
      @Valid EmbargoForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        base(operation, day),
        "Set. Who is not named below does not find the day any more.",
        () ->
            embargoes.set(
                new OperationId(operation),
                day,
                instant(form.untilUtc()),
                instant(form.figuresUtc()),
                form.reason()));
  }

  @NeedToKnow(Area.ACTION_COMMAND)
  @PostMapping("/notes")
  String note(
      @PathVariable UUID operation,
      @PathVariable UUID day,
      @Valid NoteForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        base(operation, day) + "/after",
        "Written.",
        () ->
            notes.write(new OperationId(operation), day, form.kind(), Instant.now(), form.words()));
  }

  private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }
}
