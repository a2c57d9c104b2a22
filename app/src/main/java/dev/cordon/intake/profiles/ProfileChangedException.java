package dev.cordon.intake.profiles;

import dev.cordon.RefusedException;

/** Somebody saved a version of the profile since it was opened; nothing was overwritten. */
public class ProfileChangedException extends RefusedException {

  private static final long serialVersionUID = 1L;

  /** With a message for the member. */
  public ProfileChangedException(String message) {
    super(message);
  }
}
