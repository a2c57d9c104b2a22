package dev.cordon.intake.selectors;

import java.util.Locale;

/**
 * Selectors that are numbers with a rule of their own: cards, bank accounts, devices, transactions.
 */
final class Numbers {

  private static final int FEWEST_CARD_DIGITS = 13;
  private static final int MOST_CARD_DIGITS = 19;
  private static final int IMEI_DIGITS = 15;
  private static final int MAC_DIGITS = 12;
  private static final int UUID_DIGITS = 32;

  private Numbers() {}

  /**
   * A card's fingerprint, as the processor wrote it: it means nothing outside the processor. A
   * whole card number is said to be one ({@code card-number}).
   */
  static NormalValue card(String raw) {
    String text = Blanks.strip(raw);
    if (text.isEmpty()) {
      return NormalValue.blank();
    }
    String digits = compact(text);
    boolean isNumber =
        digits.length() >= FEWEST_CARD_DIGITS
            && digits.length() <= MOST_CARD_DIGITS
            && isDigits(digits)
            && isLuhn(digits);
    return isNumber ? new NormalValue(digits, "card-number") : NormalValue.of(text);
  }

  /** An IBAN (ISO 13616) with its checksum's verdict; other account numbers without blanks. */
  static NormalValue bankAccount(String raw) {
    String text = compact(Blanks.strip(raw)).toUpperCase(Locale.ROOT);
    if (text.isEmpty()) {
      return NormalValue.blank();
    }
    boolean isIban =
        text.length() >= 15
            && text.length() <= 34
            && isUpper(text.charAt(0))
            && isUpper(text.charAt(1))
            && isDigits(text.substring(2, 4));
    if (!isIban) {
      return new NormalValue(text, "form-unknown");
    }
    return new NormalValue(text, remainder(text) == 1 ? "checksum-holds" : "checksum-fails");
  }

  /** A device: hardware addresses, UUIDs and IMEIs in one form, others in lower case. */
  static NormalValue device(String raw) {
    String text = Blanks.strip(raw).toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return NormalValue.blank();
    }
    String digits = hexDigits(text);
    if (digits.length() == MAC_DIGITS && text.length() >= 14 && text.length() <= 17) {
      return NormalValue.of(grouped(digits, ':', 2, 4, 6, 8, 10));
    }
    if (digits.length() == UUID_DIGITS && text.length() >= 36 && text.length() <= 38) {
      return NormalValue.of(grouped(digits, '-', 8, 12, 16, 20));
    }
    if (digits.length() == IMEI_DIGITS && isDigits(digits)) {
      return new NormalValue(digits, isLuhn(digits) ? "checksum-holds" : "checksum-fails");
    }
    return NormalValue.of(text);
  }

  /** A transaction's hash: letter case matters unless it is hexadecimal. */
  static NormalValue transaction(String raw) {
    String text = Blanks.strip(raw);
    if (text.isEmpty()) {
      return NormalValue.blank();
    }
    String lower = text.toLowerCase(Locale.ROOT);
    String digits = lower.startsWith("0x") ? lower.substring(2) : lower;
    return NormalValue.of(hexDigits(digits).length() == digits.length() ? lower : text);
  }

  private static String compact(String text) {
    StringBuilder compact = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); index++) {
      char sign = text.charAt(index);
      if (!Blanks.isBlank(sign) && sign != '-') {
        compact.append(sign);
      }
    }
    return compact.toString();
  }

  /** The hexadecimal digits between separators; empty where there is anything else. */
  private static String hexDigits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); index++) {
      char sign = text.charAt(index);
      if (sign >= '0' && sign <= '9' || sign >= 'a' && sign <= 'f') {
        digits.append(sign);
      } else if (":-.{} ".indexOf(sign) < 0) {
        return "";
      }
    }
    return digits.toString();
  }

  private static String grouped(String digits, char separator, int... places) {
    StringBuilder text = new StringBuilder(digits);
    for (int index = places.length - 1; index >= 0; index--) {
      text.insert(places[index], separator);
    }
    return text.toString();
  }

  private static int remainder(String iban) {
    int remainder = 0;
    for (int index = 0; index < iban.length(); index++) {
      int value = Character.digit(iban.charAt((index + 4) % iban.length()), 36);
      if (value < 0) {
        return 0;
      }
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder;
  }

  private static boolean isLuhn(String digits) {
    int sum = 0;
    for (int index = 0; index < digits.length(); index++) {
      int digit = digits.charAt(digits.length() - 1 - index) - '0';
      int weighted = index % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  private static boolean isDigits(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) < '0' || text.charAt(index) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isUpper(char sign) {
    return sign >= 'A' && sign <= 'Z';
  }
}
