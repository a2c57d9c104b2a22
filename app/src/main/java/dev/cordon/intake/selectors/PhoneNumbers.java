package dev.cordon.intake.selectors;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers in E.164, the country taken from the number or else from a hint. A number that
 * no plan knows (those kept for fiction, say) gets the same form from its digits alone; without
 * prefix and hint only its digits are left.
 */
final class PhoneNumbers {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final int FEWEST_DIGITS = 5;
  private static final int MOST_DIGITS = 17;
  private static final int FEWEST_NATIONAL = 7;

  private PhoneNumbers() {}

  static @Nullable String normalise(String raw, @Nullable String countryHint) {
    String text = Blanks.strip(raw).replace("(0)", "");
    boolean international = text.startsWith("+");
    String digits = digits(text);
    if (digits.length() < FEWEST_DIGITS || digits.length() > MOST_DIGITS) {
      return null;
    }
    if (international) {
      String valid = valid(text, null);
      return valid == null ? "+" + digits : valid;
    }
    String region = region(countryHint);
    if (digits.startsWith("00")) {
      String valid = valid("+" + digits.substring(2), null);
      if (valid != null) {
        return valid;
      }
    }
    if (region != null && isInternational(digits, region)) {
      return "+" + digits.substring(2);
    }
    if (region == null) {
      return digits.startsWith("00") ? "+" + digits.substring(2) : digits;
    }
    String valid = valid(text, region);
    return valid == null ? national(digits, region) : valid;
  }

  /** Whether the digits are the country's own code after 00, long enough to hold a number too. */
  private static boolean isInternational(String digits, String region) {
    String prefix = "00" + NUMBERS.getCountryCodeForRegion(region);
    return digits.startsWith(prefix) && digits.length() >= prefix.length() + FEWEST_NATIONAL;
  }

  private static @Nullable String valid(String text, @Nullable String region) {
    try {
      PhoneNumber number = NUMBERS.parse(text, region);
      return NUMBERS.isValidNumber(number) ? NUMBERS.format(number, PhoneNumberFormat.E164) : null;
    } catch (NumberParseException notANumber) {
      return null;
    }
  }

  private static String national(String digits, String region) {
    String trunk = NUMBERS.getNddPrefixForRegion(region, true);
    boolean hasTrunk = trunk != null && !trunk.isEmpty() && digits.startsWith(trunk);
    String significant = hasTrunk ? digits.substring(trunk.length()) : digits;
    return "+" + NUMBERS.getCountryCodeForRegion(region) + significant;
  }

  private static @Nullable String region(@Nullable String hint) {
    if (hint == null || hint.length() != 2) {
      return null;
    }
    String region = hint.toUpperCase(Locale.ROOT);
    return NUMBERS.getSupportedRegions().contains(region) ? region : null;
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    for (int index = 0; index < text.length(); index++) {
      int digit = Character.digit(text.charAt(index), 10);
      if (digit >= 0) {
        digits.append(digit);
      }
    }
    return digits.toString();
  }
}
