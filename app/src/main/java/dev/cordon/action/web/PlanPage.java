package dev.cordon.action.web;

import dev.cordon.access.Access;
import dev.cordon.access.Agencies;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.ActionDay;
import dev.cordon.action.ActionDays;
import dev.cordon.action.day.DayPlans;
import dev.cordon.action.day.DaysOff;
import dev.cordon.action.day.Embargoes;
import dev.cordon.action.day.SiteOutcomes;
import dev.cordon.action.day.Teams;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The plan of a day: what to look at, readiness, sites, teams, who waits, who may know. */
@NeedToKnow(Area.ACTION)
@Controller
@RequestMapping("/operations/{operation}/action-days/{day}")
class PlanPage {

  private static final List<String> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(
              zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.contains("System"))
          .sorted()
          .toList();

  private final DayHead head;
  private final ActionDays days;
  private final DayPlans plans;
  private final Teams teams;
  private final DaysOff daysOff;
  private final Embargoes embargoes;
  private final SiteOutcomes outcomes;
  private final Access access;
  private final CurrentMember currentMember;
  private final Agencies agencies;

  PlanPage(
      DayHead head,
      ActionDays days,
      DayPlans plans,
      Teams teams,
      DaysOff daysOff,
      Embargoes embargoes,
      SiteOutcomes outcomes,
      Access access,
      CurrentMember currentMember,
      Agencies agencies) {
    this.head = head;
    this.days = days;
    this.plans = plans;
    this.teams = teams;
    this.daysOff = daysOff;
    this.embargoes = embargoes;
    this.outcomes = outcomes;
    this.access = access;
    this.currentMember = currentMember;
    this.agencies = agencies;
  }

  @GetMapping
  String plan(DayPath at, Model model) {
    OperationId id = at.operation();
    head.show(at, model);
    boolean leads = access.holds(id, Area.ACTION, Right.CALL_DAY);
    boolean writes = access.holds(id, Area.ACTION, Right.WRITE);
    ActionDay day = days.get(id, at.day());
    model.addAttribute("readiness", plans.readiness(id, at.day()));
    model.addAttribute("warnings", plans.warnings(id, at.day()));
    model.addAttribute("dependencies", plans.dependencies(id, at.day()));
    model.addAttribute("teams", teams.of(id, at.day()));
    model.addAttribute("ownAgency", currentMember.get().agency().orElse(null));
    model.addAttribute("daysOff", daysOff.near(id, day.startsOn(), day.endsOn()));
    model.addAttribute("leads", leads);
    model.addAttribute("writes", writes);
    model.addAttribute("agencies", leads ? agencies.all() : List.of());
    model.addAttribute("colleagues", writes ? teams.colleagues(id) : List.of());
    model.addAttribute("subjects", writes ? outcomes.choices(id) : List.of());
    model.addAttribute("zones", writes ? ZONES : List.of());
    model.addAttribute("said", embargoes.said(id, at.day()));
    model.addAttribute("readers", embargoes.readers(id, at.day()));
    model.addAttribute("pressLines", embargoes.pressLines(id, at.day()));
    return "action/day";
  }
}
