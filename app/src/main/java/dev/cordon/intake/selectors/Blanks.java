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
        || sign >= '\u2000' && sign <= '\u200a'
        || sign == '\u202f'
        || sign == '\u3000'
        || isInvisible(sign);
  }

  /** Whether the sign takes no room: soft hyphen, joiners, direction marks, byte order mark. */
  static boolean isInvisible(char sign) {
    return sign == '\u00ad'
        || sign >= '\u200b' && sign <= '\u200f'
        || sign >= '\u202a' && sign <= '\u202e'
        || sign == '\u2060'
        || sign >= '\u2066' && sign <= '\u2069'
        || sign == '\ufeff';
  }

  /** The text without invisible signs; the same object where it has none. */
  static String withoutInvisible(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (isInvisible(text.charAt(index))) {
        return removed(text);
      }
    }
    return text;
  }

  private static String removed(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); index++) {
      if (!isInvisible(text.charAt(index))) {
        visible.append(text.charAt(index));
      }
    }
    return visible.toString();
  }
}
