package dev.cordon.intake;

import dev.cordon.CordonException;
import org.jspecify.annotations.Nullable;

/** Intake could not go on; the message is one clear line. */
public class IntakeException extends CordonException {

  private static final long serialVersionUID = 1L;

  /** With a message for the reader. */
  public IntakeException(String message) {
    super(message);
  }

  /** With a message for the reader and the cause. */
  public IntakeException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
