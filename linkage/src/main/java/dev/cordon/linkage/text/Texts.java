package dev.cordon.linkage.text;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Small forms of folded texts. Stateless. */
public final class Texts {

  private static final String GROUPS = "01230120022455012623010202";

  private Texts() {}

  /** The digits of a text, those of other scripts as ASCII digits. */
  public static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    text.codePoints()
        .filter(Character::isDigit)
        .forEach(character -> digits.append(Character.getNumericValue(character)));
    return digits.toString();
  }

  /** The words in alphabetical order, each once. */
  public static String sortedWords(String folded) {
    return Arrays.stream(folded.split(" ")).distinct().sorted().collect(Collectors.joining(" "));
  }

  /** The first word. */
  public static String firstWord(String folded) {
    int space = folded.indexOf(' ');
    return space < 0 ? folded : folded.substring(0, space);
  }

  /** The last word of several; empty for one. */
  public static String lastWord(String folded) {
    int space = folded.lastIndexOf(' ');
    return space < 0 ? "" : folded.substring(space + 1);
  }

  /**
   * A key of how a text sounds in many European languages: its first letter, then one digit for
   * each run of consonants formed at the same place of the mouth, vowels left out. Unlike Soundex
   * it has no fixed length.
   */
  public static String sound(String folded) {
    StringBuilder key = new StringBuilder();
    char before = '0';
    for (int index = 0; index < folded.length(); index++) {
      char letter = folded.charAt(index);
      if (letter < 'a' || letter > 'z') {
        continue;
      }
      char group = GROUPS.charAt(letter - 'a');
      if (key.isEmpty()) {
        key.append(letter);
      } else if (group != '0' && group != before) {
        key.append(group);
      }
      if (letter != 'h' && letter != 'w') {
        before = group;
      }
    }
    return key.toString();
  }
}
