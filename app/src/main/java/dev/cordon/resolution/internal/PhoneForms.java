package dev.cordon.resolution.internal;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;
import java.util.Set;

/**
 * Telephone numbers in one form: calling code and national digits. A number written without its
 * calling code needs the country it was written in; without one it has no form (nothing is
 * guessed). Leading zeros of the national part are dropped: some countries write a trunk zero, some
 * do not.
 */
final class PhoneForms {

  private static final int SHORTEST_NATIONAL = 5;
  private static final int SHORTEST_INTERNATIONAL = 9;

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final Set<Integer> callingCodes = Set.copyOf(numbers.getSupportedCallingCodes());

  /** The form of a number written in a country (two letters, or empty if unknown). */
  Optional<String> form(String raw, String region) {
    String text = raw.strip();
    String digits = text.replaceAll("[^0-9]", "");
    if (text.startsWith("+")) {
      return international(digits);
    }
    int home = region.isEmpty() ? 0 : numbers.getCountryCodeForRegion(region);
    if (digits.startsWith("00") && digits.length() - 2 >= SHORTEST_INTERNATIONAL) {
      return international(digits.substring(2));
    }
    if (home == 0) {
      return Optional.empty();
    }
    return national(home, digits);
  }

  private Optional<String> international(String digits) {
    for (int length = 1; length <= 3 && length < digits.length(); length++) {
      int code = Integer.parseInt(digits.substring(0, length));
      if (callingCodes.contains(code)) {
        return national(code, digits.substring(length));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> national(int code, String digits) {
    String significant = digits.replaceFirst("^0+", "");
    return significant.length() < SHORTEST_NATIONAL
        ? Optional.empty()
        : Optional.of("+" + code + " " + significant);
  }
}
