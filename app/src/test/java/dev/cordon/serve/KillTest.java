package dev.cordon.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.kernel.merkle.LogVerifier;
import dev.cordon.kernel.merkle.NoteKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
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
  private static final Pattern PASSWORD = Pattern.compile("password (\\S+) \\(shown once\\)");
  private static final Pattern ADDRESS = Pattern.compile("listens on (http://\\S+/)");

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> acknowledged = new ArrayList<>();
  private String password = "";
  private URI address = URI.create("http://127.0.0.1/");

  @Test
  void acknowledgedWork_survivesKills() throws Exception {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      Process server = start();
      CountDownLatch additions = new CountDownLatch(3 + random.nextInt(20));
      Thread killer = killAfter(additions, server, round % 2 == 1);
      addUntilRefused(additions);
      killer.join();
      server.waitFor();
    }
    Process last = start();
    try {
      String agencies = send(HttpRequest.newBuilder(address.resolve("api/agencies"))).body();
      assertThat(acknowledged).isNotEmpty().allSatisfy(name -> assertThat(agencies).contains(name));
      assertThat(size(send(HttpRequest.newBuilder(address.resolve("api/ledger"))).body()))
          .isGreaterThanOrEqualTo(acknowledged.size());
    } finally {
      last.destroy();
      last.waitFor();
    }
    Path ledger = folder.resolve("data/ledger");
    assertThat(LogVerifier.verify(ledger, NoteKey.parse(Files.readString(ledger.resolve("key")))))
        .allMatch(LogVerifier.Step::held);
  }

  private Process start() throws IOException {
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dcordon.sign-in.second-factor=optional",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.cordon.Cordon",
                "serve",
                "--plain",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader lines = server.inputReader(StandardCharsets.UTF_8);
    String line = lines.readLine();
    while (line != null) {
      Matcher secret = PASSWORD.matcher(line);
      if (secret.find()) {
        password = secret.group(1);
      }
      Matcher listens = ADDRESS.matcher(line);
      if (listens.find()) {
        address = URI.create(listens.group(1));
        return server;
      }
      line = lines.readLine();
    }
    throw new IllegalStateException("the server did not start");
  }

  private Thread killAfter(CountDownLatch additions, Process server, boolean withDatabase) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            additions.await();
            if (withDatabase) {
              killDatabase();
            }
          } catch (InterruptedException | IOException failed) {
            throw new IllegalStateException(failed);
          } finally {
            server.destroyForcibly();
          }
        });
  }

  private void killDatabase() throws IOException {
    String process =
        Files.readAllLines(folder.resolve("data/database/postmaster.pid")).getFirst().strip();
    ProcessHandle.of(Long.parseLong(process)).ifPresent(ProcessHandle::destroyForcibly);
  }

  private void addUntilRefused(CountDownLatch additions) throws InterruptedException {
    try {
      int status = 201;
      while (status == 201) {
        String name = "Agency " + acknowledged.size() + "-" + System.nanoTime();
        status =
            send(HttpRequest.newBuilder(address.resolve("api/agencies"))
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "{\"name\":\"" + name + "\",\"country\":\"DK\"}")))
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

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    String credentials =
        Base64.getEncoder()
            .encodeToString(("administrator:" + password).getBytes(StandardCharsets.UTF_8));
    return client.send(
        request.header("Authorization", "Basic " + credentials).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static long size(String state) {
    Matcher size = Pattern.compile("\"(?:size|waiting)\":(\\d+)").matcher(state);
    return size.results().mapToLong(result -> Long.parseLong(result.group(1))).sum();
  }
}
