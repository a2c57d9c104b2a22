package dev.cordon.kernel.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class CosignatureTest {

  private static final Instant AT = Instant.ofEpochSecond(1_679_315_147);
  private static final NoteSigner LOG = NoteSigner.generate("log.example/one");
  private static final String TEXT =
      new Checkpoint("log.example/one", 7, Hash.ofLeaf(new byte[] {1})).text();

  /** From C2SP signed-note, "Verifier keys". */
  @Test
  void noteOfTheSpecification_opens() {
    String note =
        "This is an example message.\n\n— example.com/foo"
            + " Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    NoteKey key =
        NoteKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");

    assertThat(new Note(note).open(key)).isEqualTo("This is an example message.\n");
  }

  /** From torchwood; a log that signs with ML-DSA-44 and states no time. */
  @Test
  void checkpointOfAnotherImplementation_opens() throws IOException {
    NoteKey key = NoteKey.parse(resource("mldsa-checkpoint.key"));
    String note = resource("mldsa-checkpoint.note");

    OpenedCheckpoint opened = OpenedCheckpoint.open(note, key);

    assertThat(key.type()).isEqualTo(SignatureType.ML_DSA_44);
    assertThat(opened.checkpoint().size()).isEqualTo(1);
    assertThat(opened.cosignatures()).isEmpty();
    assertThatThrownBy(() -> OpenedCheckpoint.open(note.replace("\n1\n", "\n2\n"), key))
        .isInstanceOfSatisfying(
            ProofException.class,
            refused -> assertThat(refused.check()).isEqualTo(Check.SIGNATURE));
  }

  /** From transparency-dev/formats, note/note_cosigv1_test.go: keys and a time. */
  @Test
  void keysOfAnotherImplementation_areRead() {
    NoteKey plus = NoteKey.parse("TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6");
    NoteKey witness =
        NoteKey.parse("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2");
    byte[] signed =
        Base64.getDecoder()
            .decode(
                "ZGhGuQAAAABm/qTPeyKXD+R2rzyQsxPiP8mXum7qq/iF0u4vanlqJyocWODBt97w9uL+8qT7S5gxEHWWOworDcFiEBYJXORmnFBOBA==");

    assertThat(plus.type()).isEqualTo(SignatureType.ED25519);
    assertThat(witness.type()).isEqualTo(SignatureType.COSIGNATURE);
    assertThat(NoteKey.secondsOf(Arrays.copyOfRange(signed, 4, signed.length)))
        .isEqualTo(1_727_964_367);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ED25519")
  void cosignature_isOverTextAndTime(SignatureType type) {
    Cosigner witness = Cosigner.generate("witness.example/w1", type);
    String note = LOG.sign(TEXT) + witness.cosign(TEXT, AT);

    assertThat(OpenedCheckpoint.open(note, LOG.key(), witness.key()).cosignatures())
        .containsExactly(new Cosignature(witness.key(), AT));
    assertThat(OpenedCheckpoint.open(note, LOG.key()).cosignatures()).isEmpty();
    refused(note.replace("\n7\n", "\n8\n"), Check.SIGNATURE, witness.key());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ED25519")
  void cosigner_survivesItsSecret(SignatureType type) {
    Cosigner witness = Cosigner.generate("witness.example/w1", type);
    Cosigner again = Cosigner.parse(witness.secret());

    assertThat(again.key()).isEqualTo(witness.key());
    assertThat(
            OpenedCheckpoint.open(LOG.sign(TEXT) + again.cosign(TEXT, AT), LOG.key(), witness.key())
                .cosignatures())
        .hasSize(1);
    assertThat(witness.toString()).doesNotContain(witness.secret().split(" ")[1]);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ED25519")
  void everyFlippedByteOfACosignature_isRefused(SignatureType type) {
    Cosigner witness = Cosigner.generate("witness.example/w1", type);
    String line = witness.cosign(TEXT, AT);
    String name = "— witness.example/w1 ";
    byte[] tagged = Base64.getDecoder().decode(line.substring(name.length()).strip());
    for (int at = 4; at < tagged.length; at += type == SignatureType.ML_DSA_44 ? 97 : 1) {
      tagged[at] ^= 1;
      String flipped = name + Base64.getEncoder().encodeToString(tagged) + "\n";
      tagged[at] ^= 1;
      refused(LOG.sign(TEXT) + flipped, Check.SIGNATURE, LOG.key(), witness.key());
    }
  }

  @Test
  void witness_doesNotVouchForALog() {
    Cosigner witness = Cosigner.generate("witness.example/w1", SignatureType.COSIGNATURE);
    Cosigner namesake = Cosigner.generate("log.example/one", SignatureType.COSIGNATURE);

    refused(TEXT + "\n" + witness.cosign(TEXT, AT), Check.KEY, witness.key());
    refused(TEXT + "\n" + namesake.cosign(TEXT, AT), Check.KEY, namesake.key());
  }

  @Test
  void keyOfOneLog_doesNotVouchForAnother() {
    NoteSigner other = NoteSigner.generate("log.example/two");

    refused(other.sign(TEXT), Check.KEY, LOG.key(), other.key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no checkpoint\n",
        "a\n1\nAAAA\n",
        "log.example\n0\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
      })
  void witness_signsNothingButCheckpoints(String text) {
    for (SignatureType type :
        new SignatureType[] {SignatureType.COSIGNATURE, SignatureType.ML_DSA_44}) {
      Cosigner witness = Cosigner.generate("w.example", type);
      assertThatThrownBy(() -> witness.cosign(text, AT)).isInstanceOf(ProofException.class);
    }
  }

  @Test
  void linesAfterTheRoot_areNotUnderMlDsa() {
    Cosigner old = Cosigner.generate("w.example", SignatureType.COSIGNATURE);
    Cosigner young = Cosigner.generate("w.example", SignatureType.ML_DSA_44);
    String extended = TEXT + "extension\n";

    assertThat(
            OpenedCheckpoint.open(
                    LOG.sign(extended) + old.cosign(extended, AT), LOG.key(), old.key())
                .cosignatures())
        .hasSize(1);
    assertThatThrownBy(() -> young.cosign(extended, AT)).isInstanceOf(ProofException.class);
    refused(LOG.sign(extended) + young.cosign(TEXT, AT), Check.SIGNATURE, LOG.key(), young.key());
  }

  private static void refused(String note, Check check, NoteKey... keys) {
    assertThatThrownBy(() -> OpenedCheckpoint.open(note, keys))
        .isInstanceOfSatisfying(
            ProofException.class, refused -> assertThat(refused.check()).isEqualTo(check));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(CosignatureTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
