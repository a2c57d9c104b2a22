package dev.cordon.kernel.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

  private static final NoteSigner SIGNER = NoteSigner.generate("log.example/one");
  private static final String TEXT = "log.example/one\n7\nis it evening?\n\nyes\n";

  /** From golang/mod, sumdb/note, note_test.go. */
  @Test
  void publishedNote_opensWithItsKey() {
    NoteKey key =
        NoteKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    String text =
        """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.
        """;
    String signature =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    assertThat(new Note(text + "\n" + signature).open(key)).isEqualTo(text);
  }

  @Test
  void note_opensWithItsKey() {
    assertThat(new Note(SIGNER.sign(TEXT)).open(SIGNER.key())).isEqualTo(TEXT);
    assertThat(new Note(SIGNER.sign(TEXT)).open(NoteKey.parse(SIGNER.key().text())))
        .isEqualTo(TEXT);
  }

  @Test
  void signer_survivesItsSecret() {
    NoteSigner again = NoteSigner.parse(SIGNER.secret());

    assertThat(again.sign(TEXT)).isEqualTo(SIGNER.sign(TEXT));
    assertThat(SIGNER.toString()).doesNotContain(SIGNER.secret().split(" ")[1]);
  }

  @Test
  void note_ofAnotherKey_isRefused() {
    NoteSigner namesake = NoteSigner.generate("log.example/one");

    refusal(SIGNER.sign(TEXT), namesake.key(), Check.KEY);
  }

  @Test
  void note_withOtherText_isRefused() {
    refusal(SIGNER.sign(TEXT).replace("evening", "morning"), SIGNER.key(), Check.SIGNATURE);
  }

  @Test
  void note_withUnknownSignaturesBeside_opens() {
    String both =
        SIGNER.sign(TEXT)
            + NoteSigner.generate("witness.example").sign(TEXT).substring(TEXT.length() + 1);

    assertThat(new Note(both).open(SIGNER.key())).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\n— name\n",
        "text\n\n— name !!!!\n",
        "text\n\n— name AAAA\n",
        "text\n\n— name AAAAAAA=",
        "text\n\n- name AAAAAAAA\n",
        "te\rxt\n\n— name AAAAAAAA\n"
      })
  void note_ofBadForm_isRefused(String note) {
    refusal(note, SIGNER.key(), Check.FORM);
  }

  @Test
  void everyFlippedByte_isRefused() {
    String note = SIGNER.sign("a\n");
    for (int at = 0; at < note.length(); at++) {
      char[] flipped = note.toCharArray();
      flipped[at] ^= 1;
      assertThatThrownBy(() -> new Note(new String(flipped)).open(SIGNER.key()))
          .as("character " + at)
          .isInstanceOf(ProofException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a+b", "name", "name+00000000+AAAA", "na me+00000000+AAAA"})
  void key_ofBadForm_isRefused(String text) {
    assertThatThrownBy(() -> NoteKey.parse(text)).isInstanceOf(ProofException.class);
  }

  @Test
  void checkpoint_isReadAsWritten() {
    Checkpoint checkpoint = new Checkpoint("log.example/one", 7, Hash.ofLeaf(new byte[] {1}));

    assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    assertThat(Checkpoint.parse(checkpoint.text() + "extension\n")).isEqualTo(checkpoint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n07\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\n7\nAAAA\n",
        "a\n7\n",
        "\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
      })
  void checkpoint_ofBadForm_isRefused(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(ProofException.class);
  }

  private static AbstractThrowableAssert<?, ?> refusal(String note, NoteKey key, Check check) {
    return assertThatThrownBy(() -> new Note(note).open(key))
        .isInstanceOfSatisfying(
            ProofException.class, refused -> assertThat(refused.check()).isEqualTo(check));
  }
}
