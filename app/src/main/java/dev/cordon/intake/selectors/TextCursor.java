package dev.cordon.intake.selectors;

/** A place in a text that is read sign by sign, ASCII digits and letters only. Not thread-safe. */
final class TextCursor {

  private String text = "";
  private int at;

  void start(String read) {
    text = read;
    at = 0;
  }

  /** Whether nothing is left. */
  boolean isAtEnd() {
    return at >= text.length();
  }

  /** The sign here; a zero sign at the end. */
  char sign() {
    return sign(0);
  }

  /** The sign so many places on; a zero sign behind the end. */
  char sign(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  /** The last sign of the text. */
  char last() {
    return text.isEmpty() ? '\0' : text.charAt(text.length() - 1);
  }

  void skip(int signs) {
    at += signs;
  }

  int place() {
    return at;
  }

  void back(int place) {
    at = place;
  }

  /** How many digits stand so many places on. */
  int digits(int ahead) {
    int count = 0;
    while (isDigit(sign(ahead + count))) {
      count++;
    }
    return count;
  }

  /** How many letters stand here. */
  int letters() {
    int count = 0;
    while (isLetter(sign(count))) {
      count++;
    }
    return count;
  }

  /** Takes so many digits. */
  int number(int digits) {
    int number = 0;
    for (int count = 0; count < digits; count++) {
      number = number * 10 + text.charAt(at++) - '0';
    }
    return number;
  }

  /** Takes so many signs. */
  String take(int signs) {
    at += signs;
    return text.substring(at - signs, at);
  }

  /** Takes all but so many signs at the end. */
  String takeAllBut(int signs) {
    return take(text.length() - signs - at);
  }

  void skipBlanks() {
    while (!isAtEnd() && Blanks.isBlank(text.charAt(at))) {
      at++;
    }
  }

  static boolean isLetter(char sign) {
    return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z';
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }
}
