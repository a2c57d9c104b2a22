package dev.cordon.erasure;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.approval.ActKind;
import dev.cordon.approval.Approval;
import dev.cordon.approval.ApprovedAct;
import dev.cordon.ledger.EntryId;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the officer asks to have destroyed or hidden and a coordinator approves: an order, or what
 * opens one entry of the ledger.
 */
@Component
class ErasureAct implements ApprovedAct {

  private static final String ORDER = "order ";

  private final Access access;
  private final OpeningErasure openings;
  private final ObjectProvider<OrderErasure> orders;

  ErasureAct(Access access, OpeningErasure openings, ObjectProvider<OrderErasure> orders) {
    this.access = access;
    this.openings = openings;
    this.orders = orders;
  }

  @Override
  public ActKind kind() {
    return ActKind.ERASURE;
  }

  @Override
  public void requireAsker(OperationId operation) {
    access.require(operation, Area.LEDGER, Right.ERASE);
  }

  @Override
  public void requireApprover(OperationId operation) {
    access.require(operation, Area.APPROVALS, Right.APPROVE);
  }

  @Override
  public String describe(OperationId operation, String target) {
    return target.startsWith(ORDER)
        ? orders.getObject().describe(operation, order(target))
        : openings.describe(operation, new EntryId(id(target)));
  }

  @Override
  public void perform(OperationId operation, String target, Approval approval) {
    if (target.startsWith(ORDER)) {
      orders.getObject().perform(operation, order(target), approval);
      return;
    }
    openings.perform(operation, new EntryId(id(target)), approval);
  }

  private static OrderId order(String target) {
    return new OrderId(id(target.substring(ORDER.length())));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException other) {
      throw new NotPermittedException();
    }
  }
}
