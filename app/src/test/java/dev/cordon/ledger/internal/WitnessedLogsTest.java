package dev.cordon.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.cordon.DatabaseTest;
import dev.cordon.kernel.merkle.Checkpoint;
import dev.cordon.kernel.merkle.CompactRange;
import dev.cordon.kernel.merkle.Hash;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.kernel.merkle.NoteSigner;
import dev.cordon.kernel.merkle.OpenedCheckpoint;
import dev.cordon.kernel.merkle.Proofs;
import dev.cordon.kernel.merkle.WitnessRefusal;
import dev.cordon.kernel.merkle.WitnessRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** This installation as a witness for others. */
class WitnessedLogsTest extends DatabaseTest {

  private static final List<Hash> LEAVES =
      IntStream.range(0, 40).mapToObj(number -> Hash.ofLeaf(new byte[] {(byte) number})).toList();

  @Autowired private WitnessKeys keys;
  @Autowired private MockMvc http;
  @TempDir private Path folder;

  private final NoteSigner log = NoteSigner.generate("log.example/" + System.nanoTime());

  @SuppressWarnings("NullAway.Init")
  private WitnessedLogs witness;

  @BeforeEach
  void name() throws IOException {
    Path policy =
        Files.writeString(folder.resolve("logs"), "log %s\nquorum none\n".formatted(log.key()));
    witness =
        new WitnessedLogs(
            jdbc, keys, new LedgerSettings(null, policy, Duration.ofMinutes(10), null, null));
  }

  @Test
  void growingLog_isCosignedWithBothKeys() {
    WitnessRequest first = request(0, 5);
    NoteKey[] trusted = {
      log.key(), NoteKey.parse(keys.texts().getFirst()), NoteKey.parse(keys.texts().getLast())
    };

    assertThat(OpenedCheckpoint.open(first.note() + judge(first).lines(), trusted).cosignatures())
        .hasSize(2);
    assertThat(judge(request(5, 12)).refusal()).isNull();
    assertThat(judge(request(12, 12)).refusal()).isNull();
  }

  @Test
  void log_neverGoesBack() {
    judge(request(0, 12));

    WitnessRefusal refusal = Objects.requireNonNull(judge(request(0, 5)).refusal());
    assertThat(refusal.reason()).isEqualTo(WitnessRefusal.Reason.CONFLICT);
    assertThat(refusal.knownSize()).isEqualTo(12);
    assertThatThrownBy(() ->
            jdbc.sql("update cordon.witnessed_log set size = 5 where origin = ?")
                .params(log.key().name())
                .update())
        .rootCause()
        .hasMessageContaining("never goes back");
  }

  @Test
  void twoHistories_areWrittenDownWithTheProof() {
    judge(request(0, 5));
    Checkpoint other = new Checkpoint(log.key().name(), 5, Hash.ofLeaf(new byte[] {99}));

    WitnessedLogs.Answer answer = judge(new WitnessRequest(5, List.of(), log.sign(other.text())));

    assertThat(Objects.requireNonNull(answer.refusal()).isSplitView()).isTrue();
    assertThat(answer.lines()).isEmpty();
    assertThat(
            jdbc.sql("select request from cordon.witness_alarm where origin = ?")
                .params(log.key().name())
                .query(String.class)
                .single())
        .contains(other.root().base64());
  }

  @Test
  void requestsAtOnce_areJudgedOneByOne() {
    judge(request(0, 5));

    List<WitnessedLogs.Answer> answers =
        IntStream.range(6, 14)
            .mapToObj(size -> CompletableFuture.supplyAsync(() -> judge(request(5, size))))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers.stream().filter(answer -> answer.refusal() == null)).hasSize(1);
  }

  @Test
  void overHttp_theStatusIsThatOfTheProtocol() throws Exception {
    http.perform(post("/witness/add-checkpoint").content(request(0, 5).body()))
        .andExpect(status().isNotFound());
    http.perform(post("/witness/add-checkpoint").content("nonsense"))
        .andExpect(status().isBadRequest());
    http.perform(post("/witness/add-checkpoint").content(new byte[] {(byte) 0xff, 0}))
        .andExpect(status().isBadRequest());
    http.perform(post("/witness/add-checkpoint").content("x".repeat(70_000)))
        .andExpect(status().isBadRequest());
  }

  private WitnessedLogs.Answer judge(WitnessRequest request) {
    return get(administrator, () -> witness.judge(request.body()));
  }

  private WitnessRequest request(int from, int to) {
    Checkpoint checkpoint = new Checkpoint(log.key().name(), to, root(LEAVES.subList(0, to)));
    return new WitnessRequest(
        from,
        from == 0
            ? List.of()
            : Proofs.consistency(
                from,
                to,
                (level, index) ->
                    root(LEAVES.subList((int) index << level, (int) (index + 1) << level))),
        log.sign(checkpoint.text()));
  }

  private static Hash root(List<Hash> leaves) {
    CompactRange range = new CompactRange();
    leaves.forEach(range::append);
    return range.root();
  }
}
