package dev.cordon.intake.profiles;

import dev.cordon.RefusedException;
import java.util.Optional;

/** Somebody saved a version of the profile since it was opened; nothing was overwritten. */
public class ProfileChangedException extends RefusedException {

  private static final long serialVersionUID = 1L;

  /** With a message for the member. */
  public ProfileChangedException(String message) {
    super(message);
  }

  /** Because this version was not the newest any more, or the name is taken. */
  static ProfileChangedException since(String name, int base, Optional<SavedProfile> last) {
    if (base == 0) {
      return new ProfileChangedException(
          "There is a profile "
              + name
              + " already. Nothing was saved: choose it in the list to add to it, or another"
              + " name.");
    }
    return new ProfileChangedException(
        last.map(saved ->
                saved.savedBy()
                    + " saved version "
                    + saved.version()
                    + " of "
                    + name
                    + " since you opened version "
                    + base
                    + ". Nothing was saved or overwritten: look at that version and save again"
                    + " from it.")
            .orElse("The version " + base + " of " + name + " is not there. Nothing was saved."));
  }
}
