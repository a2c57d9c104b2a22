package dev.cordon.access;

/** A person's file is opened only by who said why. Says nothing about whether the file exists. */
public final class ReasonNeededException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient OperationId operation;

  ReasonNeededException(OperationId operation) {
    super("a reason is needed");
    this.operation = operation;
  }

  /** In which operation. */
  public OperationId operation() {
    return operation;
  }
}
