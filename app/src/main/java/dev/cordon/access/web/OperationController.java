package dev.cordon.access.web;

import dev.cordon.Page;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.ForAdministrator;
import dev.cordon.access.ForEveryMember;
import dev.cordon.access.Grant;
import dev.cordon.access.Grants;
import dev.cordon.access.HandlingCode;
import dev.cordon.access.MemberId;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.Operation;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.access.Purpose;
import dev.cordon.access.Right;
import dev.cordon.access.Role;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

/** Operations and who works in them. */
@ForEveryMember("lists only the operations the member knows")
@RestController
@RequestMapping("/api/operations")
@Tag(name = "Operations")
class OperationController {

  private final Operations operations;
  private final Grants grants;

  OperationController(Operations operations, Grants grants) {
    this.operations = operations;
    this.grants = grants;
  }

  record NewOperation(
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 500) String authority,
      @NotBlank @Size(max = 1000) String legalBasis,
      @NotBlank String purpose,
      @NotNull LocalDate reviewOn,
      @NotNull LocalDate endsOn,
      @NotNull UUID leadAgency,
      @Nullable HandlingCode handlingCode) {

    Operations.Grounds grounds() {
      return new Operations.Grounds(
          name,
          authority,
          legalBasis,
          Purpose.of(purpose),
          reviewOn,
          endsOn,
          new AgencyId(leadAgency),
          handlingCode == null ? HandlingCode.H2 : handlingCode);
    }
  }

  record NewMembership(
      @NotNull UUID member,
      @NotBlank String role,
      @Nullable OffsetDateTime startsAt,
      @Nullable OffsetDateTime endsAt) {}

  record NewCover(
      @NotNull UUID member, @Nullable OffsetDateTime startsAt, @Nullable OffsetDateTime endsAt) {}

  record Reason(@NotBlank @Size(max = 2000) String reason) {}

  record Created(UUID id) {}

  record OperationView(
      UUID id,
      String name,
      String authority,
      String legalBasis,
      String purpose,
      LocalDate openedOn,
      LocalDate reviewOn,
      LocalDate endsOn,
      UUID leadAgency,
      HandlingCode handlingCode) {

    static OperationView of(Operation operation) {
      return new OperationView(
          operation.id().value(),
          operation.name(),
          operation.authority(),
          operation.legalBasis(),
          operation.purpose().text(),
          operation.openedOn(),
          operation.reviewOn(),
          operation.endsOn(),
          operation.leadAgency().value(),
          operation.handlingCode());
    }
  }

  /** Opens an operation. */
  @ForAdministrator("opens operations")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Created open(@Valid @RequestBody NewOperation form) {
    return new Created(operations.open(form.grounds()).value());
  }

  /** The operations the member may know. */
  @GetMapping
  List<OperationView> operations() {
    return operations.all().stream().map(OperationView::of).toList();
  }

  /** One operation. */
  @GetMapping("/{operation}")
  OperationView operation(@PathVariable UUID operation) {
    return OperationView.of(operations.get(new OperationId(operation)));
  }

  /** The grants of the operation the member may see; those that are over when asked for. */
  @GetMapping("/{operation}/memberships")
  Page<Grant> grants(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "false") boolean over,
      @RequestParam(defaultValue = "1") int page) {
    OperationId id = operations.get(new OperationId(operation)).id();
    return grants.page(id, over, Math.max(1, page));
  }

  /** Gives a member a role in the operation. */
  @NeedToKnow(value = Area.MEMBERS, right = Right.GRANT_ROLE, administratorToo = true)
  @PostMapping("/{operation}/memberships")
  @ResponseStatus(HttpStatus.CREATED)
  Created grant(@PathVariable UUID operation, @Valid @RequestBody NewMembership form) {
    return new Created(
        grants.grant(
            new OperationId(operation),
            new MemberId(form.member()),
            Role.of(form.role()),
            new Grants.Span(form.startsAt(), form.endsAt())));
  }

  /** Lets a colleague stand in for the holder of a grant. */
  @PostMapping("/{operation}/memberships/{grant}/covers")
  @ResponseStatus(HttpStatus.CREATED)
  Created cover(
      @PathVariable UUID operation, @PathVariable UUID grant, @Valid @RequestBody NewCover form) {
    return new Created(
        grants.cover(
            new OperationId(operation),
            grant,
            new MemberId(form.member()),
            new Grants.Span(form.startsAt(), form.endsAt())));
  }

  /** Ends a grant at once. */
  @PostMapping("/{operation}/memberships/{grant}/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(
      @PathVariable UUID operation, @PathVariable UUID grant, @Valid @RequestBody Reason form) {
    grants.end(new OperationId(operation), grant, form.reason());
  }
}
