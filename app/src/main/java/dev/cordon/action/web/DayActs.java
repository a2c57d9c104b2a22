package dev.cordon.action.web;

import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.Members;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.ActionDays;
import dev.cordon.action.NewSite;
import dev.cordon.action.day.DayNotes;
import dev.cordon.action.day.DayOrders;
import dev.cordon.action.day.DayPlans;
import dev.cordon.action.day.Embargoes;
import dev.cordon.action.day.NewOrder;
import dev.cordon.action.day.OrderKind;
import dev.cordon.action.day.SitePlans;
import dev.cordon.web.Answer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What members do on the pages of a day: orders, answers, sites, teams, embargo, notes. */
@NeedToKnow(Area.ACTION)
@Controller
@RequestMapping("/operations/{operation}/action-days/{day}")
class DayActs {

  private final ActionDays days;
  private final DayPlans plans;
  private final SitePlans sites;
  private final DayOrders orders;
  private final Embargoes embargoes;
  private final DayNotes notes;
  private final CurrentMember currentMember;
  private final Members members;

  DayActs(
      ActionDays days,
      DayPlans plans,
      SitePlans sites,
      DayOrders orders,
      Embargoes embargoes,
      DayNotes notes,
      CurrentMember currentMember,
      Members members) {
    this.days = days;
    this.plans = plans;
    this.sites = sites;
    this.orders = orders;
    this.embargoes = embargoes;
    this.notes = notes;
    this.currentMember = currentMember;
    this.members = members;
  }

  record OrderForm(
      @NotNull(message = "choose what to order") OrderKind kind,
      @Nullable String country,
      @Nullable UUID site,
      @Nullable LocalDateTime startUtc,
      @NotBlank(message = "say why") @Size(max = 2000) String reason,
      long seen,
      NewOrder.@Nullable LeakKind leak,
      @Nullable @Size(max = 4000) String leakWords) {

    NewOrder order() {
      return new NewOrder(
          kind,
          country == null || country.isBlank() ? null : country,
          site,
          startUtc == null ? null : startUtc.toInstant(ZoneOffset.UTC),
          reason,
          seen,
          leak == null
              ? null
              : new NewOrder.NewLeak(
                  leak,
                  leakWords == null || leakWords.isBlank() ? reason : leakWords,
                  "told by who ordered",
                  Instant.now()));
    }
  }

  record AnswerForm(
      @NotNull UUID agency,
      @NotBlank String item,
      @NotBlank String state,
      @Nullable @Size(max = 1000) String words) {}

  record SiteForm(
      @Nullable UUID agency,
      @NotBlank @Size(max = 200) String label,
      @NotNull(message = "name the time zone") ZoneId zone,
      @NotNull(message = "name day and time") LocalDateTime plannedAt,
      @Nullable UUID packageSubject) {}

  record EmbargoForm(
      @Nullable LocalDateTime untilUtc,
      @Nullable LocalDateTime figuresUtc,
      @NotBlank(message = "say why") @Size(max = 2000) String reason) {}

  record ReaderForm(@Nullable UUID agency, @Nullable @Size(max = 200) String member, boolean may) {}

  record TeamForm(@NotBlank @Size(max = 100) String name, int officers) {}

  record NoteForm(DayNotes.@NotNull Kind kind, @NotBlank @Size(max = 4000) String words) {}

  @PostMapping("/orders")
  String order(
      @PathVariable UUID operation,
      @PathVariable UUID day,
      @Valid OrderForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        base(operation, day) + "/live",
        "Ordered. Every board that it is for shows it now.",
        () -> {
          long unused = orders.give(new OperationId(operation), day, form.order());
        });
  }

  @PostMapping("/readiness")
  String answer(
      @PathVariable UUID operation,
      @PathVariable UUID day,
      @Valid AnswerForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        base(operation, day),
        "Answered.",
        () ->
            plans.answer(
                new OperationId(operation),
                day,
                new AgencyId(form.agency()),
                form.item(),
                form.state(),
                form.words()));
  }

  @PostMapping("/sites")
  String addSite(
      @PathVariable UUID operation,
      @PathVariable UUID day,
      @Valid SiteForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    UUID agency = form.agency();
    return Answer.made(
        checked,
        flash,
        base(operation, day),
        "Planned. Now say where it is and who goes.",
        () ->
            "/operations/"
                + operation
                + "/action-sites/"
                + days.addSite(
                    new OperationId(operation),
                    day,
                    new NewSite(
                        agency == null ? currentMember.agency() : new AgencyId(agency),
                        form.label(),
                        form.zone(),
                        form.plannedAt(),
                        form.packageSubject())));
  }

  @PostMapping("/teams")
  String team(
      @PathVariable UUID operation,
      @PathVariable UUID day,
      @Valid TeamForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        base(operation, day),
        "The team stands.",
        () -> {
          UUID unused =
              sites.team(
                  new OperationId(operation),
                  day,
                  currentMember.agency().value(),
                  form.name(),
                  Math.clamp(form.officers(), 1, 500));
        });
  }

  @NeedToKnow(value = Area.ACTION, right = Right.CALL_DAY)
  @PostMapping("/embargo")
  String embargo(
      @PathVariable UUID operation,
      @PathVariable UUID day,
      @Valid EmbargoForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        base(operation, day),
        "Set. Who is not named below does not find the day any more.",
        () ->
            embargoes.set(
                new OperationId(operation),
                day,
                instant(form.untilUtc()),
                instant(form.figuresUtc()),
                form.reason()));
  }

  @NeedToKnow(value = Area.ACTION, right = Right.CALL_DAY)
  @PostMapping("/readers")
  String reader(
      @PathVariable UUID operation,
      @PathVariable UUID day,
      @Valid ReaderForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    UUID agency = form.agency();
    String member = form.member();
    return Answer.after(
        checked,
        flash,
        base(operation, day),
        form.may() ? "Named: the day is found now." : "Named: the day is not found any more.",
        () ->
            embargoes.name(
                new OperationId(operation),
                day,
                agency == null ? null : new AgencyId(agency),
                member == null || member.isBlank() ? null : members.named(member).id(),
                form.may()));
  }

  @NeedToKnow(Area.ACTION_COMMAND)
  @PostMapping("/notes")
  String note(
      @PathVariable UUID operation,
      @PathVariable UUID day,
      @Valid NoteForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        base(operation, day) + "/after",
        "Written.",
        () ->
            notes.write(new OperationId(operation), day, form.kind(), Instant.now(), form.words()));
  }

  private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }

  private static String base(UUID operation, UUID day) {
    return "/operations/" + operation + "/action-days/" + day;
  }
}
