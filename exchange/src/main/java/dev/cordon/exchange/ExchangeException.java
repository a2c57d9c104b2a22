package dev.cordon.exchange;

/** The root of what goes wrong with packages that travel. */
public class ExchangeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message for the reader. */
  public ExchangeException(String message) {
    super(message);
  }

  /** With a message for the reader and the cause. */
  public ExchangeException(String message, Throwable cause) {
    super(message, cause);
  }
}
