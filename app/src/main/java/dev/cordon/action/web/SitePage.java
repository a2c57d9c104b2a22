package dev.cordon.action.web;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.day.Care;
import dev.cordon.action.day.DayReports;
import dev.cordon.action.day.Embargoes;
import dev.cordon.action.day.NewReport;
import dev.cordon.action.day.PlannedSite;
import dev.cordon.action.day.ReportCorrections;
import dev.cordon.action.day.ReportKind;
import dev.cordon.action.day.Resource;
import dev.cordon.action.day.SiteOutcomes;
import dev.cordon.action.day.SitePlans;
import dev.cordon.action.day.SiteRecord;
import dev.cordon.action.day.Teams;
import dev.cordon.dispatch.Outcome;
import dev.cordon.web.Answer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One site: its plan, its warrants, who stands by, the sequence of its reports and what of it is
 * corrected, care afterwards, what the sender of its package is told.
 */
@NeedToKnow(Area.ACTION)
@Controller
@RequestMapping("/operations/{operation}/action-sites/{site}")
class SitePage {

  private final SitePlans sites;
  private final Teams teams;
  private final DayReports reports;
  private final ReportCorrections corrections;
  private final Care care;
  private final Embargoes embargoes;
  private final SiteOutcomes outcomes;
  private final Access access;

  SitePage(
      SitePlans sites,
      Teams teams,
      DayReports reports,
      ReportCorrections corrections,
      Care care,
      Embargoes embargoes,
      SiteOutcomes outcomes,
      Access access) {
    this.sites = sites;
    this.teams = teams;
    this.reports = reports;
    this.corrections = corrections;
    this.care = care;
    this.embargoes = embargoes;
    this.outcomes = outcomes;
    this.access = access;
  }

  /**
   * A correction of one report.
   *
   * @param local when it happened, by the clock there; empty: as the report says
   */
  record CorrectionForm(
      @NotNull(message = "choose the report") UUID corrects,
      @NotNull(message = "choose what happened") ReportKind kind,
      @Nullable LocalDateTime local,
      @Nullable Resource resource,
      @Nullable @Size(max = 60) String itemKind,
      @Nullable @Size(max = 1000) String description,
      @Nullable @Size(max = 100) String seal,
      @Nullable @Size(max = 4000) String words) {

    ReportCorrections.Correction correction() {
      boolean asks = kind == ReportKind.RESOURCE_ASKED || kind == ReportKind.RESOURCE_THERE;
      return new ReportCorrections.Correction(
          corrects, kind, local, asks ? resource : null, item(), blankToNull(words));
    }

    private NewReport.@Nullable Item item() {
      if (kind != ReportKind.ITEM_SEIZED) {
        return null;
      }
      String kindOfItem = blankToNull(itemKind);
      String looks = blankToNull(description);
      return new NewReport.Item(
          kindOfItem == null ? "other" : kindOfItem,
          looks == null ? "not described" : looks,
          blankToNull(seal));
    }
  }

  record OutcomeForm(@NotNull(message = "choose what came of it") Outcome outcome) {}

  @GetMapping
  String show(SitePath at, Model model) {
    OperationId id = at.operation();
    PlannedSite one = sites.get(id, at.site());
    SiteRecord sequence = reports.sequence(id, at.site());
    boolean owner = access.holds(id, Area.ACTION_PLANS, Right.WRITE);
    model.addAttribute("embargo", embargoes.read(id, one.day()));
    model.addAttribute("one", one);
    model.addAttribute("sequence", sequence);
    model.addAttribute(
        "corrects",
        access.holds(id, Area.ACTION, Right.REPORT) ? ReportCorrections.open(sequence) : List.of());
    model.addAttribute("kinds", List.of(ReportKind.values()));
    model.addAttribute("resources", List.of(Resource.values()));
    model.addAttribute("care", care.of(id, at.site()));
    model.addAttribute(
        "due",
        care.due(id, one.day()).stream().filter(due -> due.site().equals(at.site())).toList());
    model.addAttribute("steps", List.of(Care.Step.values()));
    model.addAttribute(
        "teams",
        teams.of(id, one.day()).stream()
            .filter(team -> team.agency().equals(one.agency()))
            .toList());
    model.addAttribute("owner", owner);
    model.addAttribute("writes", access.holds(id, Area.ACTION, Right.WRITE));
    model.addAttribute("outcomes", outcomes.offered(id, one));
    return "action/site";
  }

  /** Corrects a report; the one it corrects stays, struck through. */
  @NeedToKnow(value = Area.ACTION, right = Right.REPORT)
  @PostMapping("/corrections")
  String correct(
      SitePath at, @Valid CorrectionForm form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        at.page(),
        "Corrected. The report it corrects stays below, struck through.",
        () -> corrections.correct(at.operation(), at.site(), form.correction()));
  }

  /** Tells the sender of the package what came of it here. */
  @PostMapping("/outcomes")
  String outcome(
      SitePath at, @Valid OutcomeForm form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        at.page(),
        "Told to the sender of the package, for good.",
        () -> outcomes.tell(at.operation(), at.site(), form.outcome()));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
