package dev.cordon.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeStampsTest {

  private static final byte[] MESSAGE = "a checkpoint".getBytes(StandardCharsets.UTF_8);
  private static final Instant AT = Instant.parse("2026-11-23T05:00:00Z");

  @SuppressWarnings("NullAway.Init")
  private TestAuthority authority;

  private byte[] token = new byte[0];

  @BeforeEach
  void stamp() throws Exception {
    authority = new TestAuthority();
    byte[] query = TimeStamps.query(MESSAGE);
    token = TimeStamps.token(query, authority.answer(query, AT));
  }

  @Test
  void stamp_statesItsTime() {
    assertThat(TimeStamps.verify(token, MESSAGE, List.of(authority.root()))).isEqualTo(AT);
  }

  @Test
  void stamp_overOtherBytes_isRefused() {
    assertThatThrownBy(() -> TimeStamps.verify(token, new byte[] {1}, List.of(authority.root())))
        .isInstanceOf(ExchangeException.class)
        .hasMessageContaining("other bytes");
  }

  @Test
  void stamp_ofAnAuthorityNobodyTrusts_isRefused() throws Exception {
    List<java.security.cert.X509Certificate> others = List.of(new TestAuthority().root());

    assertThatThrownBy(() -> TimeStamps.verify(token, MESSAGE, others))
        .isInstanceOf(ExchangeException.class);
    assertThatThrownBy(() -> TimeStamps.verify(token, MESSAGE, List.of()))
        .isInstanceOf(ExchangeException.class);
  }

  @Test
  void answerToAnotherQuery_isRefused() throws Exception {
    byte[] other = TimeStamps.query(MESSAGE);
    byte[] answer = authority.answer(other, AT);

    assertThatThrownBy(() -> TimeStamps.token(TimeStamps.query(MESSAGE), answer))
        .isInstanceOf(ExchangeException.class);
  }

  @Test
  void everyFlippedByte_isRefusedOrStatesTheSameTime() {
    // A few bytes of the encoding say nothing: what they are flipped to must not change the time.
    for (int at = 0; at < token.length; at++) {
      byte[] flipped = token.clone();
      flipped[at] ^= 1;
      try {
        assertThat(TimeStamps.verify(flipped, MESSAGE, List.of(authority.root()))).isEqualTo(AT);
      } catch (ExchangeException refused) {
        assertThat(refused).hasMessageNotContaining("our fault");
      }
    }
  }

  @Test
  void noStamp_isRefused() {
    assertThatThrownBy(() -> TimeStamps.verify(new byte[0], MESSAGE, List.of(authority.root())))
        .isInstanceOf(ExchangeException.class);
    assertThatThrownBy(() ->
            TimeStamps.verify(
                new byte[TimeStamps.LARGEST_BYTES + 1], MESSAGE, List.of(authority.root())))
        .hasMessageContaining("at most");
  }
}
