package dev.cordon.action.web;

import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.day.DayPlans;
import dev.cordon.action.day.DaysOff;
import dev.cordon.action.day.PlanWarning;
import dev.cordon.action.day.Readiness;
import dev.cordon.action.day.Teams;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/** Plans of a day: readiness, what clashes, who waits, teams, days off. */
@NeedToKnow(Area.ACTION)
@RestController
@RequestMapping("/api/operations/{operation}")
class PlanController {

  private final DayPlans plans;
  private final Teams teams;
  private final DaysOff daysOff;
  private final CurrentMember currentMember;

  PlanController(DayPlans plans, Teams teams, DaysOff daysOff, CurrentMember currentMember) {
    this.plans = plans;
    this.teams = teams;
    this.daysOff = daysOff;
    this.currentMember = currentMember;
  }

  record Created(UUID id) {}

  record NewTeam(
      @Nullable UUID agency,
      @NotBlank @Size(max = 100) String name,
      @Min(1) @Max(500) int officers) {}

  record TeamMember(@NotNull UUID member) {}

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

  private AgencyId agency(@Nullable UUID named) {
    return named == null ? currentMember.agency() : new AgencyId(named);
  }

  @PostMapping("/action-days/{day}/teams")
  @ResponseStatus(HttpStatus.CREATED)
  Created team(
      @PathVariable UUID operation, @PathVariable UUID day, @RequestBody @Valid NewTeam form) {
    return new Created(
        teams.make(
            new OperationId(operation), day, agency(form.agency()), form.name(), form.officers()));
  }

  @PostMapping("/teams/{team}/members")
  void join(
      @PathVariable UUID operation, @PathVariable UUID team, @RequestBody @Valid TeamMember form) {
    teams.join(new OperationId(operation), team, form.member());
  }

  @PostMapping("/teams/{team}/members/end")
  void leave(
      @PathVariable UUID operation, @PathVariable UUID team, @RequestBody @Valid TeamMember form) {
    teams.leave(new OperationId(operation), team, form.member());
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
    daysOff.add(
        new OperationId(operation), agency(form.agency()), form.on(), form.name(), form.source());
  }
}
