package dev.cordon.kernel.merkle;

import dev.cordon.kernel.KernelException;

/** Something does not verify; says which check failed. */
public final class ProofException extends KernelException {

  private static final long serialVersionUID = 1L;

  private final Check check;

  /** With the check that failed and what was found. */
  public ProofException(Check check, String message) {
    super(message);
    this.check = check;
  }

  /** The check that failed. */
  public Check check() {
    return check;
  }
}
