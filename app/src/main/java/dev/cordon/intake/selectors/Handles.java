package dev.cordon.intake.selectors;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names people give themselves: compatibility forms, letter case and invisible signs play no part
 * (NFKC_Casefold). Thread-safe.
 */
final class Handles {

  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final SpoofChecker SPOOF = new SpoofChecker.Builder().build();
  private static final int LONGEST = 512;
  private static final int ASCII = 128;

  /** The skeleton is made sign by sign; for ASCII it is looked up. */
  private static final String[] ASCII_SKELETONS = asciiSkeletons();

  private Handles() {}

  static NormalValue normalise(String raw) {
    String text = Blanks.strip(raw);
    if (text.isEmpty()) {
      return NormalValue.blank();
    }
    if (text.length() > LONGEST) {
      return NormalValue.none("too-long");
    }
    String folded =
        isAscii(text) ? text.toLowerCase(Locale.ROOT) : Blanks.strip(FOLD.normalize(text));
    return folded.isEmpty() ? NormalValue.blank() : NormalValue.of(folded);
  }

  /** A messenger's name, with or without the sign that leads it. */
  static NormalValue messenger(String raw) {
    String text = Blanks.strip(raw);
    return normalise(text.startsWith("@") ? text.substring(1) : text);
  }

  /** A key that look-alike letters share (UTS 39 section 4); a warning, never by itself a link. */
  static @Nullable String skeleton(String raw) {
    String normal = normalise(raw).value();
    if (normal == null) {
      return null;
    }
    if (!isAscii(normal)) {
      return UCharacter.foldCase(SPOOF.getSkeleton(normal), true);
    }
    StringBuilder key = new StringBuilder(normal.length() + 4);
    for (int index = 0; index < normal.length(); index++) {
      key.append(ASCII_SKELETONS[normal.charAt(index)]);
    }
    return key.toString();
  }

  private static String[] asciiSkeletons() {
    String[] skeletons = new String[ASCII];
    for (int sign = 0; sign < ASCII; sign++) {
      skeletons[sign] = UCharacter.foldCase(SPOOF.getSkeleton(String.valueOf((char) sign)), true);
    }
    return skeletons;
  }

  private static boolean isAscii(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) >= ASCII) {
        return false;
      }
    }
    return true;
  }
}
