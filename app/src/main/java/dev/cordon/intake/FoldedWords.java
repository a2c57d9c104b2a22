package dev.cordon.intake;

import com.ibm.icu.lang.UCharacter;
import dev.cordon.RefusedException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is searched for: words, "phrases in quotes", and beginnings of words with a star. A text
 * holds it when it holds all of them, whatever their case, accents and spacing. Never shown.
 */
public final class FoldedWords {

  /** The longest text that can be searched for. */
  public static final int LONGEST = 200;

  private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

  private final List<Part> parts;

  private record Part(String letters, boolean beginning) {}

  private FoldedWords(List<Part> parts) {
    this.parts = parts;
  }

  /** Reads what a member typed. */
  public static FoldedWords of(String typed) {
    if (typed.length() > LONGEST) {
      throw new RefusedException(
          "a search has at most " + LONGEST + " characters, this one " + typed.length());
    }
    List<Part> parts = new ArrayList<>();
    Matcher found = PART.matcher(typed);
    while (found.find()) {
      String raw = found.group(1) == null ? found.group(2) : found.group(1);
      boolean beginning = raw.endsWith("*");
      String letters = fold(beginning ? raw.substring(0, raw.length() - 1) : raw).strip();
      if (letters.codePoints().anyMatch(Character::isLetterOrDigit)) {
        parts.add(new Part(letters, beginning));
      }
    }
    if (parts.isEmpty()) {
      throw new RefusedException("type a word of letters or digits to search for");
    }
    return new FoldedWords(List.copyOf(parts));
  }

  /** Whether a text holds all of it. */
  public boolean in(String text) {
    String folded = fold(text);
    for (Part part : parts) {
      if (!holds(folded, part)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(String folded, Part part) {
    String letters = part.letters();
    for (int at = folded.indexOf(letters); at >= 0; at = folded.indexOf(letters, at + 1)) {
      int end = at + letters.length();
      boolean begins =
          at == 0 || !isInWord(folded.codePointBefore(at)) || !isInWord(letters.codePointAt(0));
      boolean ends =
          part.beginning()
              || end == folded.length()
              || !isInWord(folded.codePointAt(end))
              || !isInWord(letters.codePointBefore(letters.length()));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  /** Scripts without spaces have no ends of words to look for. */
  private static boolean isInWord(int letter) {
    return Character.isLetterOrDigit(letter) && !Character.isIdeographic(letter);
  }

  static String fold(String text) {
    if (isPlain(text)) {
      return BLANKS.matcher(text).replaceAll(" ").toLowerCase(java.util.Locale.ROOT);
    }
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    StringBuilder letters = new StringBuilder(bare.length());
    UCharacter.foldCase(bare, true).codePoints().forEach(letter -> append(letters, letter));
    return BLANKS.matcher(letters).replaceAll(" ");
  }

  /** Letters with a stroke have no accent that normalisation could take off. */
  private static void append(StringBuilder letters, int letter) {
    switch (letter) {
      case 'ø' -> letters.append('o');
      case 'ł' -> letters.append('l');
      case 'đ', 'ð' -> letters.append('d');
      case 'ħ' -> letters.append('h');
      case 'ı' -> letters.append('i');
      case 'æ' -> letters.append("ae");
      case 'œ' -> letters.append("oe");
      case 'þ' -> letters.append("th");
      default -> letters.appendCodePoint(letter);
    }
  }

  private static boolean isPlain(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) >= 128) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "FoldedWords[hidden]";
  }
}
