package dev.cordon.evidence.web;

import dev.cordon.access.OperationId;
import dev.cordon.evidence.WorkingCopies;
import dev.cordon.web.Waiting;
import org.springframework.stereotype.Component;

/** How many exhibits have a working copy that was found to differ. */
@Component
class CopiesWaiting implements Waiting {

  private final WorkingCopies copies;

  CopiesWaiting(WorkingCopies copies) {
    this.copies = copies;
  }

  @Override
  public String path() {
    return "/exhibits";
  }

  @Override
  public long count(OperationId operation) {
    return copies.stopped(operation);
  }
}
