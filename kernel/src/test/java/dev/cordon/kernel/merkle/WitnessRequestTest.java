package dev.cordon.kernel.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessRequestTest {

  private static final NoteSigner LOG = NoteSigner.generate("log.example");
  private static final List<Hash> LEAVES =
      IntStream.range(0, 20).mapToObj(number -> Hash.ofLeaf(new byte[] {(byte) number})).toList();

  @Test
  void growingLog_isCosigned() {
    Checkpoint first = checkpoint(5);
    assertThat(request(0, 5).judge(Optional.empty(), LOG.key())).isEqualTo(first);

    WitnessRequest sent = WitnessRequest.parse(request(5, 13).body());

    assertThat(sent).isEqualTo(request(5, 13));
    assertThat(sent.judge(Optional.of(first), LOG.key())).isEqualTo(checkpoint(13));
    assertThat(request(13, 13).judge(Optional.of(checkpoint(13)), LOG.key()))
        .isEqualTo(checkpoint(13));
  }

  @Test
  void requestOfTheSpecification_isRead() {
    // C2SP tlog-witness, "add-checkpoint".
    WitnessRequest request =
        WitnessRequest.parse(
            """
            old 20852014
            PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
            jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
            5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
            /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            """);

    assertThat(request.oldSize()).isEqualTo(20_852_014);
    assertThat(request.proof()).hasSize(4);
    assertThat(request.claimedOrigin()).isEqualTo("example.com/behind-the-sofa");
  }

  @Test
  void refusals_areThoseOfTheProtocol() {
    Optional<Checkpoint> last = Optional.of(checkpoint(5));
    NoteSigner stranger = NoteSigner.generate("log.example");

    refused(request(5, 13), last, WitnessRefusal.Reason.UNKNOWN_LOG);
    refused(request(5, 13), last, WitnessRefusal.Reason.UNSIGNED, stranger.key());
    refused(request(0, 13), last, WitnessRefusal.Reason.CONFLICT, LOG.key());
    refused(request(4, 13), last, WitnessRefusal.Reason.CONFLICT, LOG.key());
    refused(request(5, 13), Optional.empty(), WitnessRefusal.Reason.CONFLICT, LOG.key());
    refused(
        new WitnessRequest(7, List.of(), note(checkpoint(5))),
        last,
        WitnessRefusal.Reason.MALFORMED,
        LOG.key());
    refused(
        new WitnessRequest(5, proof(5, 12), note(checkpoint(13))),
        last,
        WitnessRefusal.Reason.INCONSISTENT,
        LOG.key());
    refused(
        new WitnessRequest(0, proof(5, 13), note(checkpoint(13))),
        Optional.empty(),
        WitnessRefusal.Reason.INCONSISTENT,
        LOG.key());
  }

  @Test
  void log_canNotGoBack() {
    // The old size equals the last one, so the protocol answers 400: the new one is smaller.
    refused(
        new WitnessRequest(13, List.of(), note(checkpoint(5))),
        Optional.of(checkpoint(13)),
        WitnessRefusal.Reason.MALFORMED,
        LOG.key());
    refused(
        new WitnessRequest(0, List.of(), note(checkpoint(5))),
        Optional.of(checkpoint(13)),
        WitnessRefusal.Reason.CONFLICT,
        LOG.key());
  }

  @Test
  void twoHistories_areNamed() {
    Checkpoint other = new Checkpoint("log.example", 5, Hash.ofLeaf(new byte[] {99}));

    assertThatThrownBy(() ->
            new WitnessRequest(5, List.of(), note(other))
                .judge(Optional.of(checkpoint(5)), LOG.key()))
        .isInstanceOfSatisfying(
            WitnessRefusal.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(WitnessRefusal.Reason.CONFLICT);
              assertThat(refused.knownSize()).isEqualTo(5);
              assertThat(refused.isSplitView()).isTrue();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "old 5\n",
        "5\n\nnote",
        "old 05\n\nnote",
        "old -1\n\nnote",
        "old 1\nAAAA\n\nnote",
        "old 9999999999999999999\n\nnote"
      })
  void badForm_isRefused(String body) {
    assertThatThrownBy(() -> WitnessRequest.parse(body).claimedOrigin())
        .isInstanceOfSatisfying(
            WitnessRefusal.class, refused -> assertThat(refused.reason().status()).isEqualTo(400));
  }

  @Test
  void proofOfTooManyHashes_isRefused() {
    String body = "old 1\n" + (LEAVES.getFirst().base64() + "\n").repeat(64) + "\nnote";

    assertThatThrownBy(() -> WitnessRequest.parse(body)).hasMessageContaining("at most 63");
  }

  private static void refused(
      WitnessRequest request,
      Optional<Checkpoint> last,
      WitnessRefusal.Reason reason,
      NoteKey... keys) {
    assertThatThrownBy(() -> request.judge(last, keys))
        .isInstanceOfSatisfying(
            WitnessRefusal.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private static WitnessRequest request(int from, int to) {
    return new WitnessRequest(from, proof(from, to), note(checkpoint(to)));
  }

  private static List<Hash> proof(int from, int to) {
    return from == 0
        ? List.of()
        : Proofs.consistency(
            from,
            to,
            (level, index) ->
                root(LEAVES.subList((int) index << level, (int) (index + 1) << level)));
  }

  private static String note(Checkpoint checkpoint) {
    return LOG.sign(checkpoint.text());
  }

  private static Checkpoint checkpoint(int size) {
    return new Checkpoint("log.example", size, root(LEAVES.subList(0, size)));
  }

  private static Hash root(List<Hash> leaves) {
    CompactRange range = new CompactRange();
    leaves.forEach(range::append);
    return range.root();
  }
}
