package dev.cordon.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
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

  private static final int ROUNDS_BETWEEN_CHECKS = 20;

  @TempDir private Path folder;

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
    LedgerRun run = new LedgerRun(folder, folder.resolve("data"));
    for (int round = 1; round <= rounds; round++) {
      round(run, random.nextInt(10, 1500), round % 2 == 0);
      if (round % ROUNDS_BETWEEN_CHECKS == 0) {
        assertThat(run.check()).as("after %d kills", round).isEqualTo("WHOLE");
      }
    }
    assertThat(run.acknowledged()).isNotEmpty();
    assertThat(run.check()).isEqualTo("WHOLE");
  }

  private static void round(LedgerRun run, int milliseconds, boolean withDatabase)
      throws Exception {
    Process child = run.write();
    BufferedReader lines = LedgerRun.ready(child);
    Thread killer =
        Thread.ofVirtual()
            .start(() -> {
              try {
                Thread.sleep(milliseconds);
                if (withDatabase) {
                  run.killDatabase();
                }
              } catch (InterruptedException | IOException failed) {
                throw new IllegalStateException(failed);
              } finally {
                // Not the process itself: that would close what it said before.
                child.toHandle().destroyForcibly();
              }
            });
    run.readAll(lines);
    killer.join();
    child.waitFor();
  }
}
