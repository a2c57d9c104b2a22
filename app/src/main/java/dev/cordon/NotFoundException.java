package dev.cordon;

/** There is no such thing, or not for this member: the two are not told apart. */
public final class NotFoundException extends CordonException {

  private static final long serialVersionUID = 1L;

  /** Names the kind of thing, not the thing. */
  public NotFoundException(String what) {
    super("There is no such " + what + ".");
  }
}
