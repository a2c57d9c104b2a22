package dev.cordon.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.kernel.merkle.LogVerifier;
import dev.cordon.kernel.merkle.NoteKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a working server, its database left running or killed with it, again and again: what was
 * acknowledged is there, with its entry, and the ledger verifies.
 */
@Tag("long")
class KillTest {

  private static final int ROUNDS = 4;

  @TempDir private Path folder;
  private final List<String> acknowledged = new ArrayList<>();
  private ServerProcess server = new ServerProcess(Path.of(""));

  @Test
  void acknowledgedWork_survivesKills() throws Exception {
    Random random = new Random(1);
    server = new ServerProcess(folder.resolve("data"));
    for (int round = 0; round < ROUNDS; round++) {
      server.start();
      CountDownLatch additions = new CountDownLatch(3 + random.nextInt(20));
      Thread killer = killAfter(additions, round % 2 == 1);
      addUntilRefused(additions);
      killer.join();
      server.awaitEnd();
    }
    server.start();
    try {
      String agencies = server.get("api/agencies").body();
      assertThat(acknowledged).isNotEmpty().allSatisfy(name -> assertThat(agencies).contains(name));
      assertThat(size(server.get("api/ledger").body())).isGreaterThanOrEqualTo(acknowledged.size());
    } finally {
      server.stop();
    }
    Path ledger = folder.resolve("data/ledger");
    assertThat(LogVerifier.verify(ledger, NoteKey.parse(Files.readString(ledger.resolve("key")))))
        .allMatch(LogVerifier.Step::held);
  }

  private Thread killAfter(CountDownLatch additions, boolean withDatabase) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            additions.await();
            server.kill(withDatabase);
          } catch (InterruptedException | IOException failed) {
            throw new IllegalStateException(failed);
          }
        });
  }

  private void addUntilRefused(CountDownLatch additions) throws InterruptedException {
    try {
      int status = 201;
      while (status == 201) {
        String name = "Agency " + acknowledged.size() + "-" + System.nanoTime();
        status =
            server
                .post("api/agencies", "{\"name\":\"" + name + "\",\"country\":\"DK\"}")
                .statusCode();
        if (status == 201) {
          acknowledged.add(name);
          additions.countDown();
        }
      }
    } catch (IOException killed) {
      // What the kill interrupted was not acknowledged.
    }
  }

  private static long size(String state) {
    Matcher size = Pattern.compile("\"(?:size|waiting)\":(\\d+)").matcher(state);
    return size.results().mapToLong(result -> Long.parseLong(result.group(1))).sum();
  }
}
