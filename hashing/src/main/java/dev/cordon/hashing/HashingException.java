package dev.cordon.hashing;

/** The root of what this module throws; its message is for the reader. */
public class HashingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message for the reader. */
  public HashingException(String message) {
    super(message);
  }

  /** With a message for the reader and the cause. */
  public HashingException(String message, Throwable cause) {
    super(message, cause);
  }
}
