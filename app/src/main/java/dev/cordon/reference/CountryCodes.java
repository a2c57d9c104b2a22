package dev.cordon.reference;

import java.util.Locale;
import java.util.Set;

/** Which two letters stand for a country, and which tables use for none. */
public final class CountryCodes {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** Kosovo has no code of ISO 3166-1; XK is what tables write. */
  private static final String KOSOVO = "XK";

  /** No country, a region, or a kind of network where a country was expected. */
  private static final Set<String> NONE = Set.of("ZZ", "XX", "AP", "EU", "A1", "A2", "A3", "T1");

  /** What every code for no country becomes. */
  public static final String NO_COUNTRY = "ZZ";

  private CountryCodes() {}

  /** Whether the code is that of a country of ISO 3166-1, or Kosovo's. */
  public static boolean isCountry(String code) {
    return COUNTRIES.contains(code) || code.equals(KOSOVO);
  }

  /**
   * The code as tables write it; UK, reserved for the United Kingdom by ISO 3166-1, is GB.
   *
   * @return capital letters; {@code ZZ} for none
   * @throws IllegalArgumentException for what is no code
   */
  public static String read(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    if (code.equals("??") || NONE.contains(code)) {
      return NO_COUNTRY;
    }
    if (code.equals("UK")) {
      return "GB";
    }
    if (!isCountry(code)) {
      throw new IllegalArgumentException("'" + text.strip() + "' is not a country code");
    }
    return code;
  }
}
