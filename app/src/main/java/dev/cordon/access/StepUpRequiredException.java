package dev.cordon.access;

/** The act needs fresh proof of who is asking. Says nothing about the act or its target. */
public final class StepUpRequiredException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Without a word about what was asked for. */
  public StepUpRequiredException() {
    super("fresh proof needed");
  }
}
