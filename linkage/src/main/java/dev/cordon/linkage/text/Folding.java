package dev.cordon.linkage.text;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Folds a text of any script into lower-case Latin letters and digits with single spaces, so that
 * spellings of one name meet: "Müller" and "MULLER", "Дмитрий" and "dmitrij". What has no Latin
 * form keeps its characters. Vowels that a script does not write stay missing. Thread-safe.
 */
public final class Folding {

  private static final int LONGEST = 10_000;
  private static final ThreadLocal<Transliterator> LATIN =
      ThreadLocal.withInitial(() -> Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower"));
  private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private Folding() {}

  /** The folded text; empty where nothing is left. Texts beyond 10,000 characters are cut there. */
  public static String fold(String text) {
    if (isFolded(text)) {
      return text;
    }
    String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    String latin = isAscii(bounded) ? bounded.toLowerCase(Locale.ROOT) : transliterate(bounded);
    return isAscii(latin) ? spaced(latin) : APART.matcher(latin).replaceAll(" ").strip();
  }

  /** Whether a text holds only ASCII characters. */
  public static boolean isAscii(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static String transliterate(String text) {
    return LATIN.get().transliterate(text).toLowerCase(Locale.ROOT);
  }

  private static boolean isFolded(String text) {
    boolean afterSpace = true;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      boolean kept = isKept(character);
      if (!kept && (character != ' ' || afterSpace)) {
        return false;
      }
      afterSpace = !kept;
    }
    return !afterSpace || text.isEmpty();
  }

  private static boolean isKept(char character) {
    return character >= 'a' && character <= 'z' || character >= '0' && character <= '9';
  }

  // Apostrophes vanish (o'neil is oneil); everything else parts words.
  private static String spaced(String lower) {
    StringBuilder result = new StringBuilder(lower.length());
    boolean pending = false;
    for (int index = 0; index < lower.length(); index++) {
      char character = lower.charAt(index);
      if (isKept(character)) {
        if (pending && !result.isEmpty()) {
          result.append(' ');
        }
        pending = false;
        result.append(character);
      } else if (character != '\'' && character != '`') {
        pending = true;
      }
    }
    return result.toString();
  }
}
