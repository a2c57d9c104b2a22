package dev.cordon.safeguarding.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Agencies;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.safeguarding.Fact;
import dev.cordon.safeguarding.FactKind;
import dev.cordon.safeguarding.Question;
import dev.cordon.safeguarding.Safeguarding;
import dev.cordon.safeguarding.UrgentPackages;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Facts that point to danger, the list of questions, and the way to an urgent package. */
@NeedToKnow(Area.SUBJECTS)
@Controller
class SafeguardingPage {

  private final Safeguarding safeguarding;
  private final UrgentPackages urgent;
  private final Agencies agencies;
  private final Access access;

  SafeguardingPage(
      Safeguarding safeguarding, UrgentPackages urgent, Agencies agencies, Access access) {
    this.safeguarding = safeguarding;
    this.urgent = urgent;
    this.agencies = agencies;
    this.access = access;
  }

  record FactForm(
      @NotNull(message = "choose what points to danger") FactKind kind,
      @NotBlank(message = "say what is known") @Size(min = 3, max = 2000) String words,
      @NotBlank(message = "say from where") @Size(min = 3, max = 1000) String source,
      @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime knownAt) {}

  record AnswerForm(
      @NotNull Question question,
      @NotBlank(message = "choose an answer") @Pattern(regexp = "yes|no|not_known") String answer,
      @Nullable @Size(max = 1000) String words) {}

  record UrgentForm(
      @NotNull(message = "choose an agency") UUID agency,
      @NotBlank(message = "say why") @Size(min = 3, max = 2000) String reason) {}

  record EmbargoForm(
      @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime until,
      @NotBlank(message = "say why") @Size(min = 3, max = 2000) String reason) {}

  @GetMapping("/operations/{operation}/safeguarding")
  String list(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page, Model model) {
    OperationId id = new OperationId(operation);
    Page<Fact> open = safeguarding.open(id, Math.max(1, page));
    model.addAttribute("facts", open.rows());
    model.addAttribute(
        "paging", Paging.of(open, "/operations/" + operation + "/safeguarding", Map.of()));
    model.addAttribute("embargo", urgent.embargo(id).orElse(null));
    model.addAttribute("releases", access.holds(id, Area.PACKAGES, Right.RELEASE));
    return "safeguarding/list";
  }

  @NeedToKnow(value = Area.PACKAGES, right = Right.RELEASE)
  @PostMapping("/operations/{operation}/embargo")
  String embargo(
      @PathVariable UUID operation,
      @Valid EmbargoForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    LocalDateTime until = form.until();
    return Answer.after(
        checked,
        flash,
        "/operations/" + operation + "/safeguarding",
        until == null ? "The embargo is lifted." : "Until then only urgent packages are released.",
        () ->
            urgent.setEmbargo(
                new OperationId(operation),
                until == null ? null : until.toInstant(ZoneOffset.UTC),
                form.reason()));
  }

  @NeedToKnow(value = Area.SUBJECTS, consults = true)
  @GetMapping("/operations/{operation}/subjects/{subject}/safeguarding")
  String one(@PathVariable UUID operation, @PathVariable UUID subject, Model model) {
    OperationId id = new OperationId(operation);
    model.addAttribute("about", safeguarding.about(id, subject));
    model.addAttribute("subject", subject);
    model.addAttribute("facts", safeguarding.facts(id, subject));
    model.addAttribute("answers", safeguarding.answers(id, subject));
    model.addAttribute("questions", Question.values());
    model.addAttribute("kinds", FactKind.values());
    model.addAttribute("clashes", urgent.clashes(id, subject));
    model.addAttribute("urgent", urgent.of(id, subject));
    model.addAttribute("agencies", agencies.all());
    model.addAttribute("records", access.holds(id, Area.SUBJECTS, Right.WRITE));
    model.addAttribute("drafts", access.holds(id, Area.PACKAGES, Right.WRITE));
    return "safeguarding/subject";
  }

  @PostMapping("/operations/{operation}/subjects/{subject}/safeguarding")
  String record(
      @PathVariable UUID operation,
      @PathVariable UUID subject,
      @Valid FactForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    LocalDateTime known = form.knownAt();
    return Answer.after(
        checked,
        flash,
        address(operation, subject),
        "Recorded. The hour runs from when it was known.",
        () ->
            safeguarding.record(
                new OperationId(operation),
                subject,
                form.kind(),
                form.words(),
                form.source(),
                known == null ? Instant.now() : known.toInstant(ZoneOffset.UTC)));
  }

  @PostMapping("/operations/{operation}/subjects/{subject}/safeguarding/{fact}/end")
  String end(
      @PathVariable UUID operation,
      @PathVariable UUID subject,
      @PathVariable UUID fact,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, subject),
        "Noted that it no longer holds.",
        () -> safeguarding.end(new OperationId(operation), subject, fact, form.reason()));
  }

  @PostMapping("/operations/{operation}/subjects/{subject}/safeguarding/answers")
  String answer(
      @PathVariable UUID operation,
      @PathVariable UUID subject,
      @Valid AnswerForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, subject),
        "Answered.",
        () ->
            safeguarding.answer(
                new OperationId(operation), subject, form.question(), form.answer(), form.words()));
  }

  @NeedToKnow(value = Area.PACKAGES, right = Right.WRITE)
  @PostMapping("/operations/{operation}/subjects/{subject}/safeguarding/urgent")
  String urgent(
      @PathVariable UUID operation,
      @PathVariable UUID subject,
      @Valid UrgentForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, subject),
        "The urgent package is drafted. Ask for its release on its page; another coordinator approves"
            + " it.",
        () ->
            urgent.make(
                new OperationId(operation), subject, new AgencyId(form.agency()), form.reason()));
  }

  private static String address(UUID operation, UUID subject) {
    return "/operations/" + operation + "/subjects/" + subject + "/safeguarding";
  }
}
