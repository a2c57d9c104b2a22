package dev.cordon.requests.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.requests.ProviderRequest;
import dev.cordon.requests.RequestDrafting;
import dev.cordon.requests.RequestState;
import dev.cordon.requests.Requests;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

/** What is asked of providers, and one request with its steps. */
@NeedToKnow(Area.REQUESTS)
@Controller
@RequestMapping("/operations/{operation}/requests")
class RequestPage {

  private final Requests requests;
  private final RequestDrafting drafting;
  private final Access access;

  RequestPage(Requests requests, RequestDrafting drafting, Access access) {
    this.requests = requests;
    this.drafting = drafting;
    this.access = access;
  }

  record StepForm(
      @NotNull(message = "choose a step") RequestState step,
      @Nullable @Size(max = 500) String source,
      @NotBlank(message = "say why") @Size(max = 2000) String note) {}

  @GetMapping
  String list(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    OperationId id = new OperationId(operation);
    Page<ProviderRequest> list = requests.page(id, open, Math.max(1, page));
    model.addAttribute("requests", list.rows());
    model.addAttribute("open", open);
    model.addAttribute(
        "paging", Paging.of(list, address(operation), Map.of("open", Boolean.toString(open))));
    model.addAttribute("mayWrite", access.holds(id, Area.REQUESTS, Right.WRITE));
    model.addAttribute("today", LocalDate.now(ZoneOffset.UTC));
    return "requests/requests";
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
