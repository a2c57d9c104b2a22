package dev.cordon.kernel.hamming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.kernel.KernelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Code256Test {

  /** The order of words, which a round trip alone would not show. */
  @Test
  void text_hasTheHighestBitFirst() {
    assertThat(new Code256(0xf000000000000001L, 2, 3, 4).hex())
        .isEqualTo("f000000000000001000000000000000200000000000000030000000000000004");
    assertThat(Code256.parse("F000000000000001000000000000000200000000000000030000000000000004"))
        .isEqualTo(new Code256(0xf000000000000001L, 2, 3, 4));
  }

  @Test
  void distance_countsBitsOfEveryWord() {
    assertThat(Code256.ZERO.distance(new Code256(-1, -1, -1, -1))).isEqualTo(256);
    assertThat(new Code256(1, 2, 4, 8).distance(new Code256(0, 2, 0, 9))).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "g000000000000001000000000000000200000000000000030000000000000004",
        "0x00000000000001000000000000000200000000000000030000000000000004",
        " 000000000000001000000000000000200000000000000030000000000000004",
        "+000000000000001000000000000000200000000000000030000000000000004",
        "00000000000000010000000000000002000000000000000300000000000000040",
        "\uff11000000000000001000000000000000200000000000000030000000000000004"
      })
  void otherText_isRefused(String text) {
    assertThatThrownBy(() -> Code256.parse(text)).isInstanceOf(KernelException.class);
  }
}
