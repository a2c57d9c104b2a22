package dev.cordon.resolution.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.resolution.CaseRecord;
import dev.cordon.resolution.Judgement;
import dev.cordon.resolution.Proposals;
import dev.cordon.resolution.ProposedAccount;
import dev.cordon.resolution.ProposedLink;
import dev.cordon.resolution.Subject;
import dev.cordon.resolution.SubjectId;
import dev.cordon.resolution.Subjects;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The subjects of an operation. */
@NeedToKnow(Area.SUBJECTS)
@RestController
@RequestMapping("/api/operations/{operation}/subjects")
class SubjectController {

  private final Subjects subjects;
  private final Proposals proposals;

  SubjectController(Subjects subjects, Proposals proposals) {
    this.subjects = subjects;
    this.proposals = proposals;
  }

  record Withdrawal(@NotBlank @Size(max = 2000) String reason) {}

  @GetMapping
  Page<Subject> page(
      @PathVariable UUID operation,
      @RequestParam(required = false) @Nullable String country,
      @RequestParam(defaultValue = "1") int page) {
    return subjects.page(new OperationId(operation), country, page);
  }

  @NeedToKnow(value = Area.SUBJECTS, consults = true)
  @GetMapping("/{id}")
  Subject open(@PathVariable UUID operation, @PathVariable UUID id) {
    return subjects.open(new OperationId(operation), new SubjectId(id));
  }

  @NeedToKnow(value = Area.SUBJECTS, consults = true)
  @GetMapping("/{id}/judgements")
  List<Judgement> judgements(@PathVariable UUID operation, @PathVariable UUID id) {
    return subjects.judgements(new OperationId(operation), new SubjectId(id));
  }

  @NeedToKnow(value = Area.SUBJECTS, consults = true)
  @GetMapping("/{id}/accounts")
  Page<ProposedAccount> accounts(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int page) {
    return proposals.accounts(new OperationId(operation), of(operation, id).proposal(), page);
  }

  @NeedToKnow(value = Area.SUBJECTS, consults = true)
  @GetMapping("/{id}/links")
  Page<ProposedLink> links(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int page) {
    return proposals.links(new OperationId(operation), of(operation, id).proposal(), page);
  }

  @NeedToKnow(value = Area.SUBJECTS, consults = true)
  @GetMapping("/{id}/records")
  Page<CaseRecord> records(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int page) {
    return proposals.records(new OperationId(operation), of(operation, id).proposal(), page);
  }

  @PostMapping("/{id}/withdrawal")
  Subject withdraw(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestBody @Valid Withdrawal withdrawal) {
    return subjects.withdraw(new OperationId(operation), new SubjectId(id), withdrawal.reason());
  }

  private Subject of(UUID operation, UUID id) {
    return subjects.get(new OperationId(operation), new SubjectId(id));
  }
}
