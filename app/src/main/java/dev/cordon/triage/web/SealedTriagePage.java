package dev.cordon.triage.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.access.SealedAccess;
import dev.cordon.access.SealedAccesses;
import dev.cordon.access.SealedThing;
import dev.cordon.evidence.Exhibits;
import dev.cordon.triage.AssessmentGrounds;
import dev.cordon.triage.FileNames;
import dev.cordon.web.Answer;
import dev.cordon.web.Opening;
import dev.cordon.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
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

/** File names of an exhibit and grounds of an assessment: closed, or open for a while. */
@NeedToKnow(
    value = Area.SEALED_TEXT,
    right = {Right.OPEN_NAMES, Right.OPEN_GROUNDS})
@Controller
@RequestMapping("/operations/{operation}")
class SealedTriagePage {

  private final FileNames names;
  private final AssessmentGrounds grounds;
  private final SealedAccesses sealed;
  private final Exhibits exhibits;

  SealedTriagePage(
      FileNames names, AssessmentGrounds grounds, SealedAccesses sealed, Exhibits exhibits) {
    this.exhibits = exhibits;
    this.names = names;
    this.grounds = grounds;
    this.sealed = sealed;
  }

  @GetMapping("/exhibits/{exhibit}/file-names")
  String names(
      @PathVariable UUID operation,
      @PathVariable UUID exhibit,
      @RequestParam(defaultValue = "1") int page,
      Model model,
      HttpServletResponse response) {
    OperationId id = new OperationId(operation);
    SealedThing thing = FileNames.thing(exhibit);
    sealed.requireEntitled(id, thing.kind());
    requireKnown(id, exhibit);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    model.addAttribute("exhibit", exhibit);
    model.addAttribute("count", names.count(id, exhibit));
    sealed
        .standing(id, thing)
        .ifPresent(standing -> {
          SealedAccess access = sealed.view(id, thing, "page " + page);
          Page<FileNames.FileName> list = names.read(id, exhibit, Math.max(1, page), access);
          model.addAttribute("standing", standing);
          model.addAttribute("names", list.rows());
          model.addAttribute("paging", Paging.of(list, names(operation, exhibit), Map.of()));
        });
    return "triage/file-names";
  }

  @PostMapping("/exhibits/{exhibit}/file-names/opening")
  String openNames(
      @PathVariable UUID operation,
      @PathVariable UUID exhibit,
      @Valid Opening form,
      BindingResult checked,
      RedirectAttributes flash) {
    OperationId id = new OperationId(operation);
    sealed.requireEntitled(id, SealedThing.Kind.FILE_NAMES);
    requireKnown(id, exhibit);
    return open(checked, flash, names(operation, exhibit), id, FileNames.thing(exhibit), form);
  }

  @PostMapping("/exhibits/{exhibit}/file-names/closing")
  String closeNames(@PathVariable UUID operation, @PathVariable UUID exhibit) {
    sealed.close(new OperationId(operation), FileNames.thing(exhibit));
    return "redirect:" + names(operation, exhibit);
  }

  @GetMapping("/triage/{item}/grounds")
  String grounds(
      @PathVariable UUID operation,
      @PathVariable UUID item,
      Model model,
      HttpServletResponse response) {
    OperationId id = new OperationId(operation);
    SealedThing thing = AssessmentGrounds.thing(item);
    sealed.requireEntitled(id, thing.kind());
    grounds.requireItem(id, item);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    model.addAttribute("item", item);
    sealed
        .standing(id, thing)
        .ifPresent(standing -> {
          SealedAccess access = sealed.view(id, thing, "grounds");
          model.addAttribute("standing", standing);
          model.addAttribute("grounds", grounds.read(id, item, access));
        });
    return "triage/grounds";
  }

  @PostMapping("/triage/{item}/grounds/opening")
  String openGrounds(
      @PathVariable UUID operation,
      @PathVariable UUID item,
      @Valid Opening form,
      BindingResult checked,
      RedirectAttributes flash) {
    OperationId id = new OperationId(operation);
    sealed.requireEntitled(id, SealedThing.Kind.GROUNDS);
    grounds.requireItem(id, item);
    return open(checked, flash, grounds(operation, item), id, AssessmentGrounds.thing(item), form);
  }

  @PostMapping("/triage/{item}/grounds/closing")
  String closeGrounds(@PathVariable UUID operation, @PathVariable UUID item) {
    sealed.close(new OperationId(operation), AssessmentGrounds.thing(item));
    return "redirect:" + grounds(operation, item);
  }

  private String open(
      BindingResult checked,
      RedirectAttributes flash,
      String address,
      OperationId operation,
      SealedThing thing,
      Opening form) {
    return Answer.after(
        checked,
        flash,
        address,
        "Open. Each look is an entry in the ledger.",
        () -> sealed.open(operation, thing, form.reason(), form.legalBasis(), form.stands()));
  }

  /** Whoever may not see the exhibit itself knows it by its files only. */
  private void requireKnown(OperationId operation, UUID exhibit) {
    if (names.count(operation, exhibit) == 0) {
      exhibits.get(operation, exhibit);
    }
  }

  private static String names(UUID operation, UUID exhibit) {
    return "/operations/" + operation + "/exhibits/" + exhibit + "/file-names";
  }

  private static String grounds(UUID operation, UUID item) {
    return "/operations/" + operation + "/triage/" + item + "/grounds";
  }
}
