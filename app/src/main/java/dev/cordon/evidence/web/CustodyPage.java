package dev.cordon.evidence.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.evidence.ActKind;
import dev.cordon.evidence.CustodyActs;
import dev.cordon.evidence.ExhibitDigests;
import dev.cordon.evidence.WorkingCopies;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done to an exhibit where it lies: seals, notes, hashes, working copies, its end. */
@NeedToKnow(Area.EVIDENCE)
@Controller
@RequestMapping("/operations/{operation}/exhibits/{exhibit}")
class CustodyPage {

  private final CustodyActs custody;
  private final ExhibitDigests digests;
  private final WorkingCopies copies;

  CustodyPage(CustodyActs custody, ExhibitDigests digests, WorkingCopies copies) {
    this.custody = custody;
    this.digests = digests;
    this.copies = copies;
  }

  @PostMapping("/seals")
  String reseal(
      @ModelAttribute(name = "act", binding = false) ExhibitAct act,
      @Valid CustodyForms.Told told,
      BindingResult checked,
      @ModelAttribute CustodyForms.SealForm seals) {
    return act.after(
        "The seals are in the register.",
        () -> custody.reseal(act.id(), act.exhibit(), told.told(), seals.found(), seals.put()),
        checked);
  }

  @PostMapping("/notes")
  String note(
      @ModelAttribute(name = "act", binding = false) ExhibitAct act,
      @Valid CustodyForms.Told told,
      BindingResult checked,
      @RequestParam(defaultValue = "noted") String kind) {
    return act.after(
        "It is in the register.",
        () -> {
          if (ActKind.of(kind) == ActKind.GROUNDS) {
            custody.nameGrounds(act.id(), act.exhibit(), told.told());
          } else {
            custody.note(act.id(), act.exhibit(), told.told());
          }
        },
        checked);
  }

  @PostMapping("/hashes")
  String hash(
      @ModelAttribute(name = "act", binding = false) ExhibitAct act,
      @Valid CustodyForms.DigestForm form,
      BindingResult checked,
      @RequestParam String at,
      @RequestParam String by) {
    return act.after(
        "The hash is in the register.",
        () ->
            digests.record(
                act.id(),
                act.exhibit(),
                form.digest(),
                new CustodyActs.Told(Times.utc(at), by, "hash", null)),
        checked);
  }

  @PostMapping("/end")
  String end(
      @ModelAttribute(name = "act", binding = false) ExhibitAct act,
      @Valid CustodyForms.Told told,
      BindingResult checked,
      @Valid CustodyForms.EndForm form,
      BindingResult formChecked) {
    return act.after(
        "It is in the register, with its order.",
        () ->
            custody.dispose(
                act.id(),
                act.exhibit(),
                ActKind.of(form.kind()),
                told.told(),
                form.to(),
                form.order(),
                form.found()),
        checked,
        formChecked);
  }

  @PostMapping("/copies")
  String copy(
      @ModelAttribute(name = "act", binding = false) ExhibitAct act,
      @Valid CustodyForms.CopyForm form,
      BindingResult checked) {
    return act.after(
        "The working copy is registered; check it before each use.",
        () -> copies.register(act.id(), act.exhibit(), form.copy()),
        checked);
  }

  @PostMapping("/copies/{copy}/checks")
  String check(
      @ModelAttribute(name = "act", binding = false) ExhibitAct act,
      @PathVariable UUID copy,
      @Valid CustodyForms.CheckForm form,
      BindingResult checked) {
    return act.after(
        "The check is in the register.",
        () ->
            copies.check(act.id(), act.exhibit(), copy, form.purpose(), form.tool(), form.sha256()),
        checked);
  }
}
