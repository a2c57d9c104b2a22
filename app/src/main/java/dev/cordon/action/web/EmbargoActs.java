package dev.cordon.action.web;

import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.Members;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.Right;
import dev.cordon.action.day.Embargoes;
import dev.cordon.web.Answer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

/** Who may know of a day until when, and what the press is told from when on. */
@NeedToKnow(value = Area.ACTION, right = Right.CALL_DAY)
@Controller
@RequestMapping("/operations/{operation}/action-days/{day}")
class EmbargoActs {

  private final Embargoes embargoes;
  private final Members members;

  EmbargoActs(Embargoes embargoes, Members members) {
    this.embargoes = embargoes;
    this.members = members;
  }

  record EmbargoForm(
      @Nullable LocalDateTime untilUtc,
      @Nullable LocalDateTime figuresUtc,
      @NotBlank(message = "say why") @Size(max = 2000) String reason) {}

  record ReaderForm(@Nullable UUID agency, @Nullable @Size(max = 200) String member, boolean may) {}

  record PressForm(
      @NotBlank(message = "write the line") @Size(min = 3, max = 4000) String words,
      @NotNull(message = "say from when on officers may read it") LocalDateTime untilUtc) {}

  @PostMapping("/embargo")
  String embargo(
      DayPath at, @Valid EmbargoForm form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        at.plan(),
        "Set. Who is not named below does not find the day any more.",
        () ->
            embargoes.set(
                at.operation(),
                at.day(),
                instant(form.untilUtc()),
                instant(form.figuresUtc()),
                form.reason()));
  }

  @PostMapping("/readers")
  String reader(
      DayPath at, @Valid ReaderForm form, BindingResult checked, RedirectAttributes flash) {
    UUID agency = form.agency();
    String member = form.member();
    return Answer.after(
        checked,
        flash,
        at.plan(),
        form.may() ? "Named: the day is found now." : "Named: the day is not found any more.",
        () ->
            embargoes.name(
                at.operation(),
                at.day(),
                agency == null ? null : new AgencyId(agency),
                member == null || member.isBlank() ? null : members.named(member).id(),
                form.may()));
  }

  @PostMapping("/press-lines")
  String pressLine(
      DayPath at, @Valid PressForm form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        at.plan(),
        "Written. Officers find it from its hour on; until then only who orders the day.",
        () ->
            embargoes.pressLine(
                at.operation(), at.day(), form.words(), form.untilUtc().toInstant(ZoneOffset.UTC)));
  }

  private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }
}
