package dev.cordon.exercise.cast;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The ways one name gets written: plain letters, long forms, capitals, swapped, damaged. */
public final class Spelling {
  private static final String[][] PLAIN = {
    {"ø", "o"},
    {"Ø", "O"},
    {"æ", "ae"},
    {"Æ", "Ae"},
    {"ß", "ss"},
    {"ł", "l"},
    {"Ł", "L"},
    {"đ", "d"},
    {"Đ", "D"},
    {"þ", "th"},
    {"Þ", "Th"},
    {"ð", "d"},
    {"œ", "oe"},
    {"’", ""}
  };
  private static final String[][] LONG = {
    {"ä", "ae"},
    {"ö", "oe"},
    {"ü", "ue"},
    {"Ä", "Ae"},
    {"Ö", "Oe"},
    {"Ü", "Ue"},
    {"ø", "oe"},
    {"Ø", "Oe"},
    {"å", "aa"},
    {"Å", "Aa"}
  };

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final int FIRST_BEYOND_ASCII = 0x80;

  private static final String LATIN = "aeocpxyisj";
  private static final String CYRILLIC =
      "\u0430\u0435\u043E\u0441\u0440\u0445\u0443\u0456\u0455\u0458";

  private Spelling() {}

  /** Plain Latin letters: é becomes e, ø becomes o. */
  public static String plain(String name) {
    if (name.chars().allMatch(letter -> letter < FIRST_BEYOND_ASCII)) {
      return name;
    }
    String stripped = Normalizer.normalize(replaced(name, PLAIN), Normalizer.Form.NFD);
    return MARKS.matcher(stripped).replaceAll("");
  }

  /** Plain letters in the long way: ø becomes oe, å becomes aa. */
  public static String longForm(String name) {
    return plain(replaced(name, LONG));
  }

  /** Lower-case letters and digits only, for mailboxes and handles. */
  public static String key(String name) {
    return plain(name)
        .toLowerCase(Locale.ROOT)
        .chars()
        .filter(sign -> sign >= 'a' && sign <= 'z' || sign >= '0' && sign <= '9')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** UTF-8 read as Latin-1 and stored again. */
  public static String doubleEncoded(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** Letters outside ASCII lost to question marks. */
  public static String questionMarks(String name) {
    return new String(name.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
  }

  /** Two neighbouring letters swapped. */
  public static String typo(String name, Dice dice) {
    if (name.length() < 4) {
      return name;
    }
    int at = 1 + dice.below(name.length() - 3);
    return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
  }

  /** Latin letters replaced by Cyrillic ones that look alike; the same name where none occurs. */
  public static String lookAlike(String name) {
    String result = name;
    for (int i = 0; i < LATIN.length(); i++) {
      result = result.replace(LATIN.charAt(i), CYRILLIC.charAt(i));
    }
    return result;
  }

  private static String replaced(String name, String[][] table) {
    String result = name;
    for (String[] pair : table) {
      result = result.replace(pair[0], pair[1]);
    }
    return result;
  }
}
