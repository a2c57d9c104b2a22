package dev.cordon.intake.internal;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a profile may have done to a value before it is taken. */
final class Filters {

  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0");
  private static final int LONGEST_ENTITY = 10;
  private static final Pattern TAG = Pattern.compile("<[^<>]{1,500}>");

  private Filters() {}

  /** The words of a post kept as mark-up; a break becomes a line. */
  static String plain(String text) {
    boolean marked = text.contains("<t>") || text.contains("<r>");
    return marked ? TAG.matcher(text.replace("<br/>", "\n")).replaceAll("") : text;
  }

  /** Undoes HTML entities, once. */
  static String html(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    int place = 0;
    while (place < text.length()) {
      char next = text.charAt(place);
      int end = next == '&' ? text.indexOf(';', place) : -1;
      String entity =
          end < 0 || end - place > LONGEST_ENTITY ? null : entity(text.substring(place + 1, end));
      if (entity == null) {
        plain.append(next);
        place++;
      } else {
        plain.append(entity);
        place = end + 1;
      }
    }
    return plain.toString();
  }

  private static @Nullable String entity(String name) {
    if (!name.startsWith("#")) {
      return ENTITIES.get(name);
    }
    boolean hexadecimal = name.length() > 1 && (name.charAt(1) | 32) == 'x';
    try {
      int code =
          hexadecimal
              ? Integer.parseInt(name.substring(2), 16)
              : Integer.parseInt(name.substring(1));
      return Character.isValidCodePoint(code) && code > 0 ? Character.toString(code) : null;
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  /** A key that is a number above zero, as written; else null. */
  static @Nullable String number(String text) {
    String plain = text.strip();
    boolean digits = !plain.isEmpty() && plain.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    return digits && plain.chars().anyMatch(sign -> sign != '0') ? plain : null;
  }

  /** An order's number out of a reference like {@code WC-246} or {@code order 246}. */
  static String orderNumber(String text) {
    String plain = text.strip();
    int end = plain.length();
    int start = end;
    while (start > 0 && Character.digit(plain.charAt(start - 1), 10) >= 0) {
      start--;
    }
    boolean restHasDigits =
        plain.substring(0, start).chars().anyMatch(sign -> Character.digit(sign, 10) >= 0);
    return start == end || restHasDigits ? plain : plain.substring(start, end);
  }

  /** An amount in minor units, or null. */
  static @Nullable Long amount(String text, String unit, int fractionDigits) {
    String plain = text.strip().replace(" ", "").replace("\u00a0", "");
    int comma = plain.lastIndexOf(',');
    int point = plain.lastIndexOf('.');
    if (comma > point) {
      plain = plain.replace(".", "").replace(',', '.');
    } else if (comma >= 0) {
      plain = plain.replace(",", "");
    }
    try {
      java.math.BigDecimal value = new java.math.BigDecimal(plain);
      boolean minor = unit.equals("minor") && plain.indexOf('.') < 0;
      java.math.BigDecimal scaled = minor ? value : value.movePointRight(fractionDigits);
      return scaled.setScale(0, java.math.RoundingMode.HALF_EVEN).longValueExact();
    } catch (ArithmeticException | NumberFormatException notAnAmount) {
      return null;
    }
  }
}
