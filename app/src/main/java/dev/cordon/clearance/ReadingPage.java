package dev.cordon.clearance;

import dev.cordon.access.ForEveryMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.ReadingPurpose;
import dev.cordon.access.ReadingReasons;
import dev.cordon.web.Answer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/** Asks why persons' files are opened, and leads on to what was asked for. */
@ForEveryMember("a member states the own reason")
@Controller
@RequestMapping("/operations/{operation}/reading")
class ReadingPage {

  private final ReadingReasons reasons;

  ReadingPage(ReadingReasons reasons) {
    this.reasons = reasons;
  }

  record ReadingForm(
      @NotNull(message = "choose one") @Nullable ReadingPurpose purpose,
      @NotBlank(message = "say why") @Size(min = 3, max = 500, message = "3 to 500 characters")
          String words,
      @Nullable String next) {}

  @GetMapping
  String ask(
      @PathVariable UUID operation, @RequestParam(defaultValue = "") String next, Model model) {
    model.addAttribute("next", inside(operation, next));
    model.addAttribute("purposes", ReadingPurpose.values());
    model.addAttribute("standing", reasons.standing(new OperationId(operation)).orElse(null));
    return "clearance/reading";
  }

  @PostMapping
  String state(
      @PathVariable UUID operation,
      @Valid ReadingForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    String next = inside(operation, form.next() == null ? "" : form.next());
    if (checked.hasErrors()) {
      flash.addAttribute("next", next);
      return Answer.after(checked, flash, place(operation) + "/reading", "", () -> {});
    }
    ReadingPurpose purpose = java.util.Objects.requireNonNull(form.purpose());
    reasons.state(new OperationId(operation), purpose, form.words());
    return "redirect:" + next;
  }

  // Only addresses of this operation: the page leads nowhere else, whatever the address says.
  private static String inside(UUID operation, String next) {
    boolean good =
        next.startsWith(place(operation) + "/")
            && next.matches("[A-Za-z0-9/?&=%._~:+,-]*")
            && !next.contains("//")
            && !next.contains("..");
    return good ? next : place(operation);
  }

  private static String place(UUID operation) {
    return "/operations/" + operation;
  }
}
