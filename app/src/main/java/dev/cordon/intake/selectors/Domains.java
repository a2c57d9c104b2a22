package dev.cordon.intake.selectors;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Domain names in lower-case ASCII: letters, digits and hyphens as they are, others by UTS 46
 * (non-transitional, as IDNA 2008 has it). Thread-safe.
 */
final class Domains {

  private static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;
  private static final IDNA UTS46 =
      IDNA.getUTS46Instance(
          IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.NONTRANSITIONAL_TO_UNICODE
              | IDNA.USE_STD3_RULES
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ
              | IDNA.CHECK_CONTEXTO);

  private Domains() {}

  /** The name of two labels or more, or null when the text is none. */
  static @Nullable String ascii(String text) {
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (name.isEmpty() || name.length() > LONGEST) {
      return null;
    }
    String lower = isPlain(name) ? name.toLowerCase(Locale.ROOT) : international(name);
    return lower != null && isShaped(lower) ? lower : null;
  }

  private static boolean isPlain(String name) {
    for (int index = 0; index < name.length(); index++) {
      if (name.charAt(index) > 127) {
        return false;
      }
    }
    return !name.regionMatches(true, 0, "xn--", 0, 4) && !name.contains(".xn--");
  }

  private static @Nullable String international(String name) {
    IDNA.Info info = new IDNA.Info();
    StringBuilder ascii = UTS46.nameToASCII(name, new StringBuilder(), info);
    return info.hasErrors() ? null : ascii.toString();
  }

  private static boolean isShaped(String name) {
    int start = 0;
    int labels = 0;
    boolean lastIsNumber = false;
    while (start <= name.length()) {
      int dot = name.indexOf('.', start);
      int end = dot < 0 ? name.length() : dot;
      if (!isLabel(name, start, end)) {
        return false;
      }
      lastIsNumber = isNumber(name, start, end);
      labels++;
      start = end + 1;
    }
    return labels > 1 && !lastIsNumber && name.length() <= LONGEST;
  }

  private static boolean isLabel(String name, int start, int end) {
    if (start == end || end - start > LONGEST_LABEL) {
      return false;
    }
    if (name.charAt(start) == '-' || name.charAt(end - 1) == '-') {
      return false;
    }
    for (int index = start; index < end; index++) {
      char sign = name.charAt(index);
      boolean known = sign >= 'a' && sign <= 'z' || sign >= '0' && sign <= '9' || sign == '-';
      if (!known) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String name, int start, int end) {
    for (int index = start; index < end; index++) {
      if (name.charAt(index) < '0' || name.charAt(index) > '9') {
        return false;
      }
    }
    return true;
  }
}
