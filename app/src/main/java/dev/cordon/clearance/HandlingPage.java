package dev.cordon.clearance;

import dev.cordon.access.Area;
import dev.cordon.access.HandlingCode;
import dev.cordon.access.HandlingCodes;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.web.Answer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form on a subject's and a source's page that gives it a handling code. */
@NeedToKnow(Area.HANDLING)
@Controller
class HandlingPage {

  private final HandlingCodes codes;

  HandlingPage(HandlingCodes codes) {
    this.codes = codes;
  }

  record CodeForm(
      @NotNull(message = "choose one") @Nullable HandlingCode code,
      @NotBlank(message = "say why") @Size(max = 1800, message = "at most 1,800 characters")
          String reason) {}

  @PostMapping("/operations/{operation}/subjects/{id}/handling")
  String subject(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid CodeForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return mark(operation, HandlingCodes.Kind.SUBJECT, "subjects", id, form, checked, flash);
  }

  @PostMapping("/operations/{operation}/sources/{id}/handling")
  String source(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid CodeForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return mark(operation, HandlingCodes.Kind.SOURCE, "sources", id, form, checked, flash);
  }

  private String mark(
      UUID operation,
      HandlingCodes.Kind kind,
      String list,
      UUID id,
      CodeForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        "/operations/%s/%s/%s".formatted(operation, list, id),
        "The handling code is set.",
        () ->
            codes.mark(
                new OperationId(operation),
                kind,
                id,
                Objects.requireNonNull(form.code()),
                form.reason()));
  }
}
