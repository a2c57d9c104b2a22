package dev.cordon.triage.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.triage.CodeReleases;
import dev.cordon.triage.HashAnswer;
import dev.cordon.triage.HashAnswers;
import dev.cordon.triage.HashInquiries;
import dev.cordon.triage.HashInquiry;
import dev.cordon.triage.HashQuestion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Inquiries of triage for programs. */
@NeedToKnow(Area.TRIAGE)
@RestController
@RequestMapping("/api/operations/{operation}")
class InquiryController {

  private final HashInquiries inquiries;
  private final HashAnswers answers;
  private final CodeReleases releases;

  InquiryController(HashInquiries inquiries, HashAnswers answers, CodeReleases releases) {
    this.inquiries = inquiries;
    this.answers = answers;
    this.releases = releases;
  }

  record Question(
      @NotBlank @Size(min = 3, max = 300) String legalBasis,
      @NotBlank @Size(min = 3, max = 1000) String reason) {}

  record Hits(long hits) {}

  record AnswerOfHolder(
      @NotNull HashAnswer as,
      @Nullable @Size(max = 300) String contact,
      @Nullable @Size(max = 1000) String words) {}

  record Why(@NotBlank @Size(min = 3, max = 1000) String reason) {}

  @PostMapping("/exhibits/{exhibit}/inquiries")
  Hits ask(
      @PathVariable UUID operation,
      @PathVariable UUID exhibit,
      @RequestBody @Valid Question question) {
    return new Hits(
        inquiries.askAboutExhibit(
            new OperationId(operation), exhibit, question.legalBasis(), question.reason()));
  }

  @PostMapping("/triage/{item}/inquiries")
  Hits askAboutItem(
      @PathVariable UUID operation,
      @PathVariable UUID item,
      @RequestBody @Valid Question question) {
    return new Hits(
        inquiries.askAboutItem(
            new OperationId(operation), item, question.legalBasis(), question.reason()));
  }

  @GetMapping("/triage/inquiries")
  Page<HashInquiry> asked(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page) {
    return inquiries.asked(new OperationId(operation), page);
  }

  @GetMapping("/triage/inquiries/{inquiry}/replies")
  List<HashAnswers.Reply> replies(@PathVariable UUID operation, @PathVariable UUID inquiry) {
    return answers
        .replies(new OperationId(operation), List.of(inquiry))
        .getOrDefault(inquiry, List.of());
  }

  @GetMapping("/triage/questions")
  Page<HashQuestion> received(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page) {
    return inquiries.received(new OperationId(operation), page);
  }

  @PostMapping("/triage/questions/{question}/answer")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void answer(
      @PathVariable UUID operation,
      @PathVariable UUID question,
      @RequestBody @Valid AnswerOfHolder answer) {
    answers.answer(
        new OperationId(operation),
        question,
        answer.as(),
        answer.contact() == null ? "" : answer.contact(),
        answer.words() == null ? "" : answer.words());
  }

  @NeedToKnow(Area.PERCEPTUAL_CODES)
  @PostMapping("/exhibits/{exhibit}/code-release")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void release(
      @PathVariable UUID operation, @PathVariable UUID exhibit, @RequestBody @Valid Why why) {
    releases.release(new OperationId(operation), exhibit, why.reason());
  }

  @NeedToKnow(Area.PERCEPTUAL_CODES)
  @PostMapping("/exhibits/{exhibit}/code-release/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(
      @PathVariable UUID operation, @PathVariable UUID exhibit, @RequestBody @Valid Why why) {
    releases.withdraw(new OperationId(operation), exhibit, why.reason());
  }
}
