package dev.cordon.oversight.web;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.oversight.Finding;
import dev.cordon.oversight.Findings;
import dev.cordon.oversight.LedgerRuns;
import dev.cordon.oversight.RuleStandings;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

/** What waits for a watcher, the written rules, and what they found. */
@NeedToKnow(Area.OVERSIGHT)
@Controller
@RequestMapping("/operations/{operation}/oversight")
class OversightPage {

  private final Findings findings;
  private final RuleStandings standings;
  private final LedgerRuns runs;

  OversightPage(Findings findings, RuleStandings standings, LedgerRuns runs) {
    this.findings = findings;
    this.standings = standings;
    this.runs = runs;
  }

  record Span(
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @NotNull(message = "choose a day")
          LocalDate from,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @NotNull(message = "choose a day")
          LocalDate until) {}

  record Threshold(
      @NotBlank String name,
      @NotNull(message = "a whole number") @Min(0) @Max(1_000_000) @Nullable Integer value,
      @NotBlank(message = "say why") @Size(max = 2000) String reason) {}

  @GetMapping
  String overview(@PathVariable UUID operation, Model model) {
    OperationId id = new OperationId(operation);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    model.addAttribute("standings", standings.standings(id));
    model.addAttribute("run", standings.lastRun(id).orElse(null));
    model.addAttribute("absent", standings.absent());
    model.addAttribute("from", today.minusDays(30));
    model.addAttribute("until", today);
    return "oversight/oversight";
  }

  @PostMapping("/runs")
  String run(
      @PathVariable UUID operation,
      @Valid Span span,
      BindingResult checked,
      RedirectAttributes flash) {
    if (checked.hasErrors()) {
      flash.addFlashAttribute(
          "problem", "Nothing was looked through. Choose a first and a last day.");
      return "redirect:" + address(operation);
    }
    try {
      LedgerRuns.Outcome outcome =
          runs.run(
              new OperationId(operation),
              span.from().atStartOfDay(ZoneOffset.UTC).toInstant(),
              span.until().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
      flash.addFlashAttribute("done", words(outcome));
    } catch (RefusedException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
    }
    return "redirect:" + address(operation);
  }

  @GetMapping("/findings/{rule}")
  String list(
      @PathVariable UUID operation,
      @PathVariable String rule,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    Page<Finding> list = findings.page(id, rule, state, page);
    model.addAttribute("standing", standings.standing(id, rule));
    model.addAttribute("state", state);
    model.addAttribute("findings", list.rows());
    model.addAttribute(
        "paging",
        Paging.of(list, address(operation) + "/findings/" + rule, Map.of("state", state)));
    return "oversight/findings";
  }

  @GetMapping("/findings/{rule}/{id}")
  String one(
      @PathVariable UUID operation,
      @PathVariable String rule,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId in = new OperationId(operation);
    Finding finding = findings.one(in, id);
    model.addAttribute("one", finding);
    model.addAttribute("standing", standings.standing(in, finding.rule()));
    model.addAttribute("reviews", findings.reviews(in, id));
    Page<dev.cordon.oversight.WatchedEntry> list = findings.entries(in, id, page);
    model.addAttribute("entries", list.rows());
    model.addAttribute("paging", Paging.of(list, address(operation, rule, id), Map.of()));
    return "oversight/finding";
  }

  @PostMapping("/findings/{rule}/{id}/review")
  String look(
      @PathVariable UUID operation,
      @PathVariable String rule,
      @PathVariable UUID id,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, rule, id),
        "Your words stand beside the finding.",
        () -> findings.look(new OperationId(operation), id, form.reason()));
  }

  @PostMapping("/findings/{rule}/{id}/reopening")
  String reopen(
      @PathVariable UUID operation,
      @PathVariable String rule,
      @PathVariable UUID id,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation, rule, id),
        "The finding is open again; what was said before stays on record.",
        () -> findings.reopen(new OperationId(operation), id, form.reason()));
  }

  @PostMapping("/findings/{rule}/threshold")
  String set(
      @PathVariable UUID operation,
      @PathVariable String rule,
      @Valid Threshold form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/findings/" + rule,
        "The threshold counts from the next run on.",
        () ->
            standings.set(
                new OperationId(operation),
                rule,
                form.name(),
                java.util.Objects.requireNonNull(form.value()),
                form.reason()));
  }

  private static String words(LedgerRuns.Outcome outcome) {
    String found =
        switch (outcome.found()) {
          case 0 -> "The rules found nothing new.";
          case 1 -> "The rules found 1 new fact.";
          default -> "The rules found " + outcome.found() + " new facts.";
        };
    return outcome.tooLong().isEmpty()
        ? found
        : found
            + " Took longer than a minute and found nothing: "
            + String.join(", ", outcome.tooLong())
            + ". Choose fewer days.";
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/oversight";
  }

  private static String address(UUID operation, String rule, UUID id) {
    return address(operation) + "/findings/" + rule + "/" + id;
  }
}
