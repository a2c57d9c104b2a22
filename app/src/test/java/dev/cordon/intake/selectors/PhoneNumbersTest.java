package dev.cordon.intake.selectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {

  /** Example numbers are those the numbering plans publish or keep for fiction. */
  @ParameterizedTest
  @CsvSource({
    "+44 20 7946 0018, , +442079460018,",
    "020 7946 0958, GB, +442079460958,",
    "+33 1 99 00 12 34, , +33199001234, ",
    "+1 (212) 555-0123, , +12125550123,",
    "(212) 555-0123, us, +12125550123,",
    "tel:+1-212-555-0123, , +12125550123,",
    "+1 212 555 0123 ext. 7, , +12125550123, extension",
    "+1-212-555-0123;ext=7, , +12125550123, extension",
    "＋４５ 32 12 34 56, , +4532123456,",
    "+390612345678, , +390612345678,",
    "06 12345678, IT, +390612345678,",
    "0033199001234, , +33199001234,",
    "06 39 98 79 20, FR, +33639987920, not-in-plan",
    "0033639987920, , , no-country",
    "405831, , , no-country",
    "00405831, , , no-country",
    "32123456, ZZ, , no-country",
    "+999123456789, , , no-such-country-code",
    "1234, DK, , too-short",
    "123456789012345678, DK, , too-long",
    "1-800-FLOWERS, US, , letters"
  })
  void number_isE164OrRefusedWithReason(String raw, String country, String value, String verdict) {
    assertThat(PhoneNumbers.normalise(raw, country)).isEqualTo(new NormalValue(value, verdict));
  }
}
