package dev.cordon.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No answer of an authority may throw anything but what says why it is refused, and none that was
 * changed may state another time. With JAZZER_FUZZ=1 one of these fuzzes; the others change a good
 * stamp.
 */
class TimeStampsFuzzTest {

  private static final byte[] MESSAGE = "a checkpoint".getBytes(StandardCharsets.UTF_8);
  private static final Instant AT = Instant.parse("2026-11-23T05:00:00Z");
  private static final Stamp STAMP = Stamp.made();

  /** A stamp with all it came from. */
  private record Stamp(X509Certificate root, byte[] query, byte[] answer, byte[] token) {

    static Stamp made() {
      try {
        TestAuthority authority = new TestAuthority();
        byte[] query = TimeStamps.query(MESSAGE);
        byte[] answer = authority.answer(query, AT);
        return new Stamp(authority.root(), query, answer, TimeStamps.token(query, answer));
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
    }
  }

  @FuzzTest(maxDuration = "2m")
  void token(byte[] bytes) {
    check(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void answer(byte[] bytes) {
    answered(bytes);
  }

  @Test
  void deeplyNestedToken_isRefused() {
    byte[] nested = new byte[TimeStamps.LARGEST_BYTES];
    for (int at = 0; at + 1 < nested.length; at += 2) {
      nested[at] = 0x30;
      nested[at + 1] = (byte) 0x80;
    }

    assertThat(check(nested)).isFalse();
    assertThat(answered(nested)).isFalse();
  }

  @Test
  void changedStamps_stateNoOtherTime() {
    changed(2_000, 31);
  }

  @Tag("long")
  @Test
  void changedStampsLong_stateNoOtherTime() {
    changed(200_000, 32);
  }

  private static void changed(int rounds, int seed) {
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      byte[] bytes = (round % 2 == 0 ? STAMP.token() : STAMP.answer()).clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      byte[] cut =
          random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      check(cut);
      answered(cut);
    }
  }

  /** Whether it holds. */
  private static boolean check(byte[] token) {
    try {
      assertThat(TimeStamps.verify(token, MESSAGE, List.of(STAMP.root()))).isEqualTo(AT);
      return true;
    } catch (ExchangeException refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return false;
    }
  }

  private static boolean answered(byte[] answer) {
    try {
      TimeStamps.token(STAMP.query(), answer);
      return true;
    } catch (ExchangeException refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return false;
    }
  }
}
