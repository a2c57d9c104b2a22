package dev.cordon;

/**
 * The root of what Cordon throws. The message is written for the person at the keyboard: what
 * happened, where, what to do next.
 */
public class CordonException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message for the person at the keyboard. */
  public CordonException(String message) {
    super(message);
  }

  /** With a message for the person at the keyboard, and what caused it. */
  public CordonException(String message, Throwable cause) {
    super(message, cause);
  }
}
