package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MaskedValueTest {

  /** RFC 4231, test case 1: a key of twenty bytes 0x0b, the data "Hi There". */
  @Test
  void digest_isTheStartOfThePublishedVector() {
    byte[] key = new byte[20];
    Arrays.fill(key, (byte) 0x0b);

    assertThat(MaskedValue.of("Hi There", key)).isEqualTo(new MaskedValue(8, "b0344c61d8db"));
  }

  @Test
  void length_isInBytes() {
    assertThat(MaskedValue.of("\u00e5", new byte[32]).length()).isEqualTo(2);
    assertThat(MaskedValue.of(new byte[5], new byte[32]).length()).isEqualTo(5);
  }

  @Test
  void keys_ofTwoOperationsDiffer() {
    byte[] one = MaskedValue.key(VaultKey.random());
    byte[] two = MaskedValue.key(VaultKey.random());

    assertThat(MaskedValue.of("x", one)).isNotEqualTo(MaskedValue.of("x", two));
  }
}
