package dev.cordon.action.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.day.Care;
import dev.cordon.action.day.DayNotes;
import dev.cordon.action.day.DayOrders;
import dev.cordon.action.day.DayPlans;
import dev.cordon.action.day.Embargoes;
import dev.cordon.action.day.NewOrder;
import dev.cordon.action.day.PlanWarning;
import dev.cordon.action.day.PlannedSite;
import dev.cordon.action.day.Readiness;
import dev.cordon.action.day.SitePlan;
import dev.cordon.action.day.SitePlans;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plans of a day and of its sites, what clashes, who may know, and what is owed afterwards. */
@NeedToKnow(Area.ACTION)
@RestController
@RequestMapping("/api/operations/{operation}")
class PlanController {

  private final SitePlans sites;
  private final DayPlans plans;
  private final Embargoes embargoes;
  private final Care care;
  private final DayNotes notes;
  private final DayOrders orders;
  private final CurrentMember currentMember;

  PlanController(
      SitePlans sites,
      DayPlans plans,
      Embargoes embargoes,
      Care care,
      DayNotes notes,
      DayOrders orders,
      CurrentMember currentMember) {
    this.sites = sites;
    this.plans = plans;
    this.embargoes = embargoes;
    this.care = care;
    this.notes = notes;
    this.orders = orders;
    this.currentMember = currentMember;
  }

  record Created(UUID id) {}

  record NewTeam(
      @Nullable UUID agency,
      @NotBlank @Size(max = 100) String name,
      @Min(1) @Max(500) int officers) {}

  record TeamMember(@NotNull UUID member) {}

  record SiteOrder(
      @Nullable UUID team,
      @Nullable @Size(max = 300) String authority,
      @JsonProperty("legal_reference") @Nullable @Size(max = 300) String legalReference) {}

  record Share(boolean shares, @NotBlank @Size(min = 3, max = 2000) String reason) {}

  record Support(
      @NotNull @Pattern(regexp = "victim_support|childrens_service") String kind,
      @NotBlank @Size(min = 2, max = 300) String service,
      @NotBlank @Size(min = 2, max = 300) String reached,
      @JsonProperty("informed_at") @Nullable Instant informedAt) {}

  record CareDone(
      Care.@NotNull Whom whom,
      Care.@NotNull Step step,
      @Nullable Instant at,
      @Nullable @Size(max = 2000) String words) {}

  record Answer(
      @Nullable UUID agency,
      @NotBlank @Size(max = 60) String item,
      @NotBlank @Size(max = 20) String state,
      @Nullable @Size(max = 1000) String words) {}

  record Waits(
      @NotNull UUID agency,
      @NotBlank @Size(min = 3, max = 300) String words,
      @NotNull UUID before) {}

  record Holiday(
      @Nullable UUID agency,
      @NotNull LocalDate on,
      @NotBlank @Size(min = 2, max = 200) String name,
      @NotBlank @Size(min = 2, max = 500) String source) {}

  record Embargo(
      @Nullable Instant until,
      @JsonProperty("figures_until") @Nullable Instant figuresUntil,
      @NotBlank @Size(min = 3, max = 2000) String reason) {}

  record Reader(@Nullable UUID agency, @Nullable UUID member, boolean may) {}

  record PressLine(@NotBlank @Size(min = 3, max = 4000) String words, @NotNull Instant until) {}

  record Note(
      DayNotes.@NotNull Kind kind,
      @Nullable Instant at,
      @NotBlank @Size(min = 3, max = 4000) String words) {}

  private AgencyId agency(@Nullable UUID named) {
    return named == null ? currentMember.agency() : new AgencyId(named);
  }

  @GetMapping("/sites/{site}")
  PlannedSite site(@PathVariable UUID operation, @PathVariable UUID site) {
    return sites.get(new OperationId(operation), site);
  }

  @NeedToKnow(Area.ACTION_PLANS)
  @PostMapping("/sites/{site}/plan")
  void plan(
      @PathVariable UUID operation, @PathVariable UUID site, @RequestBody @Valid SitePlan plan) {
    sites.write(new OperationId(operation), site, plan);
  }

  @PostMapping("/sites/{site}/team")
  void team(
      @PathVariable UUID operation, @PathVariable UUID site, @RequestBody @Valid SiteOrder form) {
    sites.order(
        new OperationId(operation), site, form.team(), form.authority(), form.legalReference());
  }

  @NeedToKnow(Area.ACTION_PLANS)
  @PostMapping("/sites/{site}/share")
  void share(
      @PathVariable UUID operation, @PathVariable UUID site, @RequestBody @Valid Share form) {
    sites.share(new OperationId(operation), site, form.shares(), form.reason());
  }

  @PostMapping("/sites/{site}/support")
  void support(
      @PathVariable UUID operation, @PathVariable UUID site, @RequestBody @Valid Support form) {
    sites.support(
        new OperationId(operation),
        site,
        form.kind(),
        form.service(),
        form.reached(),
        form.informedAt());
  }

  @NeedToKnow(value = Area.ACTION, right = Right.REPORT)
  @PostMapping("/sites/{site}/care")
  void care(
      @PathVariable UUID operation, @PathVariable UUID site, @RequestBody @Valid CareDone form) {
    Instant at = form.at();
    care.record(
        new OperationId(operation),
        site,
        form.whom(),
        form.step(),
        at == null ? Instant.now() : at,
        form.words());
  }

  @PostMapping("/action-days/{day}/teams")
  @ResponseStatus(HttpStatus.CREATED)
  Created team(
      @PathVariable UUID operation, @PathVariable UUID day, @RequestBody @Valid NewTeam form) {
    return new Created(
        sites.team(
            new OperationId(operation),
            day,
            agency(form.agency()).value(),
            form.name(),
            form.officers()));
  }

  @PostMapping("/teams/{team}/members")
  void join(
      @PathVariable UUID operation, @PathVariable UUID team, @RequestBody @Valid TeamMember form) {
    sites.join(new OperationId(operation), team, form.member());
  }

  @GetMapping("/action-days/{day}/readiness")
  List<Readiness> readiness(@PathVariable UUID operation, @PathVariable UUID day) {
    return plans.readiness(new OperationId(operation), day);
  }

  @PostMapping("/action-days/{day}/readiness")
  void answer(
      @PathVariable UUID operation, @PathVariable UUID day, @RequestBody @Valid Answer form) {
    plans.answer(
        new OperationId(operation),
        day,
        agency(form.agency()),
        form.item(),
        form.state(),
        form.words());
  }

  /** What a person should look at before the day. */
  @GetMapping("/action-days/{day}/warnings")
  List<PlanWarning> warnings(@PathVariable UUID operation, @PathVariable UUID day) {
    return plans.warnings(new OperationId(operation), day);
  }

  @NeedToKnow(value = Area.ACTION, right = Right.CALL_DAY)
  @PostMapping("/action-days/{day}/dependencies")
  void waits(@PathVariable UUID operation, @PathVariable UUID day, @RequestBody @Valid Waits form) {
    plans.waitsFor(
        new OperationId(operation),
        day,
        new AgencyId(form.agency()),
        form.words(),
        new AgencyId(form.before()));
  }

  @PostMapping("/holidays")
  void holiday(@PathVariable UUID operation, @RequestBody @Valid Holiday form) {
    plans.holiday(
        new OperationId(operation), agency(form.agency()), form.on(), form.name(), form.source());
  }

  @NeedToKnow(value = Area.ACTION, right = Right.CALL_DAY)
  @PostMapping("/action-days/{day}/embargo")
  void embargo(
      @PathVariable UUID operation, @PathVariable UUID day, @RequestBody @Valid Embargo form) {
    embargoes.set(
        new OperationId(operation), day, form.until(), form.figuresUntil(), form.reason());
  }

  @NeedToKnow(value = Area.ACTION, right = Right.CALL_DAY)
  @PostMapping("/action-days/{day}/readers")
  void reader(
      @PathVariable UUID operation, @PathVariable UUID day, @RequestBody @Valid Reader form) {
    UUID agency = form.agency();
    UUID member = form.member();
    embargoes.name(
        new OperationId(operation),
        day,
        agency == null ? null : new AgencyId(agency),
        member == null ? null : new MemberId(member),
        form.may());
  }

  @NeedToKnow(value = Area.ACTION, right = Right.CALL_DAY)
  @PostMapping("/action-days/{day}/press-lines")
  void pressLine(
      @PathVariable UUID operation, @PathVariable UUID day, @RequestBody @Valid PressLine form) {
    embargoes.pressLine(new OperationId(operation), day, form.words(), form.until());
  }

  @NeedToKnow(Area.ACTION_COMMAND)
  @PostMapping("/action-days/{day}/notes")
  void note(@PathVariable UUID operation, @PathVariable UUID day, @RequestBody @Valid Note form) {
    Instant at = form.at();
    notes.write(
        new OperationId(operation),
        day,
        form.kind(),
        at == null ? Instant.now() : at,
        form.words());
  }

  @NeedToKnow(Area.ACTION_COMMAND)
  @PostMapping("/action-days/{day}/leaks")
  @ResponseStatus(HttpStatus.CREATED)
  Created leak(
      @PathVariable UUID operation,
      @PathVariable UUID day,
      @RequestBody @Valid NewOrder.NewLeak leak) {
    return new Created(orders.tellOfLeak(new OperationId(operation), day, leak));
  }
}
