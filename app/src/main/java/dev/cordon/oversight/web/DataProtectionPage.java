package dev.cordon.oversight.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.approval.ActKind;
import dev.cordon.approval.Approvals;
import dev.cordon.approval.Request;
import dev.cordon.oversight.DataProtection;
import dev.cordon.oversight.Exports;
import dev.cordon.oversight.OperationExport;
import dev.cordon.oversight.PersonFile;
import dev.cordon.oversight.PersonFiles;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The data-protection officer's pages: persons' files, the register, what is due, what left. */
@NeedToKnow(Area.DATA_PROTECTION)
@Controller
@RequestMapping("/operations/{operation}/data-protection")
class DataProtectionPage {

  private final DataProtection protection;
  private final PersonFiles files;
  private final Exports exports;
  private final Access access;
  private final Approvals approvals;

  DataProtectionPage(
      DataProtection protection,
      PersonFiles files,
      Exports exports,
      Access access,
      Approvals approvals) {
    this.protection = protection;
    this.files = files;
    this.exports = exports;
    this.access = access;
    this.approvals = approvals;
  }

  record Asked(
      @NotBlank(message = "name the subject") @Size(max = 100) String subject,
      @NotBlank(message = "say why") @Size(max = 2000) String reason,
      @NotBlank(message = "name the legal basis") @Size(max = 1000) String legalBasis) {}

  record ReleaseForm(
      @NotBlank(message = "say what you checked") @Size(max = 2000) String reason,
      @Nullable List<String> withheld,
      @Nullable @Size(max = 1000) String withheldBecause) {

    List<String> parts() {
      return withheld == null ? List.of() : withheld;
    }
  }

  @GetMapping
  String overview(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page, Model model) {
    OperationId id = new OperationId(operation);
    Page<PersonFile> list = files.page(id, page);
    officer(id, model);
    model.addAttribute("files", list.rows());
    model.addAttribute("paging", Paging.of(list, address(operation), Map.of()));
    model.addAttribute("exports", exports.made(id));
    model.addAttribute("takesOut", access.holds(id, Area.DATA_PROTECTION, Right.EXPORT));
    model.addAttribute(
        "asked",
        approvals
            .latest(id, ActKind.OPERATION_EXPORT, OperationExport.TARGET)
            .filter(request -> request.state() == Request.State.OPEN)
            .orElse(null));
    return "oversight/data-protection";
  }

  @NeedToKnow(value = Area.DATA_PROTECTION, right = Right.EXPORT)
  @PostMapping("/export")
  String askExport(
      @PathVariable UUID operation,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation),
        "Asked. Nothing is written until another person has approved it under Approvals.",
        () ->
            approvals.ask(
                new OperationId(operation),
                ActKind.OPERATION_EXPORT,
                OperationExport.TARGET,
                form.reason()));
  }

  @PostMapping("/person-files")
  String ask(
      @PathVariable UUID operation,
      @Valid Asked form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation),
        "Asked. A coordinator reads the file over and releases or declines it.",
        () ->
            files.ask(
                new OperationId(operation), form.subject(), form.reason(), form.legalBasis()));
  }

  @GetMapping("/person-files/{id}")
  String file(@PathVariable UUID operation, @PathVariable UUID id, Model model) {
    OperationId in = new OperationId(operation);
    PersonFile file = files.get(in, id);
    officer(in, model);
    model.addAttribute("file", file);
    boolean reviews =
        file.decision() == null && access.holds(in, Area.DATA_PROTECTION, Right.APPROVE);
    model.addAttribute("reviews", reviews);
    if (reviews) {
      model.addAttribute("sections", files.review(in, id));
      model.addAttribute("withholdable", files.withholdable());
    }
    return "oversight/person-file";
  }

  @PostMapping("/person-files/{id}/release")
  String release(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid ReleaseForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/person-files/" + id,
        "Released as you read it; who asked may take it for fourteen days.",
        () ->
            files.release(
                new OperationId(operation),
                id,
                form.reason(),
                form.parts(),
                form.withheldBecause()));
  }

  @PostMapping("/person-files/{id}/refusal")
  String decline(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/person-files/" + id,
        "Declined; your words stand beside the request.",
        () -> files.decline(new OperationId(operation), id, form.reason()));
  }

  @PostMapping("/person-files/{id}/archive")
  ResponseEntity<byte[]> take(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason) {
    return HandedOut.archive(
        protection.exportPerson(new OperationId(operation), id, HandedOut.checked(reason)));
  }

  @PostMapping("/person-files/{id}/reading")
  String read(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      Model model) {
    OperationId in = new OperationId(operation);
    String why = HandedOut.checked(reason);
    model.addAttribute("sections", protection.readPerson(in, id, why));
    model.addAttribute("file", files.get(in, id));
    model.addAttribute("reviews", false);
    model.addAttribute("processing", protection.processing(in));
    officer(in, model);
    return "oversight/person-file";
  }

  private void officer(OperationId operation, Model model) {
    model.addAttribute("officer", access.holds(operation, Area.DATA_PROTECTION, Right.FILE));
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/data-protection";
  }
}
