package dev.cordon.linkage;

/** Linkage could not be done: a plan, a rule or the engine is at fault; the message says which. */
public class LinkageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what happened and what to do about it. */
  public LinkageException(String message) {
    super(message);
  }

  /** As {@link #LinkageException(String)}, with the cause kept. */
  public LinkageException(String message, Throwable cause) {
    super(message, cause);
  }
}
