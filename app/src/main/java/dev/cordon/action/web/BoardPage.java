package dev.cordon.action.web;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.access.Right;
import dev.cordon.action.ActionDays;
import dev.cordon.action.Board;
import dev.cordon.action.Boards;
import dev.cordon.action.DayLimits;
import dev.cordon.action.day.Asides;
import dev.cordon.web.Answer;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The action day as a live board: lanes per country, read anew whenever something changed. */
@NeedToKnow(Area.ACTION)
@Controller
@RequestMapping("/operations/{operation}/board")
class BoardPage {

  private final Boards boards;
  private final ActionDays days;
  private final Asides asides;
  private final Access access;
  private final Operations operations;

  record DayForm(
      @NotBlank @Size(max = 200) String name,
      @NotNull(message = "name the day") LocalDate startsOn,
      @NotNull(message = "name the day") LocalDate endsOn,
      @Min(value = 1, message = "1 minute at least")
          @Max(value = 720, message = "720 minutes at most")
          int overdueMinutes,
      @Min(value = 1, message = "1 minute at least")
          @Max(value = 720, message = "720 minutes at most")
          int silentMinutes) {

    DayLimits limits() {
      return new DayLimits(overdueMinutes, silentMinutes);
    }
  }

  BoardPage(Boards boards, ActionDays days, Asides asides, Access access, Operations operations) {
    this.asides = asides;
    this.boards = boards;
    this.days = days;
    this.access = access;
    this.operations = operations;
  }

  @GetMapping
  String board(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "false") boolean wall,
      Model model) {
    OperationId id = new OperationId(operation);
    show(id, model);
    model.addAttribute("wall", wall);
    boolean plansHere = access.holds(id, Area.ACTION_PLANS, Right.READ);
    model.addAttribute("usual", DayLimits.USUAL);
    model.addAttribute("coordinates", access.holds(id, Area.ACTION, Right.CALL_DAY));
    model.addAttribute("reportsHere", access.holds(id, Area.ACTION, Right.REPORT));
    model.addAttribute("plansHere", plansHere);
    model.addAttribute("asideHere", plansHere ? asides.waiting(id) : 0L);
    return "action/board";
  }

  @GetMapping("/lanes")
  String lanes(@PathVariable UUID operation, Model model) {
    show(new OperationId(operation), model);
    return "action/lanes :: lanes";
  }

  @NeedToKnow(value = Area.ACTION, right = Right.CALL_DAY)
  @PostMapping("/days")
  String plan(
      @PathVariable UUID operation,
      @Valid DayForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.made(
        checked,
        flash,
        "/operations/" + operation + "/board",
        "Planned. Officers of the operation find it, unless you set an embargo.",
        () ->
            "/operations/"
                + operation
                + "/action-days/"
                + days.plan(
                    new OperationId(operation),
                    form.name(),
                    form.startsOn(),
                    form.endsOn(),
                    form.limits()));
  }

  @PostMapping("/days/{day}/abort")
  String abort(
      @PathVariable UUID operation,
      @PathVariable UUID day,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        "/operations/" + operation + "/board",
        "Asked for. The day stands until another coordinator has approved it, within 30 minutes.",
        () -> days.askAbort(new OperationId(operation), day, form.reason()));
  }

  private void show(OperationId operation, Model model) {
    operations.get(operation);
    Board board = boards.board(operation);
    model.addAttribute("base", "/operations/" + operation.value());
    model.addAttribute("days", days.all(operation));
    model.addAttribute("board", board);
    model.addAttribute("lanes", LaneView.of(board));
  }
}
