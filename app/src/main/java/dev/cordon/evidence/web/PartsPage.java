package dev.cordon.evidence.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.evidence.Parts;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Exhibits taken out of one, one divided, several joined, as its page's forms tell them. */
@NeedToKnow(Area.EVIDENCE)
@Controller
@RequestMapping("/operations/{operation}/exhibits/{exhibit}")
class PartsPage {

  private final Parts parts;

  PartsPage(Parts parts) {
    this.parts = parts;
  }

  @PostMapping("/parts")
  String part(
      @ModelAttribute(name = "act", binding = false) ExhibitAct act,
      @Valid CustodyForms.Told told,
      BindingResult checked,
      @Valid CustodyForms.LineForm line,
      BindingResult lineChecked,
      @ModelAttribute CustodyForms.SealForm seals) {
    return act.after(
        "The part is an exhibit of its own.",
        () ->
            parts.take(
                act.id(), act.exhibit(), told.told(), line.line(), seals.found(), seals.put()),
        checked,
        lineChecked);
  }

  @PostMapping("/split")
  String split(
      @ModelAttribute(name = "act", binding = false) ExhibitAct act,
      @Valid CustodyForms.Told told,
      BindingResult checked,
      @RequestParam String lines,
      @RequestParam(defaultValue = "") String found) {
    return act.after(
        "It is divided; its parts carry on its custody.",
        () ->
            parts.split(
                act.id(),
                act.exhibit(),
                told.told(),
                CustodyForms.lines(lines),
                CustodyForms.blank(found)),
        checked);
  }

  @PostMapping("/join")
  String join(
      @ModelAttribute(name = "act", binding = false) ExhibitAct act,
      @Valid CustodyForms.Told told,
      BindingResult checked,
      @Valid CustodyForms.LineForm line,
      BindingResult lineChecked,
      @RequestParam String numbers) {
    return act.after(
        "They are joined; the new exhibit carries on their custody.",
        () -> parts.merge(act.id(), act.exhibit(), numbers, told.told(), line.line()),
        checked,
        lineChecked);
  }
}
