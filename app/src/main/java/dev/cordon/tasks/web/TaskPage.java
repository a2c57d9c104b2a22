package dev.cordon.tasks.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.Members;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.tasks.NewTask;
import dev.cordon.tasks.Task;
import dev.cordon.tasks.TaskFilter;
import dev.cordon.tasks.Tasks;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Work to do: the list, one more, and how one ended. */
@NeedToKnow(Area.TASKS)
@Controller
@RequestMapping("/operations/{operation}/tasks")
class TaskPage {

  private final Tasks tasks;
  private final Members members;
  private final CurrentMember currentMember;
  private final Access access;

  TaskPage(Tasks tasks, Members members, CurrentMember currentMember, Access access) {
    this.tasks = tasks;
    this.members = members;
    this.currentMember = currentMember;
    this.access = access;
  }

  record TaskForm(
      @NotBlank(message = "choose a kind of work") @Size(max = 60) String template,
      @NotBlank(message = "say what is to do") @Size(max = 300) String title,
      @Nullable @Size(max = 250) String path,
      @Nullable @Size(max = 200) String assignee,
      @NotNull(message = "give a day") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate due) {

    String about() {
      return path == null ? "" : path.strip();
    }
  }

  @GetMapping
  String list(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(defaultValue = "false") boolean ended,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    Page<Task> list = tasks.page(id, new TaskFilter(mine, ended, about), Math.max(1, page));
    model.addAttribute("tasks", list.rows());
    model.addAttribute("mine", mine);
    model.addAttribute("ended", ended);
    model.addAttribute("about", about);
    model.addAttribute(
        "paging",
        Paging.of(
            list,
            address(operation),
            Map.of(
                "mine", Boolean.toString(mine),
                "ended", Boolean.toString(ended),
                "about", about)));
    model.addAttribute("templates", Tasks.TEMPLATES);
    model.addAttribute("members", members.known());
    model.addAttribute("mayWrite", access.holds(id, Area.TASKS, Right.WRITE));
    model.addAttribute("today", LocalDate.now(ZoneOffset.UTC));
    return "tasks/tasks";
  }

  @PostMapping
  String add(
      @PathVariable UUID operation,
      @Valid TaskForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        UriComponentsBuilder.fromPath(address(operation))
            .queryParam("about", form.about())
            .encode()
            .toUriString(),
        "The task stands.",
        () ->
            tasks.add(
                new OperationId(operation),
                new NewTask(
                    form.template(),
                    form.title(),
                    form.about(),
                    form.assignee() == null || form.assignee().isBlank()
                        ? currentMember.member()
                        : members.named(form.assignee()).id(),
                    form.due())));
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
        address(operation),
        done ? "Done." : "Dropped; it stays on record.",
        () -> tasks.end(new OperationId(operation), id, done, form.reason()));
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/tasks";
  }
}
