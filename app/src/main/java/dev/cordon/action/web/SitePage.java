package dev.cordon.action.web;

import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.ActionDays;
import dev.cordon.action.Warrant;
import dev.cordon.action.day.Care;
import dev.cordon.action.day.DayReports;
import dev.cordon.action.day.Embargoes;
import dev.cordon.action.day.PlannedSite;
import dev.cordon.action.day.SitePlan;
import dev.cordon.action.day.SitePlans;
import dev.cordon.dispatch.Outcome;
import dev.cordon.dispatch.Outcomes;
import dev.cordon.dispatch.PackageId;
import dev.cordon.web.Answer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One site: its plan, its warrants, who stands by, the sequence of its reports, care afterwards.
 */
@NeedToKnow(Area.ACTION)
@Controller
@RequestMapping("/operations/{operation}/action-sites/{site}")
class SitePage {

  /** What may be told to the sender of a package from a site. */
  private static final List<Outcome> TOLD =
      List.of(Outcome.SEARCHED, Outcome.ARRESTED, Outcome.EXHIBITS, Outcome.NOT_IDENTIFIED);

  private final SitePlans sites;
  private final DayReports reports;
  private final Care care;
  private final ActionDays days;
  private final Embargoes embargoes;
  private final Outcomes outcomes;
  private final Access access;

  SitePage(
      SitePlans sites,
      DayReports reports,
      Care care,
      ActionDays days,
      Embargoes embargoes,
      Outcomes outcomes,
      Access access) {
    this.sites = sites;
    this.reports = reports;
    this.care = care;
    this.days = days;
    this.embargoes = embargoes;
    this.outcomes = outcomes;
    this.access = access;
  }

  record TeamForm(
      @Nullable UUID team,
      @Nullable @Size(max = 300) String authority,
      @Nullable @Size(max = 300) String legalReference) {}

  record WarrantForm(
      Warrant.@NotNull Kind kind,
      @NotBlank @Size(max = 300) String issuedBy,
      @NotBlank @Size(max = 200) String reference,
      @NotNull(message = "from when") LocalDateTime fromUtc,
      @NotNull(message = "until when") LocalDateTime untilUtc,
      @Nullable @Size(max = 300) String legalReference) {}

  record SupportForm(
      @NotBlank String kind,
      @NotBlank @Size(max = 300) String service,
      @NotBlank @Size(max = 300) String reached) {}

  record ShareForm(
      boolean shares, @NotBlank(message = "say why") @Size(max = 2000) String reason) {}

  record CareForm(
      Care.@NotNull Whom whom, Care.@NotNull Step step, @Nullable @Size(max = 2000) String words) {}

  record OutcomeForm(@NotNull Outcome outcome) {}

  @GetMapping
  String show(@PathVariable UUID operation, @PathVariable UUID site, Model model) {
    OperationId id = new OperationId(operation);
    PlannedSite one = sites.get(id, site);
    boolean owner = access.holds(id, Area.ACTION_PLANS, Right.WRITE);
    model.addAttribute("embargo", embargoes.read(id, one.day()));
    model.addAttribute("one", one);
    model.addAttribute("sequence", reports.sequence(id, site));
    model.addAttribute("care", care.of(id, site));
    model.addAttribute(
        "due", care.due(id, one.day()).stream().filter(due -> due.site().equals(site)).toList());
    model.addAttribute("steps", Arrays.asList(Care.Step.values()));
    model.addAttribute("teams", sites.teams(id, one.day()));
    model.addAttribute("owner", owner);
    model.addAttribute("writes", access.holds(id, Area.ACTION, Right.WRITE));
    model.addAttribute(
        "outcomes",
        one.packageId() != null && access.holds(id, Area.OUTCOMES, Right.WRITE) ? TOLD : List.of());
    return "action/site";
  }

  @NeedToKnow(Area.ACTION_PLANS)
  @PostMapping("/plan")
  String plan(
      @PathVariable UUID operation,
      @PathVariable UUID site,
      @Valid SitePlan form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, site),
        "Written. Only your agency reads it, until you share it.",
        () -> sites.write(new OperationId(operation), site, form));
  }

  @PostMapping("/team")
  String team(
      @PathVariable UUID operation,
      @PathVariable UUID site,
      @Valid TeamForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, site),
        "Written.",
        () ->
            sites.order(
                new OperationId(operation),
                site,
                form.team(),
                blankToNull(form.authority()),
                blankToNull(form.legalReference())));
  }

  @PostMapping("/warrants")
  String warrant(
      @PathVariable UUID operation,
      @PathVariable UUID site,
      @Valid WarrantForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, site),
        "The warrant is recorded.",
        () -> {
          UUID unused =
              days.addWarrant(
                  new OperationId(operation),
                  site,
                  new Warrant(
                      form.kind(),
                      form.issuedBy(),
                      form.reference(),
                      form.fromUtc().toInstant(ZoneOffset.UTC),
                      form.untilUtc().toInstant(ZoneOffset.UTC),
                      blankToNull(form.legalReference())));
        });
  }

  @PostMapping("/support")
  String support(
      @PathVariable UUID operation,
      @PathVariable UUID site,
      @Valid SupportForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, site),
        "Named.",
        () ->
            sites.support(
                new OperationId(operation),
                site,
                form.kind().equals("victim_support") ? "victim_support" : "childrens_service",
                form.service(),
                form.reached(),
                null));
  }

  @NeedToKnow(Area.ACTION_PLANS)
  @PostMapping("/share")
  String share(
      @PathVariable UUID operation,
      @PathVariable UUID site,
      @Valid ShareForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, site),
        form.shares() ? "The coordinators read the plan now." : "The coordinators read it no more.",
        () -> sites.share(new OperationId(operation), site, form.shares(), form.reason()));
  }

  @NeedToKnow(value = Area.ACTION, right = Right.REPORT)
  @PostMapping("/care")
  String care(
      @PathVariable UUID operation,
      @PathVariable UUID site,
      @Valid CareForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, site),
        "Written.",
        () ->
            care.record(
                new OperationId(operation),
                site,
                form.whom(),
                form.step(),
                Instant.now(),
                form.words()));
  }

  /** Tells the sender of the package what came of it here. */
  @NeedToKnow(Area.OUTCOMES)
  @PostMapping("/outcomes")
  String outcome(
      @PathVariable UUID operation,
      @PathVariable UUID site,
      @Valid OutcomeForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, site),
        "Told to the sender of the package, for good.",
        () -> tell(new OperationId(operation), site, form.outcome()));
  }

  private void tell(OperationId operation, UUID site, Outcome outcome) {
    PlannedSite about = sites.get(operation, site);
    UUID of = about.packageId();
    if (of == null || !TOLD.contains(outcome)) {
      throw new RefusedException("This site was planned for no subject of a package.");
    }
    outcomes.report(
        operation, new PackageId(of), about.packageSubject(), outcome, "site " + about.number());
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static String address(UUID operation, UUID site) {
    return "/operations/" + operation + "/action-sites/" + site;
  }
}
