package dev.cordon.intake.selectors;

/** Blanks of every kind, the invisible ones too. */
final class Blanks {

  private Blanks() {}

  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  static boolean isBlank(char sign) {
    return sign <= ' '
        || sign == '\u00a0'
        || sign == '\u00ad'
        || sign >= '\u2000' && sign <= '\u200f'
        || sign == '\u202f'
        || sign == '\u2060'
        || sign == '\u3000'
        || sign == '\ufeff';
  }
}
