package dev.cordon.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** RFC 6238 appendix B, SHA-1; the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void code_isThatOfTheRfc(long second, String code) {
    assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
  }

  /** RFC 4226 appendix D. */
  @ParameterizedTest
  @CsvSource({
    "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
    "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
  })
  void code_ofACounter_isThatOfTheRfc(long counter, String code) {
    assertThat(Totp.code(SECRET, counter)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"-61, false", "-30, true", "0, true", "30, true", "61, false", "3600, false"})
  void clockOff_byOneStepAtMost(long seconds, boolean matches) {
    Instant now = Instant.ofEpochSecond(1_800_000_015L);
    String code = Totp.code(SECRET, Totp.step(now.plusSeconds(seconds)));

    assertThat(Totp.match(SECRET, code, now).isPresent()).isEqualTo(matches);
  }

  /** RFC 4648 section 10. */
  @ParameterizedTest
  @CsvSource({
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void base32_isThatOfTheRfc(String text, String encoded) {
    assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
  }

  @Test
  void nothing_isNoCode() {
    assertThat(Totp.match(SECRET, "", Instant.now())).isEmpty();
  }
}
