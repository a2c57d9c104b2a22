package dev.cordon.intake.selectors;

import com.ibm.icu.text.Transliterator;
import dev.cordon.formats.Text;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keys of personal names and places for matching only: Latin letters, no marks, no letter case, the
 * parts of a name in alphabetical order. Text that was encoded twice is repaired first.
 */
final class PersonNames {

  private static final Transliterator LATIN =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; NFD; [:Nonspacing Mark:] Remove; NFC");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int LONGEST = 400;

  private PersonNames() {}

  /** The name's key, or null where no letter is left. */
  static @Nullable String key(String raw) {
    String folded = fold(raw);
    if (folded == null) {
      return null;
    }
    String[] parts = folded.split(" ");
    Arrays.sort(parts);
    return String.join(" ", parts);
  }

  /** Latin letters and digits in lower case, in their order, one blank between words. */
  static @Nullable String fold(String raw) {
    String text = repaired(raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw);
    String latin = isAscii(text) ? text : transliterate(text);
    StringBuilder key = new StringBuilder();
    for (int index = 0; index < latin.length(); index++) {
      char sign = latin.charAt(index);
      if (Character.isLetterOrDigit(sign)) {
        key.append(sign);
      } else if (sign != '\'' && sign != '\u2019' && !key.isEmpty()) {
        if (key.charAt(key.length() - 1) != ' ') {
          key.append(' ');
        }
      }
    }
    String folded = key.toString().trim().toLowerCase(Locale.ROOT);
    return folded.isEmpty() ? null : folded;
  }

  /** Undoes one reading of UTF-8 as windows-1252; anything else stays as it is. */
  static String repaired(String text) {
    if (text.indexOf('\u00c3') < 0
        && text.indexOf('\u00c5') < 0
        && text.indexOf('\u00c4') < 0
        && text.indexOf('\u00d0') < 0
        && text.indexOf('\u00d1') < 0
        && text.indexOf('\u00e2') < 0) {
      return text;
    }
    try {
      ByteBuffer bytes =
          WINDOWS_1252
              .newEncoder()
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      byte[] plain = new byte[bytes.remaining()];
      bytes.get(plain);
      Text decoded = Text.of(plain);
      return decoded.isWindows1252() ? text : decoded.value();
    } catch (CharacterCodingException notTwice) {
      return text;
    }
  }

  private static String transliterate(String text) {
    synchronized (LATIN) {
      return LATIN.transliterate(text);
    }
  }

  private static boolean isAscii(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) > 127) {
        return false;
      }
    }
    return true;
  }
}
