package dev.cordon.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes under load is killed at random moments, every other time its database with
 * it: no acknowledged entry is lost, no entry stands without its change, no change without its
 * entry, and the ledger verifies with its database.
 */
class LedgerKillTest {

  @TempDir private Path folder;
  private final List<String> acknowledged = new ArrayList<>();

  @Test
  void twoKills_loseNothing() throws Exception {
    kill(2, 11);
  }

  @Tag("long")
  @Test
  void hundredKills_loseNothing() throws Exception {
    kill(100, 12);
  }

  private void kill(int rounds, int seed) throws Exception {
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      round(random.nextInt(10, 1500), round % 2 == 1);
      if (round % 20 == 19) {
        assertThat(check()).as("after %d kills", round + 1).isEqualTo("WHOLE");
      }
    }
    assertThat(acknowledged).isNotEmpty();
    assertThat(check()).isEqualTo("WHOLE");
  }

  private void round(int milliseconds, boolean withDatabase) throws Exception {
    Process child = start("write");
    BufferedReader lines = child.inputReader(StandardCharsets.UTF_8);
    assertThat(lines.readLine()).isEqualTo("READY");
    Thread killer =
        Thread.ofVirtual()
            .start(() -> {
              try {
                Thread.sleep(milliseconds);
                if (withDatabase) {
                  killDatabase();
                }
              } catch (InterruptedException | IOException failed) {
                throw new IllegalStateException(failed);
              } finally {
                // Not the process itself: that would close what it said before.
                child.toHandle().destroyForcibly();
              }
            });
    String line = lines.readLine();
    while (line != null) {
      // A line cut by the kill is no acknowledgement anyone has seen.
      if (line.length() == 36) {
        acknowledged.add(line);
      }
      line = lines.readLine();
    }
    killer.join();
    child.waitFor();
  }

  private String check() throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("acknowledged"), acknowledged);
    Process child = start("check", file.toString());
    // Its log may speak before and after the verdict.
    String verdict =
        child
            .inputReader(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.matches("(WHOLE|BROKEN).*"))
            .findFirst()
            .orElse("no verdict");
    child.waitFor();
    return verdict;
  }

  private Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                LedgerChild.class.getName(),
                folder.resolve("data").toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile()).start();
  }

  private void killDatabase() throws IOException {
    String process =
        Files.readAllLines(folder.resolve("data/database/postmaster.pid")).getFirst().strip();
    ProcessHandle.of(Long.parseLong(process)).ifPresent(ProcessHandle::destroyForcibly);
  }
}
