package dev.cordon.action.web;

import dev.cordon.Page;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.ActionDay;
import dev.cordon.action.ActionDays;
import dev.cordon.action.DayLimits;
import dev.cordon.action.NewSite;
import dev.cordon.action.Site;
import dev.cordon.action.Warrant;
import dev.cordon.approval.ApprovalId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
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

/** Action days, their sites and warrants. */
@NeedToKnow(Area.ACTION)
@RestController
@RequestMapping("/api/operations/{operation}")
class ActionDayController {

  private final ActionDays days;

  ActionDayController(ActionDays days) {
    this.days = days;
  }

  record NewDay(
      @NotBlank @Size(max = 200) String name,
      @NotNull LocalDate startsOn,
      @NotNull LocalDate endsOn,
      @Nullable DayLimits limits) {

    DayLimits limitsOrUsual() {
      return limits == null ? DayLimits.USUAL : limits;
    }
  }

  record PlannedSite(
      @NotNull UUID agency,
      @NotBlank @Size(max = 200) String label,
      @NotNull ZoneId timeZone,
      @NotNull LocalDateTime plannedAt,
      @Nullable UUID packageSubject,
      @Nullable UUID receivedSubject) {}

  record NewWarrant(
      Warrant.@NotNull Kind kind,
      @NotBlank @Size(max = 300) String issuedBy,
      @NotBlank @Size(max = 200) String reference,
      @NotNull Instant validFrom,
      @NotNull Instant validUntil) {}

  record Moment(@Nullable Instant at) {

    Instant orNow() {
      return at == null ? Instant.now() : at;
    }
  }

  record Created(UUID id) {}

  record Asked(ApprovalId approval) {}

  record Reason(@NotBlank @Size(max = 2000) String reason) {}

  @NeedToKnow(value = Area.ACTION, right = Right.CALL_DAY)
  @PostMapping("/action-days")
  @ResponseStatus(HttpStatus.CREATED)
  Created plan(@PathVariable UUID operation, @RequestBody @Valid NewDay day) {
    return new Created(
        days.plan(
            new OperationId(operation),
            day.name(),
            day.startsOn(),
            day.endsOn(),
            day.limitsOrUsual()));
  }

  @GetMapping("/action-days")
  List<ActionDay> all(@PathVariable UUID operation) {
    return days.all(new OperationId(operation));
  }

  /** Asks for the day to be called off; another coordinator approves it. */
  @PostMapping("/action-days/{day}/abort")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Asked abort(
      @PathVariable UUID operation, @PathVariable UUID day, @RequestBody @Valid Reason form) {
    return new Asked(days.askAbort(new OperationId(operation), day, form.reason()));
  }

  @PostMapping("/action-days/{day}/sites")
  @ResponseStatus(HttpStatus.CREATED)
  Created addSite(
      @PathVariable UUID operation, @PathVariable UUID day, @RequestBody @Valid PlannedSite site) {
    NewSite planned =
        new NewSite(
            new AgencyId(site.agency()),
            site.label(),
            site.timeZone(),
            site.plannedAt(),
            site.packageSubject(),
            site.receivedSubject());
    return new Created(days.addSite(new OperationId(operation), day, planned));
  }

  @GetMapping("/action-days/{day}/sites")
  Page<Site> sites(
      @PathVariable UUID operation,
      @PathVariable UUID day,
      @RequestParam(defaultValue = "1") int page) {
    return days.sites(new OperationId(operation), day, page);
  }

  @PostMapping("/sites/{site}/warrants")
  @ResponseStatus(HttpStatus.CREATED)
  Created addWarrant(
      @PathVariable UUID operation,
      @PathVariable UUID site,
      @RequestBody @Valid NewWarrant warrant) {
    Warrant recorded =
        new Warrant(
            warrant.kind(),
            warrant.issuedBy(),
            warrant.reference(),
            warrant.validFrom(),
            warrant.validUntil());
    return new Created(days.addWarrant(new OperationId(operation), site, recorded));
  }

  @PostMapping("/sites/{site}/start")
  void start(
      @PathVariable UUID operation,
      @PathVariable UUID site,
      @RequestBody(required = false) @Nullable Moment moment) {
    days.start(new OperationId(operation), site, moment(moment));
  }

  @PostMapping("/sites/{site}/end")
  void end(
      @PathVariable UUID operation,
      @PathVariable UUID site,
      @RequestBody(required = false) @Nullable Moment moment) {
    days.end(new OperationId(operation), site, moment(moment));
  }

  private static Instant moment(@Nullable Moment moment) {
    return moment == null ? Instant.now() : moment.orNow();
  }
}
