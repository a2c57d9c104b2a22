package dev.cordon.approval.web;

import dev.cordon.access.OperationId;
import dev.cordon.approval.Approvals;
import dev.cordon.web.Waiting;
import org.springframework.stereotype.Component;

/** How many requests wait for the reader's decision. */
@Component
class ApprovalsWaiting implements Waiting {

  private final Approvals approvals;

  ApprovalsWaiting(Approvals approvals) {
    this.approvals = approvals;
  }

  @Override
  public String path() {
    return "/approvals";
  }

  @Override
  public long count(OperationId operation) {
    return approvals.waiting(operation);
  }
}
