package dev.cordon.intake.selectors;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import org.jspecify.annotations.Nullable;

/** Names people give themselves: compatibility forms and letter case play no part. */
final class Handles {

  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final SpoofChecker SPOOF = new SpoofChecker.Builder().build();
  private static final int LONGEST = 512;

  private Handles() {}

  static @Nullable String normalise(String raw) {
    String text = Blanks.strip(raw);
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    String folded = Blanks.strip(FOLD.normalize(text));
    return folded.isEmpty() ? null : folded;
  }

  /** A key that look-alike letters share; a warning, never by itself a link. */
  static @Nullable String skeleton(String raw) {
    String normal = normalise(raw);
    if (normal == null) {
      return null;
    }
    synchronized (SPOOF) {
      return UCharacter.foldCase(SPOOF.getSkeleton(normal), true);
    }
  }
}
