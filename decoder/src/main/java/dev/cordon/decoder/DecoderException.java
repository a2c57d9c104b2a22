package dev.cordon.decoder;

/** The root of what this module throws; its message is for the reader. */
public class DecoderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message for the reader. */
  public DecoderException(String message) {
    super(message);
  }

  /** With a message for the reader and the cause. */
  public DecoderException(String message, Throwable cause) {
    super(message, cause);
  }
}
