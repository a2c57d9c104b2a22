package dev.cordon.sealedtext.web;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.SealedAccesses;
import dev.cordon.access.SealedThing;
import dev.cordon.sealedtext.MarkKind;
import dev.cordon.sealedtext.SearchResult;
import dev.cordon.sealedtext.Searches;
import dev.cordon.sealedtext.ThreadSummary;
import dev.cordon.sealedtext.Threads;
import dev.cordon.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The threads of an operation, and searches that give counts. */
@NeedToKnow(Area.SEALED_TEXT)
@Controller
@RequestMapping("/operations/{operation}/sealed-text")
class SealedTextPage {

  private final Threads threads;
  private final Searches searches;
  private final SealedAccesses sealed;

  SealedTextPage(Threads threads, Searches searches, SealedAccesses sealed) {
    this.threads = threads;
    this.searches = searches;
    this.sealed = sealed;
  }

  record SearchForm(
      @NotBlank(message = "type a word") @Size(max = 200, message = "at most 200 characters")
          String words,
      @NotBlank(message = "say why") @Size(max = 1000) String reason,
      @NotBlank(message = "name the law or order") @Size(max = 1000) String legalBasis) {

    @Override
    public String toString() {
      return "SearchForm[hidden]";
    }
  }

  @GetMapping
  String list(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "") String system,
      @RequestParam(required = false) @Nullable MarkKind mark,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    Page<ThreadSummary> list = threads.page(id, system, mark, Math.max(1, page));
    model.addAttribute("threads", list.rows());
    model.addAttribute("systems", threads.systems(id));
    model.addAttribute("system", system);
    model.addAttribute("mark", mark);
    model.addAttribute("kinds", MarkKind.values());
    model.addAttribute("opens", sealed.isEntitled(id, SealedThing.Kind.THREAD));
    model.addAttribute(
        "paging",
        Paging.of(
            list,
            address(operation),
            Map.of("system", system, "mark", mark == null ? "" : mark.name())));
    return "sealedtext/threads";
  }

  @PostMapping("/searches")
  String search(
      @PathVariable UUID operation,
      @Valid SearchForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    if (checked.hasErrors()) {
      flash.addFlashAttribute(
          "problem", "Nothing was searched. Give words, a reason and a legal basis.");
      return "redirect:" + address(operation);
    }
    try {
      UUID search =
          searches.search(
              new OperationId(operation), form.words(), form.reason(), form.legalBasis());
      return "redirect:" + address(operation) + "/searches/" + search;
    } catch (RefusedException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
      return "redirect:" + address(operation);
    }
  }

  @GetMapping("/searches/{search}")
  String found(
      @PathVariable UUID operation,
      @PathVariable UUID search,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    SearchResult result = searches.get(new OperationId(operation), search, Math.max(1, page));
    model.addAttribute("result", result);
    model.addAttribute(
        "paging", Paging.of(result.hits(), address(operation) + "/searches/" + search, Map.of()));
    return "sealedtext/search";
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/sealed-text";
  }
}
