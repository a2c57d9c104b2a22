package dev.cordon.action.web;

import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.Right;
import dev.cordon.action.ActionDays;
import dev.cordon.action.NewSite;
import dev.cordon.action.day.DayPlans;
import dev.cordon.action.day.DaysOff;
import dev.cordon.action.day.Teams;
import dev.cordon.web.Answer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Planning a day on its page: sites, teams, readiness, who waits for whom, days off. */
@NeedToKnow(Area.ACTION)
@Controller
@RequestMapping("/operations/{operation}/action-days/{day}")
class PlanActs {

  private final ActionDays days;
  private final DayPlans plans;
  private final Teams teams;
  private final DaysOff daysOff;
  private final CurrentMember currentMember;

  PlanActs(
      ActionDays days, DayPlans plans, Teams teams, DaysOff daysOff, CurrentMember currentMember) {
    this.days = days;
    this.plans = plans;
    this.teams = teams;
    this.daysOff = daysOff;
    this.currentMember = currentMember;
  }

  record AnswerForm(
      @NotNull UUID agency,
      @NotBlank String item,
      @NotBlank String state,
      @Nullable @Size(max = 1000) String words) {}

  /**
   * A site to be planned.
   *
   * @param about package: or received: and the id of the subject there; empty for nobody
   */
  record SiteForm(
      @Nullable UUID agency,
      @NotBlank @Size(max = 200) String label,
      @NotNull(message = "name the time zone") ZoneId zone,
      @NotNull(message = "name day and time") LocalDateTime plannedAt,
      @Nullable @Pattern(regexp = "|(package|received):[0-9a-f-]{36}") String about) {

    NewSite site(AgencyId own) {
      return new NewSite(
          agency == null ? own : new AgencyId(agency),
          label,
          zone,
          plannedAt,
          subject("package:"),
          subject("received:"));
    }

    private @Nullable UUID subject(String way) {
      return about != null && about.startsWith(way)
          ? UUID.fromString(about.substring(way.length()))
          : null;
    }
  }

  record TeamForm(
      @NotBlank @Size(max = 100) String name,
      @Min(value = 1, message = "1 at least") @Max(value = 500, message = "500 at most")
          int officers) {}

  record MemberForm(@NotNull(message = "choose a member") UUID member) {}

  record WaitForm(
      @NotNull(message = "choose who waits") UUID agency,
      @NotNull(message = "choose for whom") UUID before,
      @NotBlank(message = "say what the waiting agency reads") @Size(min = 3, max = 300)
          String words) {}

  record DayOffForm(
      @Nullable UUID agency,
      @NotNull(message = "name the day") LocalDate on,
      @NotBlank(message = "name it") @Size(min = 2, max = 200) String name,
      @NotBlank(message = "say where it was read") @Size(min = 2, max = 500) String source) {}

  @PostMapping("/readiness")
  String answer(
      DayPath at, @Valid AnswerForm form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        at.plan(),
        "Answered.",
        () ->
            plans.answer(
                at.operation(),
                at.day(),
                new AgencyId(form.agency()),
                form.item(),
                form.state(),
                form.words()));
  }

  @PostMapping("/sites")
  String addSite(
      DayPath at, @Valid SiteForm form, BindingResult checked, RedirectAttributes flash) {
    return Answer.made(
        checked,
        flash,
        at.plan(),
        "Planned. Now say where it is and who goes.",
        () ->
            SitePath.page(
                at.operation(),
                days.addSite(at.operation(), at.day(), form.site(currentMember.agency()))));
  }

  @PostMapping("/teams")
  String team(DayPath at, @Valid TeamForm form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        at.plan(),
        "The team stands.",
        () -> {
          UUID unused =
              teams.make(
                  at.operation(), at.day(), currentMember.agency(), form.name(), form.officers());
        });
  }

  @PostMapping("/teams/{team}/members")
  String join(
      DayPath at,
      @PathVariable UUID team,
      @Valid MemberForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        at.plan(),
        "In the team. The page for the field offers its sites from now on.",
        () -> teams.join(at.operation(), team, form.member()));
  }

  @PostMapping("/teams/{team}/members/end")
  String leave(
      DayPath at,
      @PathVariable UUID team,
      @Valid MemberForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        at.plan(),
        "No longer in the team.",
        () -> teams.leave(at.operation(), team, form.member()));
  }

  @NeedToKnow(value = Area.ACTION, right = Right.CALL_DAY)
  @PostMapping("/dependencies")
  String waits(DayPath at, @Valid WaitForm form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        at.plan(),
        "Written. The waiting agency reads the words, not for whom it waits.",
        () ->
            plans.waitsFor(
                at.operation(),
                at.day(),
                new AgencyId(form.agency()),
                form.words(),
                new AgencyId(form.before())));
  }

  @PostMapping("/days-off")
  String dayOff(
      DayPath at, @Valid DayOffForm form, BindingResult checked, RedirectAttributes flash) {
    UUID agency = form.agency();
    return Answer.after(
        checked,
        flash,
        at.plan(),
        "On the list. Sites planned on that day say so above.",
        () ->
            daysOff.add(
                at.operation(),
                agency == null ? currentMember.agency() : new AgencyId(agency),
                form.on(),
                form.name(),
                form.source()));
  }
}
