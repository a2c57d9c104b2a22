package dev.cordon.formats;

import org.jspecify.annotations.Nullable;

/** A file or value does not hold what its format promises; the message is one clear line. */
public class FormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message for the reader. */
  public FormatException(String message) {
    super(message);
  }

  /** With a message for the reader and the cause. */
  public FormatException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
