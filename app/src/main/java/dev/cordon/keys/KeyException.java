package dev.cordon.keys;

import dev.cordon.CordonException;
import org.jspecify.annotations.Nullable;

/** A key can not be opened, or something was not sealed under it; never with key bytes. */
public final class KeyException extends CordonException {

  private static final long serialVersionUID = 1L;

  /** With a message for the operator. */
  public KeyException(String message) {
    super(message);
  }

  /** With a message for the operator and the cause. */
  public KeyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
