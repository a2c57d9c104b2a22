package dev.cordon.kernel.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogProofTest {

  private static final NoteSigner LOG = NoteSigner.generate("log.example");
  private static final Cosigner FIRST = Cosigner.generate("w.example/1", SignatureType.COSIGNATURE);
  private static final Cosigner SECOND = Cosigner.generate("w.example/2", SignatureType.ML_DSA_44);
  private static final byte[] ENTRY = "entry".getBytes(StandardCharsets.UTF_8);
  private static final Hash OTHER = Hash.ofLeaf(new byte[] {1});
  private static final String TEXT =
      new Checkpoint("log.example", 2, Hash.ofChildren(Hash.ofLeaf(ENTRY), OTHER)).text();
  private static final Instant AT = Instant.ofEpochSecond(1_700_000_000);

  @Test
  void proof_isReadAsWritten() {
    LogProof proof = new LogProof(0, List.of(OTHER), LOG.sign(TEXT), new byte[] {1, 2});

    assertThat(proof.text()).startsWith("c2sp.org/tlog-proof@v1\nextra AQI=\nindex 0\n");
    assertThat(LogProof.parse(proof.text()).text()).isEqualTo(proof.text());
    // transparency-dev/formats, proof/tlog_proof_test.go.
    assertThat(LogProof.parse("c2sp.org/tlog-proof@v1\nindex 0\n\ncheckpoint\n").note())
        .isEqualTo("checkpoint\n");
  }

  @Test
  void proof_holdsUnderItsPolicy() {
    LogProof proof = new LogProof(0, List.of(OTHER), LOG.sign(TEXT) + FIRST.cosign(TEXT, AT));

    assertThat(proof.verify(ENTRY, LogPolicy.trusting(LOG.key())).checkpoint().size()).isEqualTo(2);
    assertThat(proof.verify(ENTRY, policy("any")).cosignatures())
        .containsExactly(new Cosignature(FIRST.key(), AT));
    refused(proof, ENTRY, policy("all"), Check.QUORUM);
    refused(proof, new byte[] {7}, policy("any"), Check.ROOT);
    refused(new LogProof(1, proof.hashes(), proof.note()), ENTRY, policy("any"), Check.ROOT);
    refused(new LogProof(2, proof.hashes(), proof.note()), ENTRY, policy("any"), Check.BOUNDS);
    refused(new LogProof(0, List.of(), proof.note()), ENTRY, policy("any"), Check.LENGTH);
  }

  @Test
  void policy_countsWitnessesNotSignatures() {
    LogProof twice =
        new LogProof(
            0,
            List.of(OTHER),
            LOG.sign(TEXT) + FIRST.cosign(TEXT, AT) + FIRST.cosign(TEXT, AT.plusSeconds(5)));
    LogProof both =
        new LogProof(
            0, List.of(OTHER), LOG.sign(TEXT) + FIRST.cosign(TEXT, AT) + SECOND.cosign(TEXT, AT));

    refused(twice, ENTRY, policy("2"), Check.QUORUM);
    assertThat(both.verify(ENTRY, policy("2")).cosignatures()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wrong-header\nindex 0\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nextra !!notbase64!!\nindex 0\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\n\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nindex notanumber\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nindex -5\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nindex 01\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nindex 0\n!!notbase64!!\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nindex 0\n"
      })
  void badForm_isRefused(String text) {
    assertThatThrownBy(() -> LogProof.parse(text)).isInstanceOf(ProofException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "quorum nobody\n",
        "quorum none\nquorum none\n",
        "log x\nquorum none\n",
        "LOG\nLOG\nquorum none\n",
        "W1\ngroup g 2 one\nquorum g\n",
        "W1\ngroup g 0 one\nquorum g\n",
        "W1\ngroup g any one one\nquorum g\n",
        "W1\ngroup g any none\nquorum g\n",
        "W1\nW1\nquorum one\n",
        "W1\ngroup one any one\nquorum one\n",
        "wrong line\nquorum none\n",
        "quorum none\r\n"
      })
  void badPolicy_isRefused(String text) {
    String policy =
        text.replace("LOG", "log " + LOG.key()).replace("W1", "witness one " + FIRST.key());

    assertThatThrownBy(() -> LogPolicy.parse(policy)).isInstanceOf(ProofException.class);
  }

  private static LogPolicy policy(String threshold) {
    return LogPolicy.parse(
        """
        # who is believed
        log %s
        witness one %s https://w.example/
        \twitness two %s
        group g %s one two
        quorum g
        """
            .formatted(LOG.key(), FIRST.key(), SECOND.key(), threshold));
  }

  private static void refused(LogProof proof, byte[] entry, LogPolicy policy, Check check) {
    assertThatThrownBy(() -> proof.verify(entry, policy))
        .isInstanceOfSatisfying(
            ProofException.class, refused -> assertThat(refused.check()).isEqualTo(check));
  }
}
