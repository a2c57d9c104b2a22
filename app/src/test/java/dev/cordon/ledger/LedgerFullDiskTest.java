package dev.cordon.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk under the database and the ledger's files fills up while a process writes: each
 * acknowledged change has its entry afterwards, no entry stands without its change, and the ledger
 * verifies. Needs a file system of its own, which only root may mount.
 */
@Tag("long")
class LedgerFullDiskTest {

  private static final int BLOCK_SIZE_BYTES = 1 << 16;
  private static final int ROUNDS = 3;

  @TempDir private Path folder;
  private Path disk = Path.of("");

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        System.getProperty("user.name").equals("root")
            && run("mount", "-t", "tmpfs", "-o", "size=1200m", "full-disk-test", disk.toString()),
        "a small file system to fill up can not be mounted here: run as root on Linux");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", "-l", disk.toString());
  }

  @Test
  void fullDisk_losesNothing() throws Exception {
    LedgerRun run = new LedgerRun(folder, disk.resolve("data"));
    for (int round = 1; round <= ROUNDS; round++) {
      int before = run.acknowledged().size();
      fillWhileWriting(run, round % 2 == 0);
      assertThat(run.acknowledged().size()).as("written in round %d", round).isGreaterThan(before);
      assertThat(run.check()).as("after round %d", round).isEqualTo("WHOLE");
    }
  }

  /** In every other round space comes back while the process still tries to write. */
  private void fillWhileWriting(LedgerRun run, boolean spaceComesBack) throws Exception {
    Process child = run.write();
    BufferedReader lines = LedgerRun.ready(child);
    Path filler = disk.resolve("filler");
    Thread disaster =
        Thread.ofVirtual()
            .start(() -> {
              try {
                Thread.sleep(2_000);
                fill(filler);
                Thread.sleep(spaceComesBack ? 300 : 4_000);
                Files.delete(filler);
                Thread.sleep(1_000);
              } catch (InterruptedException | IOException failed) {
                throw new IllegalStateException(failed);
              } finally {
                child.toHandle().destroyForcibly();
              }
            });
    run.readAll(lines);
    disaster.join();
    child.waitFor();
    Files.deleteIfExists(filler);
  }

  /** Until nothing more goes in; what the database frees meanwhile is filled, too. */
  private static void fill(Path filler) throws IOException {
    byte[] block = new byte[BLOCK_SIZE_BYTES];
    for (int size = block.length; size > 0; size /= 2) {
      try (OutputStream out =
          Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        while (true) {
          out.write(block, 0, size);
        }
      } catch (IOException full) {
        assertThat(full).hasMessageContaining("No space left");
      }
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
