package dev.cordon.requests.web;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.requests.ProviderKind;
import dev.cordon.requests.ProviderRequest;
import dev.cordon.requests.RequestDraft;
import dev.cordon.requests.RequestDrafting;
import dev.cordon.requests.RequestState;
import dev.cordon.requests.Requests;
import dev.cordon.requests.Tasks;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** What is asked of providers, one request with its steps, and what is to do. */
@NeedToKnow(Area.REQUESTS)
@Controller
@RequestMapping("/operations/{operation}/requests")
class RequestPage {

  private static final List<String> KINDS =
      List.of("email", "phone", "ip", "account", "card", "wallet", "handle", "device");

  private final Requests requests;
  private final RequestDrafting drafting;
  private final Tasks tasks;
  private final Access access;

  RequestPage(Requests requests, RequestDrafting drafting, Tasks tasks, Access access) {
    this.requests = requests;
    this.drafting = drafting;
    this.tasks = tasks;
    this.access = access;
  }

  record DraftForm(
      @NotBlank(message = "name the provider") @Size(max = 200) String provider,
      @NotNull(message = "choose a kind") ProviderKind kind,
      @NotBlank @Pattern(regexp = "[A-Z]{2}", message = "two capital letters") String from,
      @NotBlank @Pattern(regexp = "[A-Z]{2}", message = "two capital letters") String to,
      @Nullable @Size(max = 1000) String basis,
      @NotBlank(message = "say what is asked") @Size(max = 2000) String asks,
      @NotNull(message = "give a day") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate due,
      @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate expires,
      @NotBlank(message = "name at least one") @Size(max = 20_000) String selectors) {}

  record StepForm(
      @NotNull(message = "choose a step") RequestState step,
      @Nullable @Size(max = 500) String source,
      @NotBlank(message = "say why") @Size(max = 2000) String note) {}

  @GetMapping
  String list(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "1") int tasksPage,
      Model model) {
    OperationId id = new OperationId(operation);
    Page<ProviderRequest> list = requests.page(id, open, Math.max(1, page));
    model.addAttribute("requests", list.rows());
    model.addAttribute("open", open);
    model.addAttribute(
        "paging", Paging.of(list, address(operation), Map.of("open", Boolean.toString(open))));
    var work = tasks.page(id, Math.max(1, tasksPage));
    model.addAttribute("tasks", work.rows());
    model.addAttribute(
        "taskPaging",
        new Paging(work.number(), work.total(), address(operation), Map.of(), "tasksPage"));
    model.addAttribute("templates", Tasks.TEMPLATES);
    model.addAttribute("mayWrite", access.holds(id, Area.REQUESTS, Right.WRITE));
    model.addAttribute("kinds", ProviderKind.values());
    model.addAttribute("selectorKinds", String.join(", ", KINDS));
    model.addAttribute("today", LocalDate.now(ZoneOffset.UTC));
    return "requests/requests";
  }

  @PostMapping
  String draft(
      @PathVariable UUID operation,
      @Valid DraftForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation),
        "Drafted; nothing has been sent.",
        () -> {
          RequestDrafting.Drafted drafted =
              drafting.draft(
                  new OperationId(operation),
                  new RequestDraft(
                      form.provider(),
                      form.kind(),
                      form.from(),
                      form.to(),
                      form.basis() == null ? "" : form.basis(),
                      form.asks(),
                      form.due(),
                      form.expires(),
                      selectors(form.selectors())));
          if (!drafted.warnings().isEmpty()) {
            flash.addFlashAttribute("problem", String.join(" ", drafted.warnings()));
          }
        });
  }

  /** One a line: kind, value, and the number of the subject it could resolve. */
  private static List<RequestDraft.Selector> selectors(String text) {
    List<RequestDraft.Selector> selectors = new ArrayList<>();
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      String[] words = line.strip().split("\\s+");
      if (words.length < 2
          || words.length > 3
          || !KINDS.contains(words[0].toLowerCase(Locale.ROOT))) {
        throw new RefusedException(
            "'"
                + line.strip()
                + "' is no selector: a line is its kind ("
                + String.join(", ", KINDS)
                + "), its value and perhaps a subject's number.");
      }
      selectors.add(
          new RequestDraft.Selector(
              words[0].toLowerCase(Locale.ROOT), words[1], words.length == 3 ? words[2] : ""));
    }
    return selectors;
  }

  @NeedToKnow(value = Area.REQUESTS, consults = true)
  @GetMapping("/{id}")
  String one(@PathVariable UUID operation, @PathVariable UUID id, Model model) {
    OperationId in = new OperationId(operation);
    ProviderRequest request = requests.get(in, id);
    model.addAttribute("request", request);
    model.addAttribute("selectors", requests.open(in, id));
    model.addAttribute("steps", requests.steps(in, id));
    model.addAttribute(
        "way", drafting.channels().between(request.fromCountry(), request.toCountry()));
    model.addAttribute(
        "preservation",
        drafting.channels().preservation(request.fromCountry(), request.toCountry()).orElse(null));
    model.addAttribute("today", LocalDate.now(ZoneOffset.UTC));
    model.addAttribute("mayWrite", access.holds(in, Area.REQUESTS, Right.WRITE));
    return "requests/request";
  }

  @PostMapping("/{id}/steps")
  String step(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid StepForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + id,
        "Noted under your name.",
        () ->
            requests.act(new OperationId(operation), id, form.step(), form.note(), form.source()));
  }

  static String address(UUID operation) {
    return "/operations/" + operation + "/requests";
  }
}
