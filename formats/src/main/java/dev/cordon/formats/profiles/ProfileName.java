package dev.cordon.formats.profiles;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a profile: small Latin letters, digits, dots and hyphens, so that no two names look
 * alike by letters of other scripts.
 */
public final class ProfileName {

  /** The longest name. */
  public static final int LONGEST = 60;

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,59}");

  private ProfileName() {}

  /** What is wrong with the name, if anything. */
  public static Optional<String> problem(String name) {
    if (NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        "A profile's name has 2 to "
            + LONGEST
            + " small letters a to z, digits, dots and hyphens, and begins with a letter or digit.");
  }

  /** Whether a reader could take one for the other: {@code forum-1} and {@code f0rum.l}. */
  public static boolean looksLike(String left, String right) {
    return skeleton(left).equals(skeleton(right));
  }

  private static String skeleton(String name) {
    return name.replaceAll("[.-]", "")
        .replace("rn", "m")
        .replace("vv", "w")
        .replace("cl", "d")
        .replace('0', 'o')
        .replace('1', 'l')
        .replace('i', 'l')
        .replace('5', 's');
  }
}
