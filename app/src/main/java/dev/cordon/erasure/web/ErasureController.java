package dev.cordon.erasure.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.approval.ApprovalId;
import dev.cordon.erasure.Erasures;
import dev.cordon.ledger.EntryId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Requests for erasure. */
@NeedToKnow(value = Area.LEDGER, right = Right.ERASE)
@RestController
@RequestMapping("/api/operations/{operation}/erasure")
class ErasureController {

  private final Erasures erasures;

  ErasureController(Erasures erasures) {
    this.erasures = erasures;
  }

  record Reason(@NotBlank @Size(max = 2000) String reason) {}

  record Asked(ApprovalId approval) {}

  /** Asks for the destruction of what opens a ledger entry; a coordinator approves it. */
  @PostMapping("/openings/{entry}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Asked ask(
      @PathVariable UUID operation, @PathVariable UUID entry, @Valid @RequestBody Reason form) {
    return new Asked(
        erasures.askForOpening(new OperationId(operation), new EntryId(entry), form.reason()));
  }
}
