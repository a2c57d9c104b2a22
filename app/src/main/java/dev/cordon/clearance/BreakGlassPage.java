package dev.cordon.clearance;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.EmergencyOpening;
import dev.cordon.access.EmergencyOpenings;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
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

/** Opening in an emergency, who did, and what another person said of it. */
@NeedToKnow(
    value = Area.BREAK_GLASS,
    right = {Right.READ, Right.OPEN})
@Controller
@RequestMapping("/operations/{operation}/break-glass")
class BreakGlassPage {

  private final EmergencyOpenings openings;
  private final Access access;

  BreakGlassPage(EmergencyOpenings openings, Access access) {
    this.openings = openings;
    this.access = access;
  }

  record OpeningForm(
      @NotNull(message = "choose what to open") EmergencyOpening.@Nullable Scope scope,
      @NotNull(message = "choose who is in danger") EmergencyOpening.@Nullable Danger danger,
      @NotBlank(message = "say what the danger is")
          @Size(min = 10, max = 2000, message = "10 to 2,000 characters")
          String reason) {}

  record ReviewForm(
      @NotNull(message = "choose one") @Nullable Boolean justified,
      @NotBlank(message = "say why") @Size(min = 3, max = 2000, message = "3 to 2,000 characters")
          String words) {}

  @GetMapping
  String list(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page, Model model) {
    OperationId id = new OperationId(operation);
    Page<EmergencyOpening> list = openings.page(id, Math.max(1, page));
    model.addAttribute("openings", list.rows());
    model.addAttribute("opens", access.holds(id, Area.BREAK_GLASS, Right.OPEN));
    model.addAttribute("reviews", access.holds(id, Area.BREAK_GLASS, Right.REVIEW));
    model.addAttribute("scopes", EmergencyOpening.Scope.values());
    model.addAttribute("paging", Paging.of(list, place(operation), Map.of()));
    return "clearance/break-glass";
  }

  @NeedToKnow(value = Area.BREAK_GLASS, right = Right.OPEN)
  @PostMapping
  String open(
      @PathVariable UUID operation,
      @Valid OpeningForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        place(operation),
        "Open for 60 minutes, for reading. Coordinators, the data-protection officer and auditors"
            + " see it now.",
        () ->
            openings.open(
                new OperationId(operation),
                Objects.requireNonNull(form.scope()),
                Objects.requireNonNull(form.danger()),
                form.reason()));
  }

  @NeedToKnow(value = Area.BREAK_GLASS, right = Right.OPEN)
  @PostMapping("/{opening}/end")
  String close(@PathVariable UUID operation, @PathVariable UUID opening, RedirectAttributes flash) {
    openings.close(new OperationId(operation), opening);
    flash.addFlashAttribute("done", "Closed. The review is still asked for.");
    return "redirect:" + place(operation);
  }

  @NeedToKnow(value = Area.BREAK_GLASS, right = Right.REVIEW)
  @PostMapping("/{opening}/review")
  String review(
      @PathVariable UUID operation,
      @PathVariable UUID opening,
      @Valid ReviewForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        place(operation),
        "Reviewed.",
        () ->
            openings.review(
                new OperationId(operation),
                opening,
                Boolean.TRUE.equals(form.justified()),
                form.words()));
  }

  private static String place(UUID operation) {
    return "/operations/" + operation + "/break-glass";
  }
}
