package dev.cordon.figures.web;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Agencies;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.figures.Composition;
import dev.cordon.figures.Definitions;
import dev.cordon.figures.OwnFigure;
import dev.cordon.figures.OwnFigures;
import dev.cordon.figures.OwnValues;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Figures members compose: a form that is tried out in the address before it is kept. */
@NeedToKnow(Area.OWN_FIGURES)
@Controller
@RequestMapping("/operations/{operation}/figures/own")
class OwnPage {

  private final OwnFigures figures;
  private final OwnValues values;
  private final Definitions definitions;
  private final Agencies agencies;

  OwnPage(OwnFigures figures, OwnValues values, Definitions definitions, Agencies agencies) {
    this.agencies = agencies;
    this.figures = figures;
    this.values = values;
    this.definitions = definitions;
  }

  @GetMapping
  String list(
      @PathVariable UUID operation,
      @ModelAttribute("form") CompositionForm form,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    Page<OwnFigure> list = figures.page(id, Math.max(1, page));
    model.addAttribute("figures", list.rows());
    model.addAttribute("paging", Paging.of(list, address(operation), Map.of()));
    model.addAttribute("definitions", definitions.current());
    model.addAttribute("agencies", agencies.all());
    if (form.canBeTried()) {
      tryOut(id, form, model);
    }
    return "figures/own";
  }

  private void tryOut(OperationId operation, CompositionForm form, Model model) {
    try {
      model.addAttribute("trial", values.of(operation, form.composition(), null));
    } catch (RefusedException refused) {
      model.addAttribute("refused", refused.getMessage());
    }
  }

  @PostMapping
  String keep(
      @PathVariable UUID operation,
      @Valid CompositionForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.made(
        checked,
        flash,
        form.address(address(operation)),
        "Kept. Another analyst or coordinator looks at it before it is published.",
        () ->
            address(operation)
                + "/"
                + figures.compose(new OperationId(operation), form.composition()));
  }

  @GetMapping("/{figure}")
  String one(@PathVariable UUID operation, @PathVariable UUID figure, Asked asked, Model model) {
    OperationId id = new OperationId(operation);
    OwnFigure own = figures.get(id, figure);
    Composition composition = own.composition();
    model.addAttribute("own", own);
    model.addAttribute("value", values.of(id, composition, asked.moment()));
    model.addAttribute("counted", definitions.find(composition.ofFigure()).orElseThrow());
    model.addAttribute(
        "records",
        new Asked(
                null,
                String.join(",", composition.countries()),
                composition.holder() == null ? null : composition.holder().toString(),
                composition.sort(),
                composition.from() == null ? null : composition.from().toString(),
                composition.to() == null ? null : composition.to().toString())
            .on("/operations/" + operation + "/figures/" + composition.ofFigure()));
    return "figures/own-one";
  }

  @PostMapping("/{figure}/review")
  String review(
      @PathVariable UUID operation,
      @PathVariable UUID figure,
      @RequestParam boolean agrees,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + figure,
        agrees ? "You agreed: it may be published." : "You did not agree: it is not published.",
        () -> figures.review(new OperationId(operation), figure, agrees, form.reason()));
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/figures/own";
  }
}
