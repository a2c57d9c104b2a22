package dev.cordon.attribution.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.attribution.Attribution;
import dev.cordon.attribution.Attributions;
import dev.cordon.resolution.ProposalId;
import dev.cordon.resolution.SubjectId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The countries of subjects. */
@NeedToKnow(Area.SUBJECTS)
@RestController
@RequestMapping("/api/operations/{operation}")
class AttributionController {

  private final Attributions attributions;

  AttributionController(Attributions attributions) {
    this.attributions = attributions;
  }

  record Decision(
      @NotBlank @Pattern(regexp = "[A-Z]{2}", message = "is two capital letters") String country,
      @NotBlank @Size(max = 2000) String reason) {}

  record Withdrawal(@NotBlank @Size(max = 2000) String reason) {}

  @NeedToKnow(value = Area.SUBJECTS, consults = true)
  @GetMapping("/subjects/{id}/attribution")
  Attribution get(@PathVariable UUID operation, @PathVariable UUID id) {
    return attributions.open(new OperationId(operation), new SubjectId(id));
  }

  @NeedToKnow(value = Area.PROPOSALS, consults = true)
  @GetMapping("/proposals/{id}/attribution")
  Attribution.Proposed proposed(@PathVariable UUID operation, @PathVariable UUID id) {
    return attributions.proposed(new OperationId(operation), new ProposalId(id));
  }

  @NeedToKnow(Area.COUNTRIES)
  @PostMapping("/subjects/{id}/attribution")
  Attribution decide(
      @PathVariable UUID operation, @PathVariable UUID id, @RequestBody @Valid Decision decision) {
    return attributions.decide(
        new OperationId(operation), new SubjectId(id), decision.country(), decision.reason());
  }

  @NeedToKnow(Area.COUNTRIES)
  @PostMapping("/subjects/{id}/attribution/withdrawal")
  Attribution withdraw(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestBody @Valid Withdrawal withdrawal) {
    return attributions.withdraw(
        new OperationId(operation), new SubjectId(id), withdrawal.reason());
  }
}
