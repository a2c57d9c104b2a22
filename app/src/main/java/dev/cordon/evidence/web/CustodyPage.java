package dev.cordon.evidence.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.evidence.ActKind;
import dev.cordon.evidence.CustodyActs;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Exhibits;
import dev.cordon.evidence.HandOvers;
import dev.cordon.evidence.Parts;
import dev.cordon.evidence.WorkingCopies;
import dev.cordon.web.Answer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The acts on an exhibit, as its page's forms tell them. What was typed survives a refusal. */
@NeedToKnow(Area.EVIDENCE)
@Controller
@RequestMapping("/operations/{operation}/exhibits/{exhibit}")
class CustodyPage {

  private final Exhibits exhibits;
  private final HandOvers handOvers;
  private final CustodyActs custody;
  private final Parts parts;
  private final WorkingCopies copies;

  CustodyPage(
      Exhibits exhibits,
      HandOvers handOvers,
      CustodyActs custody,
      Parts parts,
      WorkingCopies copies) {
    this.exhibits = exhibits;
    this.handOvers = handOvers;
    this.custody = custody;
    this.parts = parts;
    this.copies = copies;
  }

  /** Which exhibit, and where the answer goes. */
  record Where(UUID operation, UUID exhibit) {

    OperationId id() {
      return new OperationId(operation);
    }

    String page() {
      return ExhibitPage.address(operation) + "/" + exhibit;
    }
  }

  private static String after(
      Where where,
      BindingResult checked,
      HttpServletRequest request,
      RedirectAttributes flash,
      String done,
      Runnable act) {
    String redirect = Answer.after(checked, flash, where.page(), done, act);
    return Kept.form(redirect, where.page(), request, flash);
  }

  private @Nullable UUID location(Where where, @Nullable String name) {
    String kept = CustodyForms.blank(name);
    Exhibit one = exhibits.get(where.id(), where.exhibit());
    return kept == null ? null : custody.location(where.id(), one.agency(), kept);
  }

  @PostMapping("/hand-overs")
  String handOver(
      @ModelAttribute Where where,
      @Valid CustodyForms.HandOverForm form,
      BindingResult checked,
      HttpServletRequest request,
      RedirectAttributes flash) {
    return after(
        where,
        checked,
        request,
        flash,
        "The hand-over is in the register; giver and taker confirm it.",
        () ->
            handOvers.record(
                where.id(), where.exhibit(), form.handOver(location(where, form.location()))));
  }

  @PostMapping("/hand-overs/{handOver}/answer")
  String answer(
      @ModelAttribute Where where,
      @PathVariable UUID handOver,
      @Valid CustodyForms.AnswerForm form,
      BindingResult checked,
      HttpServletRequest request,
      RedirectAttributes flash) {
    return after(
        where,
        checked,
        request,
        flash,
        Boolean.TRUE.equals(form.confirmed())
            ? "Confirmed."
            : "The dispute stands beside the hand-over.",
        () ->
            handOvers.answer(
                where.id(),
                where.exhibit(),
                handOver,
                form.party(),
                form.confirmed(),
                form.paper(),
                form.words()));
  }

  @PostMapping("/moves")
  String move(
      @ModelAttribute Where where,
      @Valid CustodyForms.Told told,
      BindingResult checked,
      @RequestParam String location,
      HttpServletRequest request,
      RedirectAttributes flash) {
    return after(
        where,
        checked,
        request,
        flash,
        "It is kept at " + location + " now.",
        () -> {
          UUID place = location(where, location);
          if (place == null) {
            throw new dev.cordon.RefusedException("Name the place it is kept at.");
          }
          custody.move(where.id(), where.exhibit(), told.told(), place);
        });
  }

  @PostMapping("/seals")
  String reseal(
      @ModelAttribute Where where,
      @Valid CustodyForms.Told told,
      BindingResult checked,
      @ModelAttribute CustodyForms.SealForm seals,
      HttpServletRequest request,
      RedirectAttributes flash) {
    return after(
        where,
        checked,
        request,
        flash,
        "The seals are in the register.",
        () -> custody.reseal(where.id(), where.exhibit(), told.told(), seals.found(), seals.put()));
  }

  @PostMapping("/notes")
  String note(
      @ModelAttribute Where where,
      @Valid CustodyForms.Told told,
      BindingResult checked,
      @RequestParam(defaultValue = "noted") String kind,
      HttpServletRequest request,
      RedirectAttributes flash) {
    return after(
        where,
        checked,
        request,
        flash,
        "It is in the register.",
        () -> {
          if (ActKind.of(kind) == ActKind.GROUNDS) {
            custody.nameGrounds(where.id(), where.exhibit(), told.told());
          } else {
            custody.note(where.id(), where.exhibit(), told.told());
          }
        });
  }

  @PostMapping("/hashes")
  String hash(
      @ModelAttribute Where where,
      @Valid CustodyForms.DigestForm form,
      BindingResult checked,
      @RequestParam String at,
      @RequestParam String by,
      HttpServletRequest request,
      RedirectAttributes flash) {
    return after(
        where,
        checked,
        request,
        flash,
        "The hash is in the register.",
        () ->
            custody.hash(
                where.id(),
                where.exhibit(),
                form.digest(),
                new CustodyActs.Told(Times.utc(at), by, "hash", null)));
  }

  @PostMapping("/parts")
  String part(
      @ModelAttribute Where where,
      @Valid CustodyForms.Told told,
      BindingResult checked,
      @Valid CustodyForms.LineForm line,
      BindingResult lineChecked,
      @ModelAttribute CustodyForms.SealForm seals,
      HttpServletRequest request,
      RedirectAttributes flash) {
    return after(
        where,
        checked.hasErrors() ? checked : lineChecked,
        request,
        flash,
        "The part is an exhibit of its own.",
        () ->
            parts.take(
                where.id(), where.exhibit(), told.told(), line.line(), seals.found(), seals.put()));
  }

  @PostMapping("/split")
  String split(
      @ModelAttribute Where where,
      @Valid CustodyForms.Told told,
      BindingResult checked,
      @RequestParam String lines,
      @RequestParam(defaultValue = "") String found,
      HttpServletRequest request,
      RedirectAttributes flash) {
    return after(
        where,
        checked,
        request,
        flash,
        "It is divided; its parts carry on its custody.",
        () ->
            parts.split(
                where.id(),
                where.exhibit(),
                told.told(),
                CustodyForms.lines(lines),
                CustodyForms.blank(found)));
  }

  @PostMapping("/join")
  String join(
      @ModelAttribute Where where,
      @Valid CustodyForms.Told told,
      BindingResult checked,
      @Valid CustodyForms.LineForm line,
      BindingResult lineChecked,
      @RequestParam String numbers,
      HttpServletRequest request,
      RedirectAttributes flash) {
    return after(
        where,
        checked.hasErrors() ? checked : lineChecked,
        request,
        flash,
        "They are joined; the new exhibit carries on their custody.",
        () -> parts.merge(where.id(), where.exhibit(), numbers, told.told(), line.line()));
  }

  @PostMapping("/end")
  String end(
      @ModelAttribute Where where,
      @Valid CustodyForms.Told told,
      BindingResult checked,
      @Valid CustodyForms.EndForm form,
      BindingResult formChecked,
      HttpServletRequest request,
      RedirectAttributes flash) {
    return after(
        where,
        checked.hasErrors() ? checked : formChecked,
        request,
        flash,
        "It is in the register, with its order.",
        () ->
            custody.dispose(
                where.id(),
                where.exhibit(),
                ActKind.of(form.kind()),
                told.told(),
                form.to(),
                form.order(),
                form.found()));
  }

  @PostMapping("/copies")
  String copy(
      @ModelAttribute Where where,
      @Valid CustodyForms.CopyForm form,
      BindingResult checked,
      HttpServletRequest request,
      RedirectAttributes flash) {
    return after(
        where,
        checked,
        request,
        flash,
        "The working copy is registered; check it before each use.",
        () -> copies.register(where.id(), where.exhibit(), form.copy()));
  }

  @PostMapping("/copies/{copy}/checks")
  String check(
      @ModelAttribute Where where,
      @PathVariable UUID copy,
      @Valid CustodyForms.CheckForm form,
      BindingResult checked,
      HttpServletRequest request,
      RedirectAttributes flash) {
    return after(
        where,
        checked,
        request,
        flash,
        "The check is in the register.",
        () ->
            copies.check(
                where.id(), where.exhibit(), copy, form.purpose(), form.tool(), form.sha256()));
  }
}
