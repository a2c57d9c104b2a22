package dev.cordon.intake.selectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers the schemes publish for tests. */
class NumbersTest {

  private final Normaliser normaliser = new Normaliser(MailboxRules.UNKNOWN);

  @ParameterizedTest
  @CsvSource({
    "CARD, fp_Ab12, fp_Ab12,",
    "CARD, 4111 1111 1111 1111, 4111111111111111, card-number",
    "CARD, 4111 1111 1111 1112, 4111 1111 1111 1112,",
    "BANK_ACCOUNT, GB82 WEST 1234 5698 7654 32, GB82WEST12345698765432, checksum-holds",
    "BANK_ACCOUNT, gb82west12345698765433, GB82WEST12345698765433, checksum-fails",
    "BANK_ACCOUNT, NO93 8601 1117 947, NO9386011117947, checksum-holds",
    "BANK_ACCOUNT, 12-345 678, 12345678, form-unknown",
    "DEVICE, 00-1B-63-84-45-E6, 00:1b:63:84:45:e6,",
    "DEVICE, 001b.6384.45e6, 00:1b:63:84:45:e6,",
    "DEVICE, {F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6}, f81d4fae-7dec-11d0-a765-00a0c91e6bf6,",
    "DEVICE, 49-015420-323751-8, 490154203237518, checksum-holds",
    "DEVICE, 490154203237519, 490154203237519, checksum-fails",
    "DEVICE, Pixel 8 Pro, pixel 8 pro,",
    "TRANSACTION_HASH, 0xABCDEF, 0xabcdef,",
    "TRANSACTION_HASH, 5VERv8NMvzbJMEkV8xnrLkEaWRtSz, 5VERv8NMvzbJMEkV8xnrLkEaWRtSz,",
    "MESSENGER, @Wolf42, wolf42,",
    "HANDLE, @Wolf42, @wolf42,",
    "WEBSITE, ' https://example.com/A ', https://example.com/A,"
  })
  void number_hasOneForm(String kind, String raw, String value, String verdict) {
    assertThat(normaliser.normalSelector(kind, raw, null))
        .isEqualTo(new NormalValue(value, verdict));
  }
}
