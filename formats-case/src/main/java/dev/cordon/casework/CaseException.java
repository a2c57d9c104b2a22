package dev.cordon.casework;

import org.jspecify.annotations.Nullable;

/** The root of what this module throws: the document can not be read, and why. */
public final class CaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CaseException(String message) {
    super(message);
  }

  CaseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
