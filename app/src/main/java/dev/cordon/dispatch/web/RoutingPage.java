package dev.cordon.dispatch.web;

import dev.cordon.access.Access;
import dev.cordon.access.Agencies;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.dispatch.Routing;
import dev.cordon.web.Answer;
import dev.cordon.web.Reason;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which agency gets which subjects: the rules that stand, one more, and the end of one. */
@NeedToKnow(Area.PACKAGES)
@Controller
@RequestMapping("/operations/{operation}/routing")
class RoutingPage {

  private final Routing routing;
  private final Agencies agencies;
  private final Access access;

  RoutingPage(Routing routing, Agencies agencies, Access access) {
    this.routing = routing;
    this.agencies = agencies;
    this.access = access;
  }

  record RuleForm(
      @NotNull(message = "choose an agency") UUID agency,
      @Nullable @Size(max = 12) String division,
      @Nullable @Size(max = 4000) String postcodes,
      @NotBlank(message = "say why") @Size(max = 2000) String reason) {

    static String text(@Nullable String given) {
      return given == null ? "" : given;
    }
  }

  @GetMapping
  String rules(@PathVariable UUID operation, Model model) {
    OperationId id = new OperationId(operation);
    model.addAttribute("rules", routing.rules(id));
    model.addAttribute("mayChange", access.holds(id, Area.PACKAGES, Right.WRITE));
    model.addAttribute("agencies", agencies.all());
    return "dispatch/routing";
  }

  @PostMapping
  String add(
      @PathVariable UUID operation,
      @Valid RuleForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        "/operations/" + operation + "/routing",
        "The rule stands under your name.",
        () ->
            routing.add(
                new OperationId(operation),
                new AgencyId(form.agency()),
                RuleForm.text(form.division()),
                RuleForm.text(form.postcodes()),
                form.reason()));
  }

  @PostMapping("/{id}/end")
  String end(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        "/operations/" + operation + "/routing",
        "The rule has ended; it stays on record.",
        () -> routing.end(new OperationId(operation), id, form.reason()));
  }
}
