package dev.cordon.action.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.FieldReports;
import dev.cordon.action.HeldPerson;
import dev.cordon.action.HeldPersons;
import dev.cordon.action.ReceivedReport;
import dev.cordon.web.Answer;
import dev.cordon.web.Attachment;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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

/** The reports from the field, open ones first of all, and one report. */
@NeedToKnow(Area.ACTION)
@Controller
@RequestMapping("/operations/{operation}/field-reports")
class FieldReportPage {

  private final FieldReports reports;
  private final HeldPersons held;
  private final Access access;

  FieldReportPage(FieldReports reports, HeldPersons held, Access access) {
    this.reports = reports;
    this.held = held;
    this.access = access;
  }

  record MatchForm(
      @NotNull(message = "choose a person")
          @Pattern(regexp = "(package|received):[0-9a-f-]{36}", message = "choose a person")
          String whom,
      @NotBlank(message = "say why") @Size(max = 2000) String reason) {}

  @GetMapping
  String list(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    ReceivedReport.State wanted =
        state.isBlank() ? null : ReceivedReport.State.valueOf(state.toUpperCase(Locale.ROOT));
    Page<ReceivedReport> list =
        reports.page(
            new OperationId(operation),
            wanted,
            country.isBlank() ? null : country,
            Math.max(1, page));
    model.addAttribute("reports", list.rows());
    model.addAttribute("state", state);
    model.addAttribute("country", country);
    model.addAttribute(
        "paging", Paging.of(list, address(operation), Map.of("state", state, "country", country)));
    return "action/field-reports";
  }

  @GetMapping("/{report}")
  String one(@PathVariable UUID operation, @PathVariable UUID report, Model model) {
    OperationId id = new OperationId(operation);
    ReceivedReport one = reports.get(id, report);
    boolean decides = access.holds(id, Area.ACTION, Right.WRITE);
    List<HeldPerson> choices =
        decides && one.match() == null ? held.of(id, one.agency()) : List.of();
    model.addAttribute("one", one);
    model.addAttribute("decides", decides);
    model.addAttribute("choices", choices);
    return "action/field-report";
  }

  @PostMapping("/{report}/match")
  String match(
      @PathVariable UUID operation,
      @PathVariable UUID report,
      @Valid MatchForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + report,
        "Matched. The figures count it for that person now.",
        () -> reports.match(new OperationId(operation), report, form.whom(), form.reason()));
  }

  @PostMapping("/{report}/match/withdrawal")
  String withdraw(
      @PathVariable UUID operation,
      @PathVariable UUID report,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + report,
        "The match was taken back; the report is open again.",
        () -> reports.withdrawMatch(new OperationId(operation), report, form.reason()));
  }

  /** What proves offline that it was received, and when. */
  @GetMapping("/{report}/receipt")
  ResponseEntity<byte[]> receipt(@PathVariable UUID operation, @PathVariable UUID report) {
    return Attachment.json(
        "report-receipt-" + report + ".json",
        reports.receipt(new OperationId(operation), report).toBytes());
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/field-reports";
  }
}
