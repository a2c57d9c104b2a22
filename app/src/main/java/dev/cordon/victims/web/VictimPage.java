package dev.cordon.victims.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.victims.SealedValues;
import dev.cordon.victims.Victim;
import dev.cordon.victims.Victims;
import dev.cordon.web.Answer;
import dev.cordon.web.Opening;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register, and one victim with the sealed values while they stand open. */
@NeedToKnow(Area.VICTIMS)
@Controller
@RequestMapping("/operations/{operation}/victims")
class VictimPage {

  private final Victims victims;

  VictimPage(Victims victims) {
    this.victims = victims;
  }

  record ValuesForm(
      @Nullable @Pattern(regexp = "[A-Z]{2}", message = "two letters, such as DK") String country,
      @Size(max = 4000) @Nullable String names,
      @Size(max = 4000) @Nullable String birth,
      @Size(max = 4000) @Nullable String whereabouts,
      @Size(max = 4000) @Nullable String contact,
      @Size(max = 4000) @Nullable String notes) {

    SealedValues values() {
      return new SealedValues(
          text(names), text(birth), text(whereabouts), text(contact), text(notes));
    }

    static String text(@Nullable String value) {
      return value == null ? "" : value;
    }

    @Override
    public String toString() {
      return "ValuesForm[hidden]";
    }
  }

  @GetMapping
  String list(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page, Model model) {
    OperationId id = new OperationId(operation);
    Page<Victim> list = victims.page(id, Math.max(1, page));
    model.addAttribute("victims", list.rows());
    model.addAttribute("registers", victims.mayOpen(id));
    model.addAttribute("paging", Paging.of(list, address(operation), Map.of()));
    return "victims/victims";
  }

  @PostMapping
  String add(
      @PathVariable UUID operation,
      @Valid ValuesForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation),
        "Registered. The row shows number and country; the rest is sealed.",
        () ->
            victims.add(
                new OperationId(operation), ValuesForm.text(form.country()), form.values()));
  }

  @GetMapping("/{victim}")
  String one(
      @PathVariable UUID operation,
      @PathVariable UUID victim,
      Model model,
      HttpServletResponse response) {
    OperationId id = new OperationId(operation);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    model.addAttribute("one", victims.get(id, victim));
    boolean opens = victims.mayOpen(id);
    model.addAttribute("opens", opens);
    if (opens) {
      victims
          .standing(id, victim)
          .ifPresent(standing -> {
            model.addAttribute("standing", standing);
            model.addAttribute("values", victims.view(id, victim));
          });
    }
    return "victims/victim";
  }

  @PostMapping("/{victim}/opening")
  String open(
      @PathVariable UUID operation,
      @PathVariable UUID victim,
      @Valid Opening form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + victim,
        "Open. Each look is an entry in the ledger.",
        () ->
            victims.open(
                new OperationId(operation),
                victim,
                form.reason(),
                form.legalBasis(),
                form.stands()));
  }

  @PostMapping("/{victim}/closing")
  String close(@PathVariable UUID operation, @PathVariable UUID victim, RedirectAttributes flash) {
    victims.close(new OperationId(operation), victim);
    flash.addFlashAttribute("done", "Closed.");
    return "redirect:" + address(operation) + "/" + victim;
  }

  @PostMapping("/{victim}/sealed-values")
  String rewrite(
      @PathVariable UUID operation,
      @PathVariable UUID victim,
      @Valid ValuesForm form,
      BindingResult checked,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + victim,
        "Written anew and sealed.",
        () ->
            victims.rewrite(
                new OperationId(operation),
                victim,
                form.values(),
                reason.isBlank() ? "written anew" : reason));
  }

  @PostMapping("/{victim}/safeguarding")
  String safeguard(
      @PathVariable UUID operation,
      @PathVariable UUID victim,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + victim,
        "Noted as safeguarded.",
        () -> victims.safeguard(new OperationId(operation), victim, form.reason()));
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/victims";
  }
}
