package dev.cordon.kernel;

import org.jspecify.annotations.Nullable;

/** The root of what the kernel throws. */
public class KernelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message for the reader. */
  public KernelException(String message) {
    super(message);
  }

  /** With a message for the reader and the cause. */
  public KernelException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
