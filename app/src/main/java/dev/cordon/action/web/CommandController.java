package dev.cordon.action.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.MemberId;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.day.DayNotes;
import dev.cordon.action.day.Embargoes;
import dev.cordon.action.day.Leaks;
import dev.cordon.action.day.NewOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who may know of a day, what the press is told, minutes, lessons and leaks. */
@NeedToKnow(Area.ACTION)
@RestController
@RequestMapping("/api/operations/{operation}/action-days/{day}")
class CommandController {

  private final Embargoes embargoes;
  private final DayNotes notes;
  private final Leaks leaks;

  CommandController(Embargoes embargoes, DayNotes notes, Leaks leaks) {
    this.embargoes = embargoes;
    this.notes = notes;
    this.leaks = leaks;
  }

  record Created(UUID id) {}

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

  @NeedToKnow(value = Area.ACTION, right = Right.CALL_DAY)
  @PostMapping("/embargo")
  void embargo(
      @PathVariable UUID operation, @PathVariable UUID day, @RequestBody @Valid Embargo form) {
    embargoes.set(
        new OperationId(operation), day, form.until(), form.figuresUntil(), form.reason());
  }

  @NeedToKnow(value = Area.ACTION, right = Right.CALL_DAY)
  @PostMapping("/readers")
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
  @PostMapping("/press-lines")
  void pressLine(
      @PathVariable UUID operation, @PathVariable UUID day, @RequestBody @Valid PressLine form) {
    embargoes.pressLine(new OperationId(operation), day, form.words(), form.until());
  }

  @NeedToKnow(Area.ACTION_COMMAND)
  @PostMapping("/notes")
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
  @PostMapping("/leaks")
  @ResponseStatus(HttpStatus.CREATED)
  Created leak(
      @PathVariable UUID operation,
      @PathVariable UUID day,
      @RequestBody @Valid NewOrder.NewLeak leak) {
    return new Created(leaks.tell(new OperationId(operation), day, leak));
  }
}
