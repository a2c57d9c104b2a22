package dev.cordon.kernel.merkle;

import dev.cordon.kernel.KernelException;

/** A witness does not cosign; says why, and how the protocol answers (C2SP tlog-witness). */
public final class WitnessRefusal extends KernelException {

  private static final long serialVersionUID = 1L;

  /** What the protocol distinguishes. */
  public enum Reason {
    /** The request is not of the form, or asks to go back. */
    MALFORMED(400),
    /** No key of the log signed the checkpoint. */
    UNSIGNED(403),
    /** The witness does not know the log. */
    UNKNOWN_LOG(404),
    /** The old size is not that of the last checkpoint cosigned, or the same size has two roots. */
    CONFLICT(409),
    /** The new tree does not continue the old one. */
    INCONSISTENT(422);

    private final int status;

    Reason(int status) {
      this.status = status;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }
  }

  private final Reason reason;
  private final long knownSize;

  WitnessRefusal(Reason reason, long knownSize, String message) {
    super(message);
    this.reason = reason;
    this.knownSize = knownSize;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** The size of the last checkpoint cosigned for that log; what a conflict is answered with. */
  public long knownSize() {
    return knownSize;
  }

  /** Whether two trees of one size have different roots: a log that shows two histories. */
  public boolean isSplitView() {
    return reason == Reason.INCONSISTENT
        || reason == Reason.CONFLICT && String.valueOf(getMessage()).startsWith(SPLIT);
  }

  static final String SPLIT = "two roots";
}
