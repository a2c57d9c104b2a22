package dev.cordon;

import org.jspecify.annotations.Nullable;

/** The root of what the server and its commands throw: what happened, where, what to do next. */
public class CordonException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message for the reader. */
  public CordonException(String message) {
    super(message);
  }

  /** With a message for the reader and the cause. */
  public CordonException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
