package dev.cordon;

/** What was asked for can not be done as asked; the message says why and what to do instead. */
public class RefusedException extends CordonException {

  private static final long serialVersionUID = 1L;

  /** With a message for the member. */
  public RefusedException(String message) {
    super(message);
  }
}
