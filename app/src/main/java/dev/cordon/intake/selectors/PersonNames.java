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
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Keys of personal names and places for matching only: Latin letters, no marks, no letter case, the
 * parts of a name in alphabetical order. Text that was encoded twice is repaired first.
 */
final class PersonNames {

  private static final Transliterator LATIN =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; NFD; [:Nonspacing Mark:] Remove; NFC");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int LONGEST = 400;

  /** Letters before this one are transliterated each by itself, so they are looked up. */
  private static final int LOOKED_UP = 0x250;

  private static final String[] LATIN_LETTERS = latinLetters();

  /** Names and places come again and again; the last of each place in this table is remembered. */
  private static final int REMEMBERED = 1 << 12;

  private static final AtomicReferenceArray<Latin> LAST = new AtomicReferenceArray<>(REMEMBERED);

  private record Latin(String text, String latin) {}

  private PersonNames() {}

  /** The name's key; {@code no-letters} where none is left. */
  static NormalValue key(String raw) {
    NormalValue folded = fold(raw);
    String text = folded.value();
    if (text == null || text.indexOf(' ') < 0) {
      return folded;
    }
    String[] parts = text.split(" ");
    Arrays.sort(parts);
    return new NormalValue(String.join(" ", parts), folded.verdict());
  }

  /**
   * Latin letters and digits in lower case, in their order, one blank between words. Verdicts:
   * {@code no-letters}, {@code repaired} (it was encoded twice), {@code cut} (the key is of its
   * first 400 signs).
   */
  static NormalValue fold(String raw) {
    boolean isCut = raw.length() > LONGEST;
    String whole = isCut ? raw.substring(0, LONGEST) : raw;
    String text = repaired(whole);
    String folded = words(latin(text)).toLowerCase(Locale.ROOT);
    if (folded.isEmpty()) {
      return Blanks.strip(raw).isEmpty() ? NormalValue.blank() : NormalValue.none("no-letters");
    }
    NormalValue normal = NormalValue.of(folded);
    if (!text.equals(whole)) {
      normal = normal.and("repaired");
    }
    return isCut ? normal.and("cut") : normal;
  }

  private static String words(String latin) {
    StringBuilder key = new StringBuilder(latin.length());
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
    return key.toString().trim();
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

  /** The text in Latin letters without marks. */
  static String latin(String text) {
    boolean isAscii = true;
    for (int index = 0; index < text.length(); index++) {
      char sign = text.charAt(index);
      if (sign >= LOOKED_UP) {
        return remembered(text);
      }
      isAscii &= sign < 128;
    }
    if (isAscii) {
      return text;
    }
    StringBuilder latin = new StringBuilder(text.length() + 4);
    for (int index = 0; index < text.length(); index++) {
      latin.append(LATIN_LETTERS[text.charAt(index)]);
    }
    return latin.toString();
  }

  private static String remembered(String text) {
    int place = text.hashCode() & (REMEMBERED - 1);
    Latin last = LAST.get(place);
    if (last == null || !last.text.equals(text)) {
      last = new Latin(text, transliterated(text));
      LAST.set(place, last);
    }
    return last.latin;
  }

  /** As {@link #latin}, by the rules themselves. */
  static String transliterated(String text) {
    synchronized (LATIN) {
      return LATIN.transliterate(text);
    }
  }

  private static String[] latinLetters() {
    String[] letters = new String[LOOKED_UP];
    for (int sign = 0; sign < LOOKED_UP; sign++) {
      String letter = String.valueOf((char) sign);
      letters[sign] = sign < 128 ? letter : transliterated(letter);
    }
    return letters;
  }
}
