package dev.cordon.dispatch.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.dispatch.Outcome;
import dev.cordon.dispatch.Outcomes;
import dev.cordon.dispatch.PackageId;
import dev.cordon.web.Answer;
import dev.cordon.web.Attachment;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What came of a package: its recipient says so, and takes a receipt. */
@NeedToKnow(Area.OUTCOMES)
@Controller
@RequestMapping("/operations/{operation}/packages/{id}/outcomes")
class OutcomePage {

  private final Outcomes outcomes;

  OutcomePage(Outcomes outcomes) {
    this.outcomes = outcomes;
  }

  record OutcomeForm(
      @Nullable UUID packageSubject,
      @NotNull(message = "choose an outcome") Outcome outcome,
      @Nullable @Size(max = 2000) String note) {}

  @PostMapping
  String report(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid OutcomeForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        "/operations/" + operation + "/packages/" + id,
        "Outcome noted; the sender sees it. Its receipt stands beside it.",
        () ->
            outcomes.report(
                new OperationId(operation),
                new PackageId(id),
                form.packageSubject(),
                form.outcome(),
                form.note()));
  }

  /** What proves offline that this was said, and when. */
  @GetMapping("/{outcome}/receipt")
  ResponseEntity<byte[]> receipt(
      @PathVariable UUID operation, @PathVariable UUID id, @PathVariable UUID outcome) {
    return Attachment.json(
        "outcome-receipt-" + outcome + ".json",
        outcomes.receipt(new OperationId(operation), new PackageId(id), outcome).toBytes());
  }
}
