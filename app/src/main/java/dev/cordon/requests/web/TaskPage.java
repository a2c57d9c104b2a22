package dev.cordon.requests.web;

import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.requests.Tasks;
import dev.cordon.web.Answer;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Work to do: one more, and how one ended. */
@NeedToKnow(Area.REQUESTS)
@Controller
@RequestMapping("/operations/{operation}/tasks")
class TaskPage {

  private final Tasks tasks;
  private final CurrentMember currentMember;

  TaskPage(Tasks tasks, CurrentMember currentMember) {
    this.tasks = tasks;
    this.currentMember = currentMember;
  }

  record TaskForm(
      @NotBlank(message = "choose a template") @Size(max = 60) String template,
      @NotBlank(message = "say what is to do") @Size(max = 300) String title,
      @Nullable @Size(max = 250) String path,
      @Nullable UUID assignee,
      @NotNull(message = "give a day") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate due) {}

  @PostMapping
  String add(
      @PathVariable UUID operation,
      @Valid TaskForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        RequestPage.address(operation),
        "The task stands.",
        () ->
            tasks.add(
                new OperationId(operation),
                form.template(),
                form.title(),
                form.path() == null ? "" : form.path().strip(),
                form.assignee() == null ? currentMember.member().value() : form.assignee(),
                form.due()));
  }

  @PostMapping("/{id}/done")
  String done(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return end(operation, id, form, checked, flash, true);
  }

  @PostMapping("/{id}/dropped")
  String dropped(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return end(operation, id, form, checked, flash, false);
  }

  private String end(
      UUID operation,
      UUID id,
      Reason form,
      BindingResult checked,
      RedirectAttributes flash,
      boolean done) {
    return Answer.after(
        checked,
        flash,
        RequestPage.address(operation),
        done ? "Done." : "Dropped; it stays on record.",
        () -> tasks.end(new OperationId(operation), id, done, form.reason()));
  }
}
