package dev.cordon.triage.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.triage.CodeReleases;
import dev.cordon.triage.HashAnswer;
import dev.cordon.triage.HashAnswers;
import dev.cordon.triage.HashInquiries;
import dev.cordon.triage.HashInquiry;
import dev.cordon.triage.HashQuestion;
import dev.cordon.triage.ReviewQueue;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Inquiries of triage: asking, being asked, answering; and which codes they may compare. */
@NeedToKnow(Area.TRIAGE)
@Controller
@RequestMapping("/operations/{operation}")
class InquiryPages {

  private final HashInquiries inquiries;
  private final HashAnswers answers;
  private final CodeReleases releases;
  private final ReviewQueue queue;
  private final Access access;

  InquiryPages(
      HashInquiries inquiries,
      HashAnswers answers,
      CodeReleases releases,
      ReviewQueue queue,
      Access access) {
    this.inquiries = inquiries;
    this.answers = answers;
    this.releases = releases;
    this.queue = queue;
    this.access = access;
  }

  record QuestionForm(
      @NotBlank(message = "name the legal basis") @Size(min = 3, max = 300) String legalBasis,
      @NotBlank(message = "say why") @Size(min = 3, max = 1000) String reason) {}

  record AnswerForm(
      @NotNull(message = "choose an answer") HashAnswer as,
      @Nullable @Size(max = 300) String contact,
      @Nullable @Size(max = 1000) String words) {}

  record ReasonForm(@NotBlank(message = "say why") @Size(min = 3, max = 1000) String reason) {}

  @GetMapping("/triage/inquiries")
  String inquiries(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "1") int received,
      Model model) {
    OperationId id = new OperationId(operation);
    Page<HashInquiry> asked = inquiries.asked(id, Math.max(1, page));
    Page<HashQuestion> questions = inquiries.received(id, Math.max(1, received));
    boolean asks = access.holds(id, Area.TRIAGE, Right.WRITE);
    model.addAttribute("asked", asked.rows());
    model.addAttribute("askedPaging", Paging.of(asked, list(operation), Map.of()));
    model.addAttribute(
        "replies", answers.replies(id, asked.rows().stream().map(HashInquiry::id).toList()));
    model.addAttribute("received", questions.rows());
    model.addAttribute(
        "given", answers.given(id, questions.rows().stream().map(HashQuestion::id).toList()));
    model.addAttribute(
        "receivedPaging",
        new Paging(questions.number(), questions.total(), list(operation), Map.of(), "received"));
    model.addAttribute("answers", HashAnswer.values());
    model.addAttribute("asks", asks);
    model.addAttribute("rules", queue.rules());
    model.addAttribute("left", asks ? inquiries.left(id) : null);
    return "triage/inquiries";
  }

  @PostMapping("/exhibits/{exhibit}/inquiries")
  String askAboutExhibit(
      @PathVariable UUID operation,
      @PathVariable UUID exhibit,
      @Valid QuestionForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        list(operation),
        "Asked. Whoever holds one of the files sees who asked, and why.",
        () ->
            inquiries.askAboutExhibit(
                new OperationId(operation), exhibit, form.legalBasis(), form.reason()));
  }

  @PostMapping("/triage/{item}/inquiries")
  String askAboutItem(
      @PathVariable UUID operation,
      @PathVariable UUID item,
      @Valid QuestionForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        "/operations/" + operation + "/triage/" + item,
        "Asked. Whoever holds the file sees who asked, and why.",
        () ->
            inquiries.askAboutItem(
                new OperationId(operation), item, form.legalBasis(), form.reason()));
  }

  @PostMapping("/triage/inquiries/{question}/answer")
  String answer(
      @PathVariable UUID operation,
      @PathVariable UUID question,
      @Valid AnswerForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        list(operation),
        "Answered. The asker has it now; you may answer again, and then that counts.",
        () ->
            answers.answer(
                new OperationId(operation),
                question,
                form.as(),
                form.contact() == null ? "" : form.contact(),
                form.words() == null ? "" : form.words()));
  }

  @NeedToKnow(Area.PERCEPTUAL_CODES)
  @PostMapping("/exhibits/{exhibit}/code-release")
  String release(
      @PathVariable UUID operation,
      @PathVariable UUID exhibit,
      @Valid ReasonForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        triage(operation, exhibit),
        "Inquiries of other agencies may now find pictures like those of this exhibit.",
        () -> releases.release(new OperationId(operation), exhibit, form.reason()));
  }

  @NeedToKnow(Area.PERCEPTUAL_CODES)
  @PostMapping("/exhibits/{exhibit}/code-release/withdrawal")
  String withdraw(
      @PathVariable UUID operation,
      @PathVariable UUID exhibit,
      @Valid ReasonForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        triage(operation, exhibit),
        "Inquiries compare the codes of this exhibit no more.",
        () -> releases.withdraw(new OperationId(operation), exhibit, form.reason()));
  }

  private static String list(UUID operation) {
    return "/operations/" + operation + "/triage/inquiries";
  }

  private static String triage(UUID operation, UUID exhibit) {
    return "/operations/" + operation + "/exhibits/" + exhibit + "/triage";
  }
}
