package dev.cordon.attribution.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;
import java.util.Set;

/**
 * The country of a telephone number: by the numbering plan; where the plan cannot place the number,
 * by its calling code, unless several countries share it. Thread-safe.
 */
final class NumberPlaces {

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final Set<Integer> shared;

  NumberPlaces(Set<Integer> shared) {
    this.shared = shared;
  }

  /** The country of a number written as {@code +45 12345678}. */
  Optional<String> country(String number) {
    try {
      var parsed = numbers.parse(number, null);
      String region = numbers.getRegionCodeForNumber(parsed);
      if (region == null && !shared.contains(parsed.getCountryCode())) {
        region = numbers.getRegionCodeForCountryCode(parsed.getCountryCode());
      }
      return region != null && region.matches("[A-Z]{2}") && !region.equals("ZZ")
          ? Optional.of(region)
          : Optional.empty();
    } catch (NumberParseException noNumber) {
      return Optional.empty();
    }
  }
}
