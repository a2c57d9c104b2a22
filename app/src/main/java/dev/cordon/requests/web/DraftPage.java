package dev.cordon.requests.web;

import dev.cordon.RefusedException;
import dev.cordon.access.Agencies;
import dev.cordon.access.Agency;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.requests.ProviderKind;
import dev.cordon.requests.RequestDraft;
import dev.cordon.requests.RequestDrafting;
import dev.cordon.web.Answer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

/** The page a request is drafted on. */
@NeedToKnow(Area.REQUESTS)
@Controller
@RequestMapping("/operations/{operation}/requests")
class DraftPage {

  private static final List<String> KINDS =
      List.of("email", "phone", "ip", "account", "card", "wallet", "handle", "device");

  private static final Pattern LINE =
      Pattern.compile("(\\S{1,20})\\s+(\\S.{0,499}?)(?:\\s+(S-[0-9]{4,12}))?");
  private static final int USUAL_DAYS = 30;

  private final RequestDrafting drafting;
  private final Agencies agencies;
  private final CurrentMember currentMember;

  DraftPage(RequestDrafting drafting, Agencies agencies, CurrentMember currentMember) {
    this.drafting = drafting;
    this.agencies = agencies;
    this.currentMember = currentMember;
  }

  record DraftForm(
      @NotBlank(message = "name the provider") @Size(max = 200) String provider,
      @NotNull(message = "choose a kind") ProviderKind kind,
      @NotBlank
          @jakarta.validation.constraints.Pattern(
              regexp = "[A-Z]{2}",
              message = "two capital letters")
          String from,
      @NotBlank
          @jakarta.validation.constraints.Pattern(
              regexp = "[A-Z]{2}",
              message = "two capital letters")
          String to,
      @Nullable @Size(max = 1000) String basis,
      @NotBlank(message = "say what is asked") @Size(max = 2000) String asks,
      @NotNull(message = "give a day") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate due,
      @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate expires,
      @NotBlank(message = "name at least one") @Size(max = 20_000) String selectors) {}

  @NeedToKnow(value = Area.REQUESTS, right = Right.WRITE, consults = true)
  @GetMapping("/new")
  String form(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "") @Size(max = 20) String subject,
      Model model) {
    List<RequestDraft.Selector> held =
        subject.isBlank() ? List.of() : drafting.heldBy(new OperationId(operation), subject);
    model.addAttribute("subject", subject);
    model.addAttribute("held", lines(held));
    model.addAttribute("kinds", ProviderKind.values());
    model.addAttribute("selectorKinds", String.join(", ", KINDS));
    model.addAttribute(
        "asking", agencies.find(currentMember.agency()).map(Agency::country).orElse(null));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    model.addAttribute("today", today);
    model.addAttribute("usualDay", today.plusDays(USUAL_DAYS));
    return "requests/draft";
  }

  private static String lines(List<RequestDraft.Selector> selectors) {
    return selectors.stream()
        .map(one -> one.kind() + " " + one.value() + " " + one.subject())
        .collect(Collectors.joining("\n"));
  }

  @PostMapping
  String draft(
      @PathVariable UUID operation,
      @Valid DraftForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    String list = RequestPage.address(operation);
    return Answer.made(
        checked,
        flash,
        list + "/new",
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
          return list + "/" + drafted.id();
        });
  }

  /** One a line: kind, value, and the number of the subject it could resolve. */
  private static List<RequestDraft.Selector> selectors(String text) {
    return text.lines().filter(line -> !line.isBlank()).map(DraftPage::selector).toList();
  }

  // A value may hold blanks, as telephone numbers do.
  private static RequestDraft.Selector selector(String line) {
    Matcher parts = LINE.matcher(line.strip());
    if (!parts.matches() || !KINDS.contains(parts.group(1).toLowerCase(Locale.ROOT))) {
      throw new RefusedException(
          "'"
              + line.strip()
              + "' is no selector: a line is its kind ("
              + String.join(", ", KINDS)
              + "), its value and perhaps a subject's number.");
    }
    String subject = parts.group(3);
    return new RequestDraft.Selector(
        parts.group(1).toLowerCase(Locale.ROOT), parts.group(2), subject == null ? "" : subject);
  }
}
