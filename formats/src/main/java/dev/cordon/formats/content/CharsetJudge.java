package dev.cordon.formats.content;

import dev.cordon.formats.Text;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Finds out in which character set text is written, by its first bytes: byte order marks, the zeros
 * of UTF-16, validity as UTF-8, and else which set makes the most ordinary words of it. A guess
 * among sets of one byte a letter is a guess: it says how sure it is.
 */
public final class CharsetJudge {

  private static final List<Charset> NARROW =
      List.of(
          Charset.forName("windows-1252"),
          Charset.forName("ISO-8859-15"),
          Charset.forName("windows-1250"),
          Charset.forName("ISO-8859-2"),
          Charset.forName("windows-1251"),
          Charset.forName("KOI8-R"));

  /** Letters beyond ASCII of one language each: a text is in one of them, mostly. */
  private static final List<String> ALPHABETS =
      List.of(
          "\u00e4\u00f6\u00fc\u00df",
          "\u00e6\u00f8\u00e5\u00e9",
          "\u00e5\u00e4\u00f6\u00e9",
          "\u00e0\u00e2\u00e7\u00e9\u00e8\u00ea\u00eb\u00ee\u00ef\u00f4\u00fb\u00f9\u0153",
          "\u00e1\u00e9\u00ed\u00f3\u00fa\u00f1\u00fc",
          "\u00e3\u00f5\u00e7\u00e1\u00e9\u00ed\u00f3\u00fa\u00e2\u00ea\u00f4\u00e0",
          "\u00e0\u00e8\u00e9\u00ec\u00f2\u00f9",
          "\u00eb\u00ef\u00f6\u00fc\u00e9\u00e8",
          "\u00e1\u00f0\u00e9\u00ed\u00f3\u00fa\u00fd\u00fe\u00e6\u00f6",
          "\u0105\u0107\u0119\u0142\u0144\u00f3\u015b\u017a\u017c",
          "\u00e1\u010d\u010f\u00e9\u011b\u00ed\u0148\u00f3\u0159\u0161\u0165\u00fa\u016f\u00fd\u017e",
          "\u00e1\u00e4\u010d\u010f\u00e9\u00ed\u013a\u013e\u0148\u00f3\u00f4\u0155\u0161\u0165\u00fa\u00fd\u017e",
          "\u00e1\u00e9\u00ed\u00f3\u00f6\u0151\u00fa\u00fc\u0171",
          "\u010d\u0107\u0111\u0161\u017e",
          "\u0103\u00e2\u00ee\u015f\u0163",
          "\u0430\u0431\u0432\u0433\u0434\u0435\u0451\u0436\u0437\u0438\u0439\u043a\u043b\u043c\u043d\u043e\u043f\u0440\u0441\u0442\u0443\u0444\u0445\u0446\u0447\u0448\u0449\u044a\u044b\u044c\u044d\u044e\u044f");

  private CharsetJudge() {}

  /**
   * The verdict.
   *
   * @param charset the character set
   * @param markBytes how long the byte order mark is
   * @param sure whether the bytes leave no other reading
   * @param reason what speaks for it, in a few words
   */
  public record Verdict(Charset charset, int markBytes, boolean sure, String reason) {

    /** Whether letters take two bytes each. */
    public boolean isWide() {
      return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
    }
  }

  /** Judges the first bytes of a text. */
  public static Verdict judge(byte[] head) {
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return new Verdict(StandardCharsets.UTF_8, 3, true, "byte order mark");
    }
    if (starts(head, 0xFF, 0xFE)) {
      return new Verdict(StandardCharsets.UTF_16LE, 2, true, "byte order mark");
    }
    if (starts(head, 0xFE, 0xFF)) {
      return new Verdict(StandardCharsets.UTF_16BE, 2, true, "byte order mark");
    }
    int even = zeros(head, 0);
    int odd = zeros(head, 1);
    int pairs = Math.min(head.length, 4096) / 2;
    if (pairs >= 4 && odd * 10 > pairs * 4 && even * 20 < pairs) {
      return new Verdict(StandardCharsets.UTF_16LE, 0, true, "every second byte is zero");
    }
    if (pairs >= 4 && even * 10 > pairs * 4 && odd * 20 < pairs) {
      return new Verdict(StandardCharsets.UTF_16BE, 0, true, "every second byte is zero");
    }
    return bytes(head);
  }

  private static Verdict bytes(byte[] head) {
    byte[] whole = Arrays.copyOf(head, cut(head));
    boolean ascii = true;
    for (byte next : whole) {
      ascii &= next >= 0;
    }
    if (ascii) {
      return new Verdict(StandardCharsets.UTF_8, 0, false, "nothing but ASCII so far");
    }
    if (!Text.of(whole).isWindows1252()) {
      return new Verdict(StandardCharsets.UTF_8, 0, true, "valid UTF-8");
    }
    if (isMostlyUtf8(whole)) {
      return new Verdict(StandardCharsets.UTF_8, 0, false, "mostly valid UTF-8");
    }
    Charset japanese = Charset.forName("windows-31j");
    if (isJapanese(whole, japanese)) {
      return new Verdict(japanese, 0, false, "reads as Japanese in Shift_JIS");
    }
    return narrow(whole);
  }

  private static Verdict narrow(byte[] head) {
    Charset best = NARROW.getFirst();
    double bestScore = Double.NEGATIVE_INFINITY;
    double second = Double.NEGATIVE_INFINITY;
    for (Charset charset : NARROW) {
      double score = score(new String(head, charset));
      if (score > bestScore) {
        second = bestScore;
        bestScore = score;
        best = charset;
      } else {
        second = Math.max(second, score);
      }
    }
    boolean clear = bestScore > second * 1.5 && bestScore > 10;
    String reason = "its words look most ordinary in " + best.name();
    return new Verdict(best, 0, false, clear ? reason : reason + ", others come close");
  }

  /**
   * How ordinary the words are: letters of one language count, signs of a wrong reading against.
   */
  private static double score(String text) {
    int[] languages = new int[ALPHABETS.size()];
    double score = 0;
    int letters = 0;
    for (int index = 0; index < text.length(); index++) {
      char next = text.charAt(index);
      if (next < 0x80) {
        continue;
      }
      char before = index > 0 ? text.charAt(index - 1) : ' ';
      char after = index + 1 < text.length() ? text.charAt(index + 1) : ' ';
      score += oddness(next, before, after);
      if (Character.isLetter(next)) {
        letters++;
        count(Character.toLowerCase(next), languages);
      }
    }
    int most = Arrays.stream(languages).max().orElse(0);
    return score + most - 2.0 * (letters - most);
  }

  private static void count(char lower, int[] languages) {
    for (int index = 0; index < languages.length; index++) {
      languages[index] += ALPHABETS.get(index).indexOf(lower) >= 0 ? 1 : 0;
    }
  }

  private static double oddness(char next, char before, char after) {
    if (next < 0xA0 || next == '\ufffd') {
      return -5;
    }
    boolean inWord = Character.isLetter(before) || Character.isLetter(after);
    if (!Character.isLetter(next)) {
      return next == '\u20ac' ? 0.5 : inWord ? -2 : 0;
    }
    boolean mixed = isCyrillic(next) && (isLatin(before) || isLatin(after));
    boolean wrongCase = Character.isLowerCase(before) && Character.isUpperCase(next);
    return mixed || wrongCase ? -2 : 0;
  }

  private static boolean isCyrillic(char letter) {
    return Character.UnicodeBlock.of(letter) == Character.UnicodeBlock.CYRILLIC;
  }

  private static boolean isLatin(char letter) {
    return letter < 0x250 && Character.isLetter(letter);
  }

  private static boolean isJapanese(byte[] head, Charset charset) {
    CharBuffer text = CharBuffer.allocate(head.length);
    CoderResult result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(head), text, true);
    if (result.isError()) {
      return false;
    }
    text.flip();
    int japanese = 0;
    int kana = 0;
    int other = 0;
    for (int index = 0; index < text.length(); index++) {
      char next = text.charAt(index);
      boolean isKana = next >= '\u3040' && next <= '\u30ff';
      kana += isKana ? 1 : 0;
      if (isKana || next >= '\u4e00' && next <= '\u9fff' || next >= '\u3000' && next <= '\u303f') {
        japanese++;
      } else if (next >= 0x80) {
        other++;
      }
    }
    return kana > 0 && japanese > other * 4;
  }

  /** Whether nearly all letters beyond ASCII are valid UTF-8: some lines are damaged. */
  private static boolean isMostlyUtf8(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8);
    int valid = 0;
    int invalid = 0;
    for (int index = 0; index < text.length(); index++) {
      char next = text.charAt(index);
      if (next == '\ufffd') {
        invalid++;
      } else if (next >= 0x80) {
        valid++;
      }
    }
    return valid > invalid;
  }

  private static int zeros(byte[] head, int from) {
    int zeros = 0;
    for (int index = from; index < Math.min(head.length, 4096); index += 2) {
      zeros += head[index] == 0 ? 1 : 0;
    }
    return zeros;
  }

  /** Where the last whole line ends, so that no letter is cut. */
  private static int cut(byte[] head) {
    for (int index = head.length; index > 0; index--) {
      if (head[index - 1] == '\n') {
        return index;
      }
    }
    return head.length;
  }

  private static boolean starts(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int index = 0; index < bytes.length; index++) {
      if ((head[index] & 0xFF) != bytes[index]) {
        return false;
      }
    }
    return true;
  }
}
