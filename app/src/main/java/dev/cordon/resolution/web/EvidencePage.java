package dev.cordon.resolution.web;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.resolution.LinkGraphs;
import dev.cordon.resolution.ResolutionModel;
import dev.cordon.resolution.WithheldEvidence;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
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

/** Accounts in no proposal with the reason, and evidence that may not be used. */
@NeedToKnow(Area.PROPOSALS)
@Controller
@RequestMapping("/operations/{operation}")
class EvidencePage {

  private final WithheldEvidence evidence;
  private final LinkGraphs graphs;
  private final Access access;

  EvidencePage(WithheldEvidence evidence, LinkGraphs graphs, Access access) {
    this.evidence = evidence;
    this.graphs = graphs;
    this.access = access;
  }

  record ValueForm(
      @NotBlank @Pattern(regexp = "[A-Z_]{2,30}", message = "one of the kinds") String kind,
      @NotBlank(message = "as the link names it") @Size(max = 500) String value) {}

  record WithholdingForm(
      @NotBlank @Pattern(regexp = "[A-Z_]{2,30}", message = "one of the kinds") String kind,
      @NotBlank(message = "as the link names it") @Size(max = 500) String value,
      @NotBlank(message = "say why") @Size(max = 2000) String reason) {}

  record ReasonForm(@NotBlank(message = "say why") @Size(max = 2000) String reason) {}

  @GetMapping("/alone")
  String alone(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId in = new OperationId(operation);
    Page<LinkGraphs.Alone> accounts = graphs.alone(in, reason, Math.max(1, page));
    model.addAttribute("reasons", graphs.aloneReasons(in));
    model.addAttribute("reason", reason);
    model.addAttribute("accounts", accounts.rows());
    model.addAttribute(
        "paging",
        Paging.of(accounts, "/operations/" + operation + "/alone", Map.of("reason", reason)));
    return "resolution/alone";
  }

  @GetMapping("/withheld")
  String withheld(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page, Model model) {
    OperationId in = new OperationId(operation);
    Page<WithheldEvidence.Entered> entered = evidence.page(in, Math.max(1, page));
    model.addAttribute("kinds", ResolutionModel.standard().rules());
    model.addAttribute("entered", entered.rows());
    model.addAttribute("paging", Paging.of(entered, address(operation), Map.of()));
    model.addAttribute("decides", access.holds(in, Area.PROPOSALS, Right.WRITE));
    return "resolution/withheld";
  }

  /** Shown on the same page, not by an address: the value is somebody's. */
  @NeedToKnow(value = Area.PROPOSALS, consults = true)
  @PostMapping("/withheld/preview")
  String preview(
      @PathVariable UUID operation, @Valid ValueForm form, BindingResult checked, Model model) {
    OperationId in = new OperationId(operation);
    if (checked.hasErrors()) {
      model.addAttribute("problem", "Nothing was changed. Choose a kind and say the value.");
    } else {
      try {
        model.addAttribute("falls", evidence.preview(in, form.kind(), form.value().strip()));
        model.addAttribute("form", form);
      } catch (RefusedException refused) {
        model.addAttribute("problem", refused.getMessage());
      }
    }
    return withheld(operation, 1, model);
  }

  @PostMapping("/withheld")
  String withhold(
      @PathVariable UUID operation,
      @Valid WithholdingForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation),
        "Withheld under your name. Ask for proposals again: the next run does not use it.",
        () ->
            evidence.withhold(
                new OperationId(operation), form.kind(), form.value().strip(), form.reason()));
  }

  @PostMapping("/withheld/{id}/release")
  String release(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid ReasonForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation),
        "Released under your name. The next run uses it again.",
        () -> evidence.release(new OperationId(operation), id, form.reason()));
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/withheld";
  }
}
