package dev.cordon.approval.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.approval.ApprovalId;
import dev.cordon.approval.Approvals;
import dev.cordon.approval.Request;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for a second person, and what was decided. */
@NeedToKnow(value = Area.APPROVALS, administratorToo = true)
@Controller
@RequestMapping("/operations/{operation}/approvals")
class ApprovalPage {

  private final Approvals approvals;
  private final CurrentMember currentMember;

  ApprovalPage(Approvals approvals, CurrentMember currentMember) {
    this.approvals = approvals;
    this.currentMember = currentMember;
  }

  /**
   * An open request as the page shows it.
   *
   * @param now what approving it would do as things stand
   * @param mine whether the reader asked for it
   */
  record Waiting(Request request, String now, boolean mine, boolean decides) {}

  @GetMapping
  String list(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "1") int decided,
      Model model) {
    OperationId id = new OperationId(operation);
    Page<Request> open = approvals.page(id, true, Math.max(1, page));
    Page<Request> over = approvals.page(id, false, Math.max(1, decided));
    List<Waiting> waiting = open.rows().stream().map(this::waiting).toList();
    model.addAttribute("waiting", waiting);
    model.addAttribute("decided", over.rows());
    model.addAttribute("paging", Paging.of(open, address(operation), Map.of()));
    model.addAttribute(
        "decidedPaging",
        new Paging(over.number(), over.total(), address(operation), Map.of(), "decided"));
    return "approval/approvals";
  }

  @PostMapping("/{id}/approve")
  String approve(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation),
        "Approved, and done. Both names stand in the ledger.",
        () -> approvals.approve(new OperationId(operation), new ApprovalId(id), form.reason()));
  }

  @PostMapping("/{id}/decline")
  String decline(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation),
        "Declined. Nothing was done.",
        () -> approvals.decline(new OperationId(operation), new ApprovalId(id), form.reason()));
  }

  @PostMapping("/{id}/withdraw")
  String withdraw(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation),
        "Taken back. Nothing was done.",
        () -> approvals.withdraw(new OperationId(operation), new ApprovalId(id), form.reason()));
  }

  private Waiting waiting(Request request) {
    return new Waiting(
        request,
        approvals.now(request),
        request.askedBy().equals(currentMember.member()),
        approvals.mayDecide(request));
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/approvals";
  }
}
