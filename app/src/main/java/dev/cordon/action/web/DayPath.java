package dev.cordon.action.web;

import dev.cordon.access.OperationId;
import java.util.UUID;

/** Which day an address under an operation names. */
record DayPath(OperationId operation, UUID day) {

  /** The plan's address. */
  String plan() {
    return "/operations/" + operation.value() + "/action-days/" + day;
  }

  /** The live board's address. */
  String live() {
    return plan() + "/live";
  }

  /** The address of what the day came to. */
  String after() {
    return plan() + "/after";
  }
}
