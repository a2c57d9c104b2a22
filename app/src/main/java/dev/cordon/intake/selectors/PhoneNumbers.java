package dev.cordon.intake.selectors;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers in E.164, the country taken from the number or else from a hint; without both
 * nothing is guessed. Thread-safe.
 *
 * <p>Verdicts without a normal form: {@code no-country}, {@code no-such-country-code}, {@code
 * too-short}, {@code too-long}, {@code letters}. With one: {@code not-in-plan} (no numbering plan
 * knows the number; the form is made of its digits), {@code extension} (dropped).
 */
final class PhoneNumbers {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final Set<Integer> CALLING_CODES = Set.copyOf(NUMBERS.getSupportedCallingCodes());
  private static final int FEWEST_DIGITS = 5;
  private static final int MOST_DIGITS = 17;
  private static final int FEWEST_NATIONAL = 7;
  private static final int LONGEST = 64;
  private static final NormalValue NO_COUNTRY = NormalValue.none("no-country");

  private PhoneNumbers() {}

  static NormalValue normalise(String raw, @Nullable String countryHint) {
    String text = Blanks.strip(raw);
    if (text.regionMatches(true, 0, "tel:", 0, 4)) {
      text = text.substring(4);
    }
    if (text.isEmpty()) {
      return NormalValue.blank();
    }
    if (text.length() > LONGEST) {
      return NormalValue.none("too-long");
    }
    int extension = extension(text);
    String bare = extension < 0 ? text : text.substring(0, extension);
    NormalValue number = number(bare.replace("(0)", ""), countryHint);
    return extension < 0 || number.value() == null ? number : number.and("extension");
  }

  private static NormalValue number(String text, @Nullable String countryHint) {
    String digits = digits(text);
    if (hasLetter(text)) {
      return NormalValue.none("letters");
    }
    if (digits.length() < FEWEST_DIGITS || digits.length() > MOST_DIGITS) {
      return NormalValue.none(digits.length() < FEWEST_DIGITS ? "too-short" : "too-long");
    }
    if (text.startsWith("+") || text.startsWith("\uff0b")) {
      return international(digits);
    }
    if (digits.startsWith("00")) {
      String valid = callingCode(digits, 2) == 0 ? null : valid("+" + digits.substring(2), null);
      if (valid != null) {
        return NormalValue.of(valid);
      }
    }
    String region = region(countryHint);
    if (region == null) {
      return NO_COUNTRY;
    }
    if (isInternational(digits, region)) {
      return new NormalValue("+" + digits.substring(2), "not-in-plan");
    }
    String valid = valid(digits, region);
    return valid == null
        ? new NormalValue(national(digits, region), "not-in-plan")
        : NormalValue.of(valid);
  }

  private static NormalValue international(String digits) {
    int code = callingCode(digits, 0);
    if (code == 0) {
      return NormalValue.none("no-such-country-code");
    }
    String valid = valid("+" + digits, null);
    return valid == null ? new NormalValue("+" + digits, "not-in-plan") : NormalValue.of(valid);
  }

  /** The country's calling code the digits begin with at this place; 0 for none. */
  private static int callingCode(String digits, int at) {
    int code = 0;
    for (int index = at; index < Math.min(digits.length(), at + 3); index++) {
      code = code * 10 + digits.charAt(index) - '0';
      if (CALLING_CODES.contains(code)) {
        return code;
      }
    }
    return 0;
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
    if (hint == null) {
      return null;
    }
    String region = Blanks.strip(hint).toUpperCase(Locale.ROOT);
    return NUMBERS.getSupportedRegions().contains(region) ? region : null;
  }

  /** Where an extension begins ({@code x12, ext. 12, ;ext=12, #12}); -1 for none. */
  private static int extension(String text) {
    int first = text.startsWith("+") ? 1 : 0;
    for (int index = first + FEWEST_DIGITS; index < text.length(); index++) {
      char sign = text.charAt(index);
      if (sign == ';' || sign == '#' || sign == 'x' || sign == 'X') {
        return index;
      }
      if (text.regionMatches(true, index, "ext", 0, 3)) {
        return index;
      }
    }
    return -1;
  }

  private static boolean hasLetter(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (Character.isLetter(text.charAt(index))) {
        return true;
      }
    }
    return false;
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); index++) {
      int digit = Character.digit(text.charAt(index), 10);
      if (digit >= 0) {
        digits.append((char) ('0' + digit));
      }
    }
    return digits.toString();
  }
}
