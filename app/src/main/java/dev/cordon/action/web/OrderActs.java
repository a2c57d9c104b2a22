package dev.cordon.action.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.action.day.DayNotes;
import dev.cordon.action.day.DayOrders;
import dev.cordon.action.day.Leaks;
import dev.cordon.action.day.NewOrder;
import dev.cordon.action.day.OrderKind;
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

/** Orders of a day, leaks, minutes and lessons, as the pages of the day send them. */
@NeedToKnow(Area.ACTION)
@Controller
@RequestMapping("/operations/{operation}/action-days/{day}")
class OrderActs {

  private final DayOrders orders;
  private final Leaks leaks;
  private final DayNotes notes;

  OrderActs(DayOrders orders, Leaks leaks, DayNotes notes) {
    this.orders = orders;
    this.leaks = leaks;
    this.notes = notes;
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

  record LeakForm(
      NewOrder.@NotNull(message = "choose how it became known") LeakKind kind,
      @NotBlank(message = "say what became known") @Size(min = 3, max = 4000) String words,
      @NotBlank(message = "say who told it") @Size(min = 3, max = 1000) String source,
      @Nullable LocalDateTime knownUtc) {

    NewOrder.NewLeak leak() {
      return new NewOrder.NewLeak(
          kind,
          words,
          source,
          knownUtc == null ? Instant.now() : knownUtc.toInstant(ZoneOffset.UTC));
    }
  }

  record NoteForm(DayNotes.@NotNull Kind kind, @NotBlank @Size(max = 4000) String words) {}

  @PostMapping("/orders")
  String order(DayPath at, @Valid OrderForm form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        at.live(),
        "Ordered. Every board that it is for shows it now.",
        () -> {
          long unused = orders.give(at.operation(), at.day(), form.order());
        });
  }

  @NeedToKnow(Area.ACTION_COMMAND)
  @PostMapping("/leaks")
  String leak(DayPath at, @Valid LeakForm form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        at.live(),
        "On record. Nothing was ordered by it.",
        () -> {
          UUID unused = leaks.tell(at.operation(), at.day(), form.leak());
        });
  }

  @NeedToKnow(Area.ACTION_COMMAND)
  @PostMapping("/notes")
  String note(DayPath at, @Valid NoteForm form, BindingResult checked, RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        at.after(),
        "Written.",
        () -> notes.write(at.operation(), at.day(), form.kind(), Instant.now(), form.words()));
  }
}
