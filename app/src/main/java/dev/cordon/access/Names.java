package dev.cordon.access;

import com.ibm.icu.text.SpoofChecker;
import dev.cordon.RefusedException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which names a member may carry. Two members must not look alike: a sign-in name has the letters
 * of one alphabet only, a display name no letter that is not seen and no mixture of alphabets.
 *
 * <p>A display name written wholly in another alphabet can still resemble one in Latin letters,
 * which is why pages show the sign-in name and the agency beside it.
 */
public final class Names {

  private static final Pattern SIGN_IN = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,98}");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
  private static final Pattern STACKED = Pattern.compile("\\p{M}{4,}");
  private static final int LONGEST_DISPLAY_NAME = 200;

  private Names() {}

  /**
   * The sign-in name in the form it is kept.
   *
   * @throws RefusedException when it has other letters; they are not replaced by similar ones
   */
  public static String signIn(String given) {
    String name = given.strip();
    // Lower case only for a to z: other letters may become one of them by it.
    String lower = name.chars().allMatch(c -> c < 128) ? name.toLowerCase(Locale.ROOT) : name;
    if (!SIGN_IN.matcher(lower).matches()) {
      throw new RefusedException(
          "A sign-in name has 2 to 99 characters: a-z, 0-9, and . _ @ - after the first.");
    }
    return lower;
  }

  /**
   * The display name in the form it is kept: composed, single spaces.
   *
   * @throws RefusedException when a part of it is not seen or alphabets are mixed
   */
  public static String display(String given) {
    String name = Normalizer.normalize(given, Normalizer.Form.NFC).strip().replaceAll(" +", " ");
    if (name.isEmpty() || name.length() > LONGEST_DISPLAY_NAME) {
      throw new RefusedException(
          "A display name has 1 to " + LONGEST_DISPLAY_NAME + " characters.");
    }
    if (UNSEEN.matcher(name).find()) {
      throw new RefusedException(
          "The display name holds a character that is not seen or turns the line around; type the"
              + " name anew instead of pasting it.");
    }
    if (STACKED.matcher(name).find() || mixesAlphabets(name)) {
      throw new RefusedException(
          "The display name mixes letters of several alphabets, so that it could be taken for"
              + " another one; write it in one alphabet.");
    }
    return name;
  }

  private static boolean mixesAlphabets(String name) {
    return new SpoofChecker.Builder()
        .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE)
        .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
        .build()
        .failsChecks(name);
  }
}
