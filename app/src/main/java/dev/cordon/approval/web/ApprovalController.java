package dev.cordon.approval.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.approval.ApprovalId;
import dev.cordon.approval.Approvals;
import dev.cordon.approval.Request;
import dev.cordon.web.Reason;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests for acts that need two persons; each stage has its own way of asking. */
@NeedToKnow(value = Area.APPROVALS, administratorToo = true)
@RestController
@RequestMapping("/api/operations/{operation}/approvals")
@Tag(name = "Approvals")
class ApprovalController {

  private final Approvals approvals;

  ApprovalController(Approvals approvals) {
    this.approvals = approvals;
  }

  /** The requests that wait; those that are over when asked for. */
  @GetMapping
  Page<Request> page(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(defaultValue = "1") int page) {
    return approvals.page(new OperationId(operation), open, Math.max(1, page));
  }

  @GetMapping("/{id}")
  Request get(@PathVariable UUID operation, @PathVariable UUID id) {
    return approvals.get(new OperationId(operation), new ApprovalId(id));
  }

  /** Approves, and the act is done. */
  @PostMapping("/{id}/approve")
  Request approve(
      @PathVariable UUID operation, @PathVariable UUID id, @Valid @RequestBody Reason form) {
    approvals.approve(new OperationId(operation), new ApprovalId(id), form.reason());
    return get(operation, id);
  }

  /** Declines; nothing is done. */
  @PostMapping("/{id}/decline")
  Request decline(
      @PathVariable UUID operation, @PathVariable UUID id, @Valid @RequestBody Reason form) {
    approvals.decline(new OperationId(operation), new ApprovalId(id), form.reason());
    return get(operation, id);
  }

  /** Takes the own request back. */
  @PostMapping("/{id}/withdraw")
  Request withdraw(
      @PathVariable UUID operation, @PathVariable UUID id, @Valid @RequestBody Reason form) {
    approvals.withdraw(new OperationId(operation), new ApprovalId(id), form.reason());
    return get(operation, id);
  }
}
