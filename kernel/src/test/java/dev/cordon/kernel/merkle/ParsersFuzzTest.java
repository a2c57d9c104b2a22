package dev.cordon.kernel.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.kernel.KernelException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No note, checkpoint, key, proof, policy, request or tile may throw anything but what says which
 * check failed, and none that was changed may open. With JAZZER_FUZZ=1 one of these fuzzes; without
 * it the inputs found before run again. The long variant mutates seeds.
 */
class ParsersFuzzTest {

  private static final NoteSigner LOG = NoteSigner.generate("log.example");
  private static final Cosigner WITNESS = Cosigner.generate("w.example", SignatureType.COSIGNATURE);
  private static final Hash LEAF = Hash.ofLeaf(new byte[] {1});
  private static final String TEXT =
      new Checkpoint("log.example", 2, Hash.ofChildren(LEAF, LEAF)).text();
  private static final String NOTE =
      LOG.sign(TEXT) + WITNESS.cosign(TEXT, Instant.ofEpochSecond(1_700_000_000));
  private static final String PROOF =
      new LogProof(0, List.of(LEAF), NOTE, new byte[] {1, 2, 3}).text();
  private static final String POLICY =
      "log %s\nwitness w %s https://w.example/\ngroup g any w\nquorum g\n"
          .formatted(LOG.key(), WITNESS.key());
  private static final List<byte[]> SEEDS =
      List.of(
          bytes(TEXT),
          bytes(NOTE),
          bytes(PROOF),
          bytes(POLICY),
          bytes(LOG.key().text()),
          bytes(WITNESS.key().text()),
          bytes(new WitnessRequest(0, List.of(), NOTE).body()),
          Tiles.bundle(List.of(new byte[] {1}, new byte[0], new byte[] {2, 3})));

  @FuzzTest(maxDuration = "2m")
  void anyBytes(byte[] bytes) {
    readAll(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void note(byte[] bytes) {
    took(() -> OpenedCheckpoint.open(text(bytes), LOG.key(), WITNESS.key()));
  }

  @FuzzTest(maxDuration = "2m")
  void checkpoint(byte[] bytes) {
    took(() -> Checkpoint.parse(text(bytes)));
  }

  @FuzzTest(maxDuration = "2m")
  void proof(byte[] bytes) {
    took(() -> LogProof.parse(text(bytes)).verify(new byte[] {1}, LogPolicy.parse(POLICY)));
  }

  @FuzzTest(maxDuration = "2m")
  void tile(byte[] bytes) {
    took(() -> Tiles.entries(bytes, bytes.length == 0 ? 0 : bytes[0] & 0xff));
  }

  /** Lines of witnesses under a note that is whole. */
  @FuzzTest(maxDuration = "2m")
  void cosignature(byte[] bytes) {
    took(() -> OpenedCheckpoint.open(LOG.sign(TEXT) + text(bytes), LOG.key(), WITNESS.key()));
  }

  @FuzzTest(maxDuration = "2m")
  void policy(byte[] bytes) {
    took(() -> LogPolicy.parse(text(bytes)));
  }

  @FuzzTest(maxDuration = "2m")
  void request(byte[] bytes) {
    took(() -> WitnessRequest.parse(text(bytes)).judge(Optional.empty(), LOG.key()));
  }

  @Test
  void seeds_areRead() {
    assertThat(SEEDS.stream().mapToInt(ParsersFuzzTest::readAll).sum())
        .isGreaterThanOrEqualTo(SEEDS.size());
  }

  @Test
  void mutatedSeeds_throwNothingElse() {
    mutated(3_000, 21);
  }

  @Tag("long")
  @Test
  void mutatedSeedsLong_throwNothingElse() {
    mutated(300_000, 22);
  }

  private static void mutated(int rounds, int seed) {
    Random random = new Random(seed);
    String signs = "\n —+=/A0 9\t\r\0";
    for (int round = 0; round < rounds; round++) {
      byte[] bytes = SEEDS.get(random.nextInt(SEEDS.size())).clone();
      for (int change = random.nextInt(5); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] =
            random.nextBoolean()
                ? (byte) random.nextInt(256)
                : (byte) signs.charAt(random.nextInt(signs.length()));
      }
      readAll(
          random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
    }
  }

  /** How many of the readers took it. */
  private static int readAll(byte[] bytes) {
    String text = text(bytes);
    int taken = 0;
    taken += took(() -> Checkpoint.parse(text));
    taken += took(() -> NoteKey.parse(text));
    taken += took(() -> LogPolicy.parse(text));
    taken += took(() -> Tiles.entries(bytes, 3));
    taken += took(() -> WitnessRequest.parse(text).judge(Optional.empty(), LOG.key()));
    taken += took(() -> LogProof.parse(text).verify(new byte[] {1}, LogPolicy.parse(POLICY)));
    int opened = took(() -> OpenedCheckpoint.open(text, LOG.key(), WITNESS.key()));
    if (opened > 0) {
      assertThat(text).startsWith(TEXT);
    }
    return taken + opened;
  }

  private static int took(Runnable reader) {
    try {
      reader.run();
      return 1;
    } catch (KernelException refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return 0;
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
