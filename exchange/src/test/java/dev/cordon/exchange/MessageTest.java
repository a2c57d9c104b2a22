package dev.cordon.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.exchange.Message.Kind;
import dev.cordon.kernel.merkle.NoteSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages, key cards and push notes: one content has one text, and no text but that is read. */
class MessageTest {

  private static final String DIGEST = "ab".repeat(32);
  private static final String RECIPIENT = SealingKey.generate().recipient();

  private static Message outcome(String words) {
    return new Message(
        Kind.OUTCOME,
        new UUID(1, 2),
        RECIPIENT,
        new UUID(3, 4),
        7,
        Instant.parse("2026-11-23T15:00:00Z"),
        "P-DK-AB12CD",
        2,
        DIGEST,
        null,
        "S-0001",
        "exhibits",
        12,
        "Ane Køge",
        words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "searched and found",
        "two\nlines",
        "a \\u000a that is no line end",
        "right \u202e to left",
        "\ud83d\udd11 key",
        "\u2028"
      })
  void text_readAgain_isTheSameMessage(String words) {
    Message message = outcome(words);

    assertThat(Message.read(message.text())).isEqualTo(message);
    assertThat(message.text().lines().filter(line -> line.startsWith("words "))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cordon message 2\nkind outcome\n",
        "cordon message 1\n",
        "cordon message 1\nkind outcome"
      })
  void text_ofAnotherForm_isRefused(String text) {
    assertThatThrownBy(() -> Message.read(text)).isInstanceOf(ExchangeException.class);
  }

  @Test
  void lines_doubledSwappedUnknownOrMissing_areRefused() {
    String text = outcome("w").text();
    assertThatThrownBy(() -> Message.read(text.replace("version 2\n", "version 2\nversion 2\n")))
        .hasMessageContaining("line");
    assertThatThrownBy(() -> Message.read(text.replace("version 2\n", "version 02\n")))
        .hasMessageContaining("version");
    assertThatThrownBy(() -> Message.read(text + "more x\n")).hasMessageContaining("line 16");
    assertThatThrownBy(() -> Message.read(text.replace("by Ane Køge\n", "")))
        .hasMessageContaining("'by'");
    assertThatThrownBy(() -> Message.read(text.replace("outcome exhibits\n", "")))
        .hasMessageContaining("outcome");
    assertThatThrownBy(() -> Message.read(text.replace("kind outcome", "kind party")))
        .hasMessageContaining("kind");
    assertThatThrownBy(() -> Message.read(text.replace("words w", "words " + "w".repeat(20_000))))
        .hasMessageContaining("characters");
  }

  @Test
  void keyCard_signedByItsOwnKey_isRead_andNoOther() {
    NoteSigner signer = NoteSigner.generate("cordon.dispatch");
    KeyCard card =
        new KeyCard(
            "Politiet",
            "DK",
            signer.key().text(),
            RECIPIENT,
            "https://cordon.example:8443",
            new UUID(9, 1),
            new UUID(9, 2),
            new UUID(9, 3));
    String note = signer.sign(card.text());

    assertThat(KeyCard.read(note)).isEqualTo(card);
    assertThat(card.fingerprint()).matches("([0-9]{5} ){7}[0-9]{5}");
    assertThatThrownBy(() -> KeyCard.read(note.replace("country DK", "country SE")))
        .hasMessageContaining("signature");
    assertThatThrownBy(() -> KeyCard.read(NoteSigner.generate("cordon.dispatch").sign(card.text())))
        .hasMessageContaining("signature");
    assertThatThrownBy(() -> KeyCard.read(card.text())).isInstanceOf(ExchangeException.class);
    assertThatThrownBy(() -> KeyCard.read(note.replace("https://", "file://")))
        .isInstanceOf(ExchangeException.class);
  }

  @Test
  void pushNote_readAgain_isTheSame() {
    PushNote note = new PushNote(new UUID(1, 2), RECIPIENT, DIGEST, Instant.EPOCH);

    assertThat(PushNote.read(note.text())).isEqualTo(note);
    assertThatThrownBy(() -> PushNote.read(note.text().replace("sha256 ab", "sha256 AB")))
        .isInstanceOf(ExchangeException.class);
  }

  @FuzzTest(maxDuration = "1m")
  void anyText_isReadBackAsItself_orRefused(byte[] bytes) {
    check(new String(bytes, StandardCharsets.UTF_8));
  }

  @Test
  void changedMessages_areThemselves_orRefused() {
    Random random = new Random(20_261_123);
    byte[] good = outcome("words\nof an officer").text().getBytes(StandardCharsets.UTF_8);
    int read = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] changed = good.clone();
      for (int change = 0; change <= round % 3; change++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      read += check(new String(changed, StandardCharsets.UTF_8)) ? 1 : 0;
    }
    assertThat(read).isBetween(1, 19_999);
  }

  private static boolean check(String text) {
    boolean read = false;
    try {
      read = Message.read(text).text().equals(text);
      assertThat(read).isTrue();
    } catch (ExchangeException refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
    }
    try {
      assertThat(PushNote.read(text).text()).isEqualTo(text);
    } catch (ExchangeException refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
    }
    try {
      assertThat(text).startsWith(KeyCard.read(text).text());
    } catch (ExchangeException refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
    }
    return read;
  }
}
