package dev.cordon.correspondence.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.correspondence.Decisions;
import dev.cordon.correspondence.ReceivedPackage;
import dev.cordon.correspondence.ReceivedPackages;
import dev.cordon.dispatch.Outcome;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
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

/**
 * A package received: what is in it, who works on it, what was decided, what its sender told later.
 */
@NeedToKnow(Area.CORRESPONDENCE)
@Controller
@RequestMapping("/operations/{operation}/correspondence/received/{id}")
class ReceivedPage {

  private final ReceivedPackages received;
  private final Decisions decisions;
  private final Access access;

  ReceivedPage(ReceivedPackages received, Decisions decisions, Access access) {
    this.received = received;
    this.decisions = decisions;
    this.access = access;
  }

  record AssignForm(
      @NotNull(message = "choose a colleague") UUID assignee,
      @NotBlank(message = "say why") @Size(min = 3, max = 2000) String reason) {}

  record DecideForm(
      @Nullable UUID subject,
      @NotNull(message = "choose an outcome") Outcome outcome,
      @Nullable @Min(0) @Max(1_000_000) Integer amount,
      @Nullable @Size(max = 2000) String note) {}

  record KeepForm(
      @NotNull(message = "give a day") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate until,
      @NotBlank(message = "say why") @Size(min = 3, max = 2000) String reason) {}

  @GetMapping
  String one(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "1") int decided,
      Model model) {
    OperationId place = new OperationId(operation);
    ReceivedPackage one = received.get(place, id);
    Page<ReceivedPackages.Subject> subjects = received.subjects(place, id, Math.max(1, page));
    Page<Decisions.Decided> made = decisions.page(place, id, Math.max(1, decided));
    model.addAttribute("one", one);
    model.addAttribute("subjects", subjects.rows());
    model.addAttribute("paging", Paging.of(subjects, address(operation, id), Map.of()));
    model.addAttribute("decided", made.rows());
    model.addAttribute(
        "decidedPaging",
        new Paging(made.number(), made.total(), address(operation, id), Map.of(), "decided"));
    model.addAttribute("notices", received.notices(place, id));
    model.addAttribute("law", LawRows.of(one.law()));
    model.addAttribute("colleagues", decisions.colleagues(place));
    model.addAttribute("outcomes", Outcome.values());
    model.addAttribute("decides", access.holds(place, Area.CORRESPONDENCE, Right.WRITE));
    return "correspondence/received";
  }

  @NeedToKnow(value = Area.CORRESPONDENCE, consults = true)
  @GetMapping("/subjects/{subject}")
  String records(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @PathVariable UUID subject,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId place = new OperationId(operation);
    Page<ReceivedPackages.Row> rows = received.records(place, id, subject, Math.max(1, page));
    model.addAttribute("one", received.get(place, id));
    model.addAttribute("subject", received.subject(place, id, subject));
    model.addAttribute("records", rows.rows());
    model.addAttribute(
        "paging", Paging.of(rows, address(operation, id) + "/subjects/" + subject, Map.of()));
    return "correspondence/received-records";
  }

  /** The file as it came, sealed. */
  @NeedToKnow(value = Area.CORRESPONDENCE, consults = true)
  @GetMapping("/file")
  ResponseEntity<byte[]> file(@PathVariable UUID operation, @PathVariable UUID id) {
    OperationId place = new OperationId(operation);
    ReceivedPackage one = received.get(place, id);
    return CorrespondencePage.attachment(
        one.number() + "-v" + one.version() + ".tar.age",
        MediaType.APPLICATION_OCTET_STREAM,
        received.file(place, id));
  }

  @PostMapping("/assignment")
  String assign(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid AssignForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, id),
        "Given to the colleague.",
        () -> decisions.assign(new OperationId(operation), id, form.assignee(), form.reason()));
  }

  @PostMapping("/decisions")
  String decide(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid DecideForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, id),
        "Noted and signed for the sender. It leaves from server to server where that is allowed, else"
            + " take it out under Sent.",
        () ->
            decisions.decide(
                new OperationId(operation),
                id,
                form.subject(),
                form.outcome(),
                form.amount(),
                form.note()));
  }

  @PostMapping("/keeping")
  String keep(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid KeepForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, id),
        "Kept until that day.",
        () -> decisions.keep(new OperationId(operation), id, form.until(), form.reason()));
  }

  @PostMapping("/destruction")
  String destroy(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, id),
        "The content is destroyed. Number, manifest and what was decided stay.",
        () -> decisions.destroy(new OperationId(operation), id, form.reason()));
  }

  private static String address(UUID operation, UUID id) {
    return CorrespondencePage.address(operation) + "/received/" + id;
  }
}
