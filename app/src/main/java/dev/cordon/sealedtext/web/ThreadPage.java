package dev.cordon.sealedtext.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.SealedAccesses;
import dev.cordon.access.SealedThing;
import dev.cordon.intake.Origin;
import dev.cordon.intake.SourceId;
import dev.cordon.sealedtext.Locks;
import dev.cordon.sealedtext.Mark;
import dev.cordon.sealedtext.MarkKind;
import dev.cordon.sealedtext.Marks;
import dev.cordon.sealedtext.Reading;
import dev.cordon.sealedtext.ThreadSummary;
import dev.cordon.sealedtext.Threads;
import dev.cordon.web.Answer;
import dev.cordon.web.Opening;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One thread: closed, open as a conversation, or locked. */
@NeedToKnow(Area.SEALED_TEXT)
@Controller
@RequestMapping("/operations/{operation}/sealed-text/threads/{thread}")
class ThreadPage {

  private final Threads threads;
  private final Reading reading;
  private final Marks marks;
  private final Locks locks;
  private final SealedAccesses sealed;

  ThreadPage(Threads threads, Reading reading, Marks marks, Locks locks, SealedAccesses sealed) {
    this.threads = threads;
    this.reading = reading;
    this.marks = marks;
    this.locks = locks;
    this.sealed = sealed;
  }

  record MarkForm(
      @NotNull UUID source,
      @NotBlank @Size(max = 300) String table,
      @Min(1) long row,
      @NotNull(message = "choose a mark") MarkKind kind,
      @Min(1) int page) {}

  @GetMapping
  String one(
      @PathVariable UUID operation,
      @PathVariable UUID thread,
      @RequestParam(defaultValue = "") String writer,
      @RequestParam(defaultValue = "1") int page,
      Model model,
      HttpServletResponse response) {
    OperationId id = new OperationId(operation);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    ThreadSummary summary = threads.get(id, thread);
    model.addAttribute("thread", summary);
    model.addAttribute("opens", sealed.isEntitled(id, SealedThing.Kind.THREAD));
    model.addAttribute("locks", locks.mayLock(id));
    model.addAttribute("unlocks", locks.mayUnlock(id));
    locks.of(id, thread).ifPresent(lock -> model.addAttribute("lock", lock));
    if (!summary.locked()) {
      reading
          .standing(id, thread)
          .ifPresent(standing -> {
            model.addAttribute("standing", standing);
            conversation(id, thread, writer, Math.max(1, page), model);
          });
    }
    return "sealedtext/thread";
  }

  private void conversation(
      OperationId operation, UUID thread, String writer, int page, Model model) {
    Reading.OpenPage open = reading.read(operation, thread, writer.isEmpty() ? null : writer, page);
    List<Mark> standing = marks.of(operation, thread);
    model.addAttribute("open", open);
    model.addAttribute("bubbles", Bubble.of(open, standing));
    model.addAttribute("writers", Bubble.writers(open));
    model.addAttribute("writer", writer);
    model.addAttribute("marks", standing);
    model.addAttribute("kinds", MarkKind.values());
    model.addAttribute(
        "paging",
        Paging.of(
            open.window().texts(), address(operation.value(), thread), Map.of("writer", writer)));
  }

  /** Leads to the page a mark stands on. */
  @GetMapping("/marks/{mark}")
  String toMark(@PathVariable UUID operation, @PathVariable UUID thread, @PathVariable UUID mark) {
    OperationId id = new OperationId(operation);
    Mark found =
        marks.of(id, thread).stream()
            .filter(one -> one.id().equals(mark))
            .findFirst()
            .orElseThrow();
    return "redirect:"
        + address(operation, thread)
        + "?page="
        + reading.pageOf(id, thread, found.origin())
        + "#mark-"
        + mark;
  }

  @PostMapping("/opening")
  String open(
      @PathVariable UUID operation,
      @PathVariable UUID thread,
      @Valid Opening form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, thread),
        "Open. Each page you look at is an entry in the ledger.",
        () ->
            reading.open(
                new OperationId(operation),
                thread,
                form.reason(),
                form.legalBasis(),
                form.stands()));
  }

  @PostMapping("/closing")
  String close(@PathVariable UUID operation, @PathVariable UUID thread, RedirectAttributes flash) {
    reading.close(new OperationId(operation), thread);
    flash.addFlashAttribute("done", "Closed.");
    return "redirect:" + address(operation, thread);
  }

  @PostMapping("/marks")
  String mark(
      @PathVariable UUID operation,
      @PathVariable UUID thread,
      @Valid MarkForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, thread) + "?page=" + Math.max(1, form.page()),
        "Marked as " + (checked.hasErrors() ? "" : form.kind().words()) + ".",
        () ->
            marks.add(
                new OperationId(operation),
                thread,
                new Origin(new SourceId(form.source()), form.table(), form.row()),
                form.kind()));
  }

  @PostMapping("/marks/{mark}/withdrawal")
  String withdraw(
      @PathVariable UUID operation,
      @PathVariable UUID thread,
      @PathVariable UUID mark,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, thread),
        "The mark is taken back.",
        () -> marks.withdraw(new OperationId(operation), thread, mark, form.reason()));
  }

  @PostMapping("/lock")
  String lock(
      @PathVariable UUID operation,
      @PathVariable UUID thread,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, thread),
        "Locked. Nobody reads or searches it until it is unlocked.",
        () -> locks.lock(new OperationId(operation), thread, form.reason()));
  }

  @PostMapping("/unlock")
  String unlock(
      @PathVariable UUID operation,
      @PathVariable UUID thread,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, thread),
        "Unlocked.",
        () -> locks.unlock(new OperationId(operation), thread, form.reason()));
  }

  private static String address(UUID operation, UUID thread) {
    return "/operations/" + operation + "/sealed-text/threads/" + thread;
  }
}
