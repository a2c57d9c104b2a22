package dev.cordon.resolution.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.resolution.CaseRecord;
import dev.cordon.resolution.Category;
import dev.cordon.resolution.JudgedPair;
import dev.cordon.resolution.LinkReviews;
import dev.cordon.resolution.Proposal;
import dev.cordon.resolution.ProposalId;
import dev.cordon.resolution.ProposalRun;
import dev.cordon.resolution.Proposals;
import dev.cordon.resolution.ProposedAccount;
import dev.cordon.resolution.ProposedLink;
import dev.cordon.resolution.Subject;
import dev.cordon.resolution.Subjects;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
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

/** The proposals of an operation, and their confirmation. */
@NeedToKnow(Area.PROPOSALS)
@RestController
@RequestMapping("/api/operations/{operation}/proposals")
class ProposalController {

  private final Proposals proposals;
  private final Subjects subjects;
  private final LinkReviews reviews;

  ProposalController(Proposals proposals, Subjects subjects, LinkReviews reviews) {
    this.proposals = proposals;
    this.subjects = subjects;
    this.reviews = reviews;
  }

  record Run(@Nullable @Size(max = 2000) String reason) {}

  record Confirmation(@NotBlank @Size(max = 2000) String reason, @Nullable Category category) {}

  record Apart(
      @NotBlank @Size(max = 500) String a,
      @NotBlank @Size(max = 500) String b,
      @NotBlank @Size(max = 2000) String reason) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ProposalRun run(
      @PathVariable UUID operation, @RequestBody(required = false) @Valid @Nullable Run run) {
    String reason = run == null || run.reason() == null ? "asked for proposals" : run.reason();
    return proposals.propose(new OperationId(operation), reason);
  }

  @GetMapping
  Page<Proposal> page(
      @PathVariable UUID operation,
      @RequestParam(required = false) @Nullable Boolean payer,
      @RequestParam(defaultValue = "1") int page) {
    return proposals.page(new OperationId(operation), payer, page);
  }

  @NeedToKnow(value = Area.PROPOSALS, consults = true)
  @GetMapping("/{id}")
  Proposal open(@PathVariable UUID operation, @PathVariable UUID id) {
    return proposals.open(new OperationId(operation), new ProposalId(id));
  }

  @NeedToKnow(value = Area.PROPOSALS, consults = true)
  @GetMapping("/{id}/accounts")
  Page<ProposedAccount> accounts(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int page) {
    return proposals.accounts(new OperationId(operation), new ProposalId(id), page);
  }

  @NeedToKnow(value = Area.PROPOSALS, consults = true)
  @GetMapping("/{id}/links")
  Page<ProposedLink> links(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int page) {
    return proposals.links(new OperationId(operation), new ProposalId(id), page);
  }

  @NeedToKnow(value = Area.PROPOSALS, consults = true)
  @GetMapping("/{id}/records")
  Page<CaseRecord> records(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int page) {
    return proposals.records(new OperationId(operation), new ProposalId(id), page);
  }

  @NeedToKnow(Area.SUBJECTS)
  @PostMapping("/{id}/confirmation")
  @ResponseStatus(HttpStatus.CREATED)
  Subject confirm(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestBody @Valid Confirmation confirmation) {
    return subjects.confirm(
        new OperationId(operation),
        new ProposalId(id),
        Objects.requireNonNullElse(confirmation.category(), Category.SUSPECT),
        confirmation.reason());
  }

  @NeedToKnow(Area.SUBJECTS)
  @PostMapping("/apart")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void apart(@PathVariable UUID operation, @RequestBody @Valid Apart apart) {
    reviews.judge(
        new OperationId(operation),
        apart.a(),
        apart.b(),
        JudgedPair.Verdict.NOT_SAME,
        "said by a program",
        apart.reason());
  }
}
