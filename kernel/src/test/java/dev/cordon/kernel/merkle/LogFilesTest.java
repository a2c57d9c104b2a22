package dev.cordon.kernel.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.kernel.KernelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogFilesTest {

  private static final NoteSigner SIGNER = NoteSigner.generate("log.example");

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 255, 256, 257, 511, 512, 600, 66_000})
  void log_ofAnySize_verifies(int size) {
    write(0, size);

    assertThat(LogVerifier.verify(directory, SIGNER.key()))
        .isNotEmpty()
        .allMatch(LogVerifier.Step::held);
  }

  @Test
  void log_writtenInPieces_isTheSame() {
    write(0, 1);
    write(1, 255);
    write(255, 256);
    LogWriter.Published pieces = write(256, 700);

    assertThat(pieces.checkpoint().root()).isEqualTo(root(700));
    assertThat(LogVerifier.verify(directory, SIGNER.key())).allMatch(LogVerifier.Step::held);
  }

  @Test
  void filesBeyondTheCheckpoint_areWrittenAgain() {
    write(0, 200);
    LogWriter killed = LogWriter.open(directory, SIGNER);
    for (int number = 200; number < 600; number++) {
      killed.append(entry(number));
    }

    assertThat(LogWriter.open(directory, SIGNER).size()).isEqualTo(200);
    assertThat(write(200, 650).checkpoint().root()).isEqualTo(root(650));
    assertThat(LogVerifier.verify(directory, SIGNER.key())).allMatch(LogVerifier.Step::held);
  }

  /** Of tiles, entries, the checkpoint, kept ones with a cosignature and replaced partial tiles. */
  @ParameterizedTest
  @EnumSource(
      value = SignatureType.class,
      names = {"COSIGNATURE", "ML_DSA_44"})
  void everyFlippedByte_failsAndNamesTheCheck(SignatureType cosignature) throws IOException {
    Cosigner witness = Cosigner.generate("w.example", cosignature);
    write(0, 3);
    keep(write(3, 5), witness);
    write(5, 6);
    LogPolicy policy =
        LogPolicy.parse("log %s\nwitness w %s\nquorum w\n".formatted(SIGNER.key(), witness.key()));
    assertThat(LogVerifier.verify(directory, policy)).allMatch(LogVerifier.Step::held).hasSize(7);
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] ^= 1;
        Files.write(file, bytes);
        LogVerifier.Step last = LogVerifier.verify(directory, policy).getLast();
        assertThat(last.held()).as("%s, byte %d", directory.relativize(file), at).isFalse();
        assertThat(last.detail()).isNotBlank();
        bytes[at] ^= 1;
      }
      Files.write(file, bytes);
    }
    assertThat(LogVerifier.verify(directory, policy)).allMatch(LogVerifier.Step::held);
  }

  @Test
  void removedEntries_areNoticed() throws IOException {
    Cosigner witness = Cosigner.generate("w.example", SignatureType.ML_DSA_44);
    write(0, 300);
    String before = Files.readString(directory.resolve("checkpoint"));
    keep(write(300, 310), witness);
    Files.writeString(directory.resolve("checkpoint"), before);

    assertThat(LogVerifier.verify(directory, SIGNER.key()).getLast())
        .satisfies(last -> {
          assertThat(last.check()).isEqualTo(Check.HISTORY);
          assertThat(last.detail()).contains("checkpoints/310", "some are gone");
        });
  }

  @Test
  void changedHistory_isNoticed() {
    Cosigner witness = Cosigner.generate("w.example", SignatureType.ML_DSA_44);
    write(0, 300);
    Checkpoint forged = new Checkpoint("log.example", 290, root(289));
    LogWriter.keep(
        directory,
        SIGNER.key(),
        SIGNER.sign(forged.text()) + witness.cosign(forged.text(), Instant.now()));

    assertThat(LogVerifier.verify(directory, SIGNER.key()).getLast().check())
        .isEqualTo(Check.HISTORY);
  }

  @Test
  void keptCheckpoints_ofEverySize_areChecked() {
    for (int size : new int[] {0, 1, 255, 256, 257, 512, 700}) {
      LogWriter writer = LogWriter.open(directory, SIGNER);
      for (int number = (int) writer.size(); number < size; number++) {
        writer.append(entry(number));
      }
      LogWriter.keep(directory, SIGNER.key(), writer.publish().note());
    }

    assertThat(LogVerifier.verify(directory, SIGNER.key())).allMatch(LogVerifier.Step::held);
  }

  @Test
  void strayFile_isNamed() throws IOException {
    write(0, 3);
    Files.writeString(directory.resolve("tile/0/hidden"), "x");

    assertThat(LogVerifier.verify(directory, SIGNER.key()).getLast().check())
        .isEqualTo(Check.STRAY);
  }

  @Test
  void replacedPartialTiles_goAfterTwoCheckpoints() throws IOException {
    LogWriter writer = LogWriter.open(directory, SIGNER);
    for (int number = 0; number < 300; number++) {
      writer.append(entry(number));
      writer.publish();
    }

    assertThat(files().stream().filter(file -> file.toString().contains(".p/"))).hasSizeLessThan(7);
    assertThat(LogVerifier.verify(directory, SIGNER.key())).allMatch(LogVerifier.Step::held);
  }

  @Test
  void fullDisk_leavesTheLastCheckpoint() throws IOException {
    write(0, 300);
    LogWriter writer = LogWriter.open(directory, SIGNER);
    Path blocked = directory.resolve("tile/0/001.p");
    Files.move(blocked, directory.resolve("aside"));
    Files.writeString(blocked, "no folder can be made here");
    writer.append(entry(300));

    assertThatThrownBy(writer::publish).isInstanceOf(KernelException.class);

    Files.delete(blocked);
    Files.move(directory.resolve("aside"), blocked);
    assertThat(LogVerifier.verify(directory, SIGNER.key())).allMatch(LogVerifier.Step::held);
    assertThat(LogWriter.open(directory, SIGNER).size()).isEqualTo(300);
    assertThat(write(300, 301).checkpoint().root()).isEqualTo(root(301));
  }

  @Test
  void damage_isNamed() throws IOException {
    write(0, 300);

    damaged("tile/entries/001.p/44", 3, Check.TILE, "tile/0/001.p/44: hash 0");
    damaged("tile/0/000", 0, Check.TILE, "tile/0/000: hash 0");
    damaged("tile/1/000.p/1", 31, Check.TILE, "tile/1/000.p/1: hash 0");
    damaged("checkpoint", 13, Check.SIGNATURE, "log.example");
    Files.delete(directory.resolve("tile/entries/000"));
    LogVerifier.Step last = LogVerifier.verify(directory, SIGNER.key()).getLast();
    assertThat(last.check()).isEqualTo(Check.PRESENCE);
    assertThat(last.detail()).contains("tile/entries/000");
  }

  @Test
  void checkpoint_ofAnotherKey_isNotTrusted() {
    write(0, 3);

    assertThat(LogVerifier.verify(directory, NoteSigner.generate("log.example").key()))
        .singleElement()
        .satisfies(step -> assertThat(step.check()).isEqualTo(Check.KEY));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5, tile/0/000.p/5",
    "1234067, 256, tile/0/x001/x234/067",
    "999, 256, tile/0/999",
    "1000, 1, tile/0/x001/000.p/1"
  })
  void path_isAsPublished(long index, int width, String path) {
    assertThat(Tiles.tilePath(0, index, width)).isEqualTo(path);
  }

  private void damaged(String file, int at, Check check, String detail) throws IOException {
    Path path = directory.resolve(file);
    byte[] bytes = Files.readAllBytes(path);
    bytes[at] ^= 1;
    Files.write(path, bytes);
    LogVerifier.Step last = LogVerifier.verify(directory, SIGNER.key()).getLast();
    bytes[at] ^= 1;
    Files.write(path, bytes);
    assertThat(last.held()).isFalse();
    assertThat(last.check()).isEqualTo(check);
    assertThat(last.detail()).contains(detail);
  }

  private void keep(LogWriter.Published published, Cosigner witness) {
    LogWriter.keep(
        directory,
        SIGNER.key(),
        published.note()
            + witness.cosign(published.checkpoint().text(), Instant.ofEpochSecond(1_700_000_000)));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }

  private LogWriter.Published write(int from, int to) {
    LogWriter writer = LogWriter.open(directory, SIGNER);
    assertThat(writer.size()).isEqualTo(from);
    for (int number = from; number < to; number++) {
      writer.append(entry(number));
    }
    return writer.publish();
  }

  private static Hash root(int size) {
    CompactRange range = new CompactRange();
    for (int number = 0; number < size; number++) {
      range.append(Hash.ofLeaf(entry(number)));
    }
    return range.root();
  }

  private static byte[] entry(int number) {
    return ("entry " + number).getBytes(StandardCharsets.UTF_8);
  }
}
