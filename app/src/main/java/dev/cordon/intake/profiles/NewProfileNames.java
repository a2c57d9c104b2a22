package dev.cordon.intake.profiles;

import dev.cordon.RefusedException;
import dev.cordon.formats.profiles.Profile;
import dev.cordon.formats.profiles.ProfileName;
import java.util.List;

/** What a profile about to be saved may be called: nothing that could be taken for another. */
final class NewProfileNames {

  private static final int LONGEST_PRODUCT = 120;

  private NewProfileNames() {}

  /**
   * Refuses a name or product that will not do.
   *
   * @param others the names of the operation that are there, where the profile is new
   */
  static void check(Profile profile, List<String> others) {
    String name = profile.name();
    ProfileName.problem(name)
        .ifPresent(problem -> {
          throw new RefusedException(problem);
        });
    String product = profile.product();
    if (product != null
        && (product.length() > LONGEST_PRODUCT || product.codePoints().anyMatch(Controls::isOne))) {
      throw new RefusedException(
          "The product's name has at most "
              + LONGEST_PRODUCT
              + " characters, without controls or signs that turn the direction of writing.");
    }
    for (Profile shipped : OperationProfiles.shipped().all()) {
      if (ProfileName.looksLike(shipped.name(), name)) {
        throw new RefusedException(
            name
                + " looks like "
                + shipped.name()
                + ", which Cordon ships; choose another name, "
                + shipped.name()
                + "-own for one. Where both know a table, the operation's profile is taken.");
      }
    }
    for (String other : others) {
      if (!other.equals(name) && ProfileName.looksLike(other, name)) {
        throw new RefusedException(
            name + " looks like " + other + ", which is there; choose another name.");
      }
    }
  }
}
