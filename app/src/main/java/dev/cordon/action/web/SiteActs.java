package dev.cordon.action.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.Right;
import dev.cordon.action.ActionDays;
import dev.cordon.action.Warrant;
import dev.cordon.action.day.Care;
import dev.cordon.action.day.SitePlan;
import dev.cordon.action.day.SitePlans;
import dev.cordon.web.Answer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Planning one site on its page, and the care written there afterwards. */
@NeedToKnow(Area.ACTION)
@Controller
@RequestMapping("/operations/{operation}/action-sites/{site}")
class SiteActs {

  private final SitePlans sites;
  private final ActionDays days;
  private final Care care;

  SiteActs(SitePlans sites, ActionDays days, Care care) {
    this.sites = sites;
    this.days = days;
    this.care = care;
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
      @Nullable @Size(max = 300) String legalReference) {

    Warrant warrant() {
      return new Warrant(
          kind,
          issuedBy,
          reference,
          fromUtc.toInstant(ZoneOffset.UTC),
          untilUtc.toInstant(ZoneOffset.UTC),
          blankToNull(legalReference));
    }
  }

  record SupportForm(
      @NotNull @Pattern(regexp = "victim_support|childrens_service", message = "choose for whom")
          String kind,
      @NotBlank @Size(max = 300) String service,
      @NotBlank @Size(max = 300) String reached) {}

  record ShareForm(
      boolean shares, @NotBlank(message = "say why") @Size(max = 2000) String reason) {}

  record CareForm(
      Care.@NotNull Whom whom, Care.@NotNull Step step, @Nullable @Size(max = 2000) String words) {}

  @NeedToKnow(Area.ACTION_PLANS)
  @PostMapping("/plan")
  String plan(SitePath at, @Valid SitePlan form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        at.page(),
        "Written. Only your agency reads it, until you share it.",
        () -> sites.write(at.operation(), at.site(), form));
  }

  @PostMapping("/team")
  String team(SitePath at, @Valid TeamForm form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        at.page(),
        "Written.",
        () ->
            sites.order(
                at.operation(),
                at.site(),
                form.team(),
                blankToNull(form.authority()),
                blankToNull(form.legalReference())));
  }

  @PostMapping("/warrants")
  String warrant(
      SitePath at, @Valid WarrantForm form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        at.page(),
        "The warrant is recorded.",
        () -> {
          UUID unused = days.addWarrant(at.operation(), at.site(), form.warrant());
        });
  }

  @PostMapping("/support")
  String support(
      SitePath at, @Valid SupportForm form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        at.page(),
        "Named.",
        () ->
            sites.support(
                at.operation(), at.site(), form.kind(), form.service(), form.reached(), null));
  }

  @NeedToKnow(Area.ACTION_PLANS)
  @PostMapping("/share")
  String share(
      SitePath at, @Valid ShareForm form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        at.page(),
        form.shares() ? "The coordinators read the plan now." : "The coordinators read it no more.",
        () -> sites.share(at.operation(), at.site(), form.shares(), form.reason()));
  }

  @NeedToKnow(value = Area.ACTION, right = Right.REPORT)
  @PostMapping("/care")
  String care(SitePath at, @Valid CareForm form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        at.page(),
        "Written.",
        () ->
            care.record(
                at.operation(), at.site(), form.whom(), form.step(), Instant.now(), form.words()));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
