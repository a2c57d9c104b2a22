package dev.cordon.approval;

import dev.cordon.access.OperationId;

/**
 * An act that one person asks for and another approves. The stage that owns the act implements this
 * as a bean; it acts in no other way.
 */
public interface ApprovedAct {

  /** Which act. */
  ActKind kind();

  /**
   * Passes when the member asking may ask for it in the operation.
   *
   * @throws dev.cordon.access.NotPermittedException otherwise
   */
  void requireAsker(OperationId operation);

  /**
   * Passes when the member asking may approve it; that it is another person than the asker is
   * checked by the caller, and by the database.
   *
   * @throws dev.cordon.access.NotPermittedException otherwise
   */
  void requireApprover(OperationId operation);

  /**
   * One sentence for the second person: what happens to what when this is approved.
   *
   * @param target what the act is about, as its stage writes it
   * @throws dev.cordon.RefusedException when the act can not be done as things stand
   */
  String describe(OperationId operation, String target);

  /**
   * Does it, in the transaction in which the second person approves. Must check again that it can
   * still be done, and must write its own entry to the ledger.
   */
  void perform(OperationId operation, String target, Approval approval);
}
