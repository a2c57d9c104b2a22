package dev.cordon.protection.web;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.protection.Clocks;
import dev.cordon.resolution.Category;
import dev.cordon.web.Answer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** After how many months persons of each category are looked at again. */
@NeedToKnow(Area.DATA_PROTECTION)
@Controller
@RequestMapping("/operations/{operation}/data-protection/clocks")
class ClocksPage {

  private final Clocks clocks;
  private final Access access;

  ClocksPage(Clocks clocks, Access access) {
    this.clocks = clocks;
    this.access = access;
  }

  record ClockForm(
      @NotNull(message = "choose a category") Category category,
      @Min(value = 1, message = "at least one month") @Max(value = 120, message = "at most 120")
          int months,
      @NotBlank(message = "name the rule of law") @Size(min = 3, max = 500) String regime,
      @NotBlank(message = "say why") @Size(min = 3, max = 1900) String reason) {}

  @GetMapping
  String clocks(@PathVariable UUID operation, Model model) {
    OperationId in = new OperationId(operation);
    model.addAttribute("clocks", clocks.of(in));
    model.addAttribute("categories", Category.values());
    model.addAttribute("sets", access.holds(in, Area.DATA_PROTECTION, Right.WRITE));
    return "protection/clocks";
  }

  @PostMapping
  String set(
      @PathVariable UUID operation,
      @Valid ClockForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        "/operations/" + operation + "/data-protection/clocks",
        "Set. The dates in the list of what is due follow it at once.",
        () ->
            clocks.set(
                new OperationId(operation),
                form.category(),
                form.months(),
                form.regime(),
                form.reason()));
  }
}
