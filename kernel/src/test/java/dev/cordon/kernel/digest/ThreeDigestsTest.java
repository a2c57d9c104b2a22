package dev.cordon.kernel.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreeDigestsTest {

  /** RFC 1321, A.5; FIPS 180-4 examples. */
  @Test
  void abc_hasThePublishedDigests() {
    assertThat(ThreeDigests.of("abc".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(
            new Digests(
                3,
                "900150983cd24fb0d6963f7d28e17f72",
                "a9993e364706816aba3e25717850c26c9cd0d89d",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  }

  /** Around the sizes of a buffer and of all buffers together. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 262_143, 262_144, 262_145, 1_048_575, 1_048_576, 1_048_577, 5_000_000})
  void threeWays_giveTheSame(int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    Digests expected = ThreeDigests.of(bytes);

    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      assertThat(ThreeDigests.of(dripping(bytes))).isEqualTo(expected);
      assertThat(ThreeDigests.of(dripping(bytes), executor)).isEqualTo(expected);
    }
    assertThat(expected.size()).isEqualTo(size);
    assertThat(expected.sha256()).isEqualTo(Sha256.hex(bytes));
  }

  /** A stream that gives less than is asked for, as pipes do. */
  private static InputStream dripping(byte[] bytes) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int from, int length) {
        return super.read(into, from, Math.min(length, 100_003));
      }
    };
  }

  @Test
  void failingStream_fails() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("bad sector");
          }
        };
    assertThatThrownBy(() -> ThreeDigests.of(failing)).hasMessage("bad sector");
    assertThatThrownBy(() -> ThreeDigests.of(failing, Runnable::run)).hasMessage("bad sector");
  }

  @Test
  void executorThatRefuses_failsInsteadOfLeavingTheDigestOut() {
    assertThatThrownBy(() ->
            ThreeDigests.of(
                new ByteArrayInputStream(new byte[10]),
                task -> {
                  throw new RejectedExecutionException("full");
                }))
        .hasStackTraceContaining("full");
  }

  @Test
  void rhashAndHashdeep_sayTheSame(@TempDir Path folder) throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/rhash"))
            && Files.isExecutable(Path.of("/usr/bin/hashdeep")),
        "rhash and hashdeep are not installed");
    byte[] bytes = new byte[3_000_001];
    new Random(1).nextBytes(bytes);
    Path file = Files.write(folder.resolve("file"), bytes);
    Digests digests = ThreeDigests.of(bytes);

    assertThat(run("rhash", "--printf=%m %h %{sha-256}\\n", file.toString()))
        .contains(digests.md5() + " " + digests.sha1() + " " + digests.sha256());
    assertThat(run("hashdeep", "-c", "md5,sha1,sha256", file.toString()))
        .contains(
            digests.size()
                + ","
                + digests.md5()
                + ","
                + digests.sha1()
                + ","
                + digests.sha256()
                + ",");
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
