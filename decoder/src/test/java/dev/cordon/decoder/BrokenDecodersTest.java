package dev.cordon.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.kernel.perceptual.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A decoder that hangs, dies, eats, floods or lies costs one file. */
@Timeout(120)
class BrokenDecodersTest {

  private static final byte[] PICTURE = Pictures.encoded(Pictures.waves(640, 480), "png");

  @ParameterizedTest
  @CsvSource({
    "hang, took longer than 1 seconds and was stopped",
    "garbage, answer was broken",
    "long, answer was broken (a message of 2147483647 bytes)",
    "flood, answer was broken (more frames than were asked for)",
    "reread, answer was broken (it read the file over and over)",
  })
  void badWorker_costsOneFile(String kind, String reason) {
    try (Decoders decoders = new Decoders(1, Launch.confined(BadWorker.class.getName(), kind))) {
      DecodeRequest request =
          DecodeRequest.USUAL.within(Duration.ofSeconds(kind.equals("hang") ? 1 : 60));
      Decoded first = decoders.decode(Contents.of(PICTURE), request);
      Decoded second = decoders.decode(Contents.of(PICTURE), request);
      assertThat(first.reason()).startsWith("could not be decoded: ").contains(reason);
      assertThat(second.reason()).as("another process took the next").contains(reason);
    }
  }

  @Test
  void memoryEater_isStoppedByTheLimit() {
    try (Decoders decoders =
        new Decoders(1, Launch.confined(BadWorker.class.getName(), "memory"))) {
      String reason = decoders.decode(Contents.of(PICTURE), DecodeRequest.USUAL).reason();
      assertThat(reason).contains("stopped after");
      int megabytes = Integer.parseInt(reason.replaceAll(".* after (\\d+) MB", "$1"));
      assertThat(megabytes).isLessThan(3072);
    }
  }

  @Test
  void crashedDecoder_isReplaced() throws Exception {
    try (Decoders decoders = new Decoders(1)) {
      assertThat(decoders.decode(Contents.of(PICTURE), DecodeRequest.USUAL).reason()).isEmpty();
      long before = cores();
      Contents deadly =
          new Contents() {
            @Override
            public long size() {
              return PICTURE.length;
            }

            @Override
            public int read(long position, byte[] into, int length) throws IOException {
              signalDecoders("SEGV");
              return Contents.of(PICTURE).read(position, into, length);
            }
          };
      Decoded broken = decoders.decode(deadly, DecodeRequest.USUAL);
      assertThat(broken.reason())
          .startsWith("could not be decoded: the decoder broke down over it");
      assertThat(decoders.decode(Contents.of(PICTURE), DecodeRequest.USUAL).reason()).isEmpty();
      assertThat(cores()).as("no core file").isEqualTo(before);
    }
  }

  @Test
  void decoderThatDoesNotStart_isNoFaultOfTheFile() {
    try (Decoders decoders = new Decoders(1, Launch.of(List.of("/bin/sh", "-c", "exit 7")))) {
      assertThatThrownBy(() -> decoders.decode(Contents.of(PICTURE), DecodeRequest.USUAL))
          .isInstanceOf(DecoderException.class)
          .hasMessageContaining("does not start");
    }
  }

  @Test
  void unreadableContents_areTheReason() {
    Contents unreadable =
        new Contents() {
          @Override
          public long size() {
            return 1000;
          }

          @Override
          public int read(long position, byte[] into, int length) throws IOException {
            throw new IOException("the disk is gone");
          }
        };
    try (Decoders decoders = new Decoders(1)) {
      assertThat(decoders.decode(unreadable, DecodeRequest.USUAL).reason())
          .contains("its bytes can not be read from 0 on");
      assertThat(decoders.decode(Contents.of(PICTURE), DecodeRequest.USUAL).reason()).isEmpty();
    }
  }

  @Test
  void confinedProcess_hasNoNetworkAndWritesNothing() {
    try (DecoderProcess process =
        new DecoderProcess(
            Launch.confined(BadWorker.class.getName(), "probe"),
            java.util.concurrent.Executors.newSingleThreadScheduledExecutor())) {
      assertThat(process.isolation()).doesNotContain("writes").doesNotContain("connects");
    }
    try (Decoders decoders = new Decoders(1)) {
      assertThat(decoders.isolation()).contains("no network").contains("no writing");
    }
  }

  /** Ends the decoders this test has started, and no other process. */
  private static void signalDecoders(String signal) throws IOException {
    List<String> own =
        ProcessHandle.current()
            .descendants()
            .filter(one -> one.info().command().orElse("").endsWith("/java"))
            .map(one -> String.valueOf(one.pid()))
            .toList();
    assertThat(own).isNotEmpty();
    try {
      for (String one : own) {
        new ProcessBuilder("kill", "-" + signal, one).start().waitFor(5, TimeUnit.SECONDS);
      }
      Thread.sleep(200);
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  private static long cores() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("."))) {
      return files.filter(file -> file.getFileName().toString().matches("core.*|hs_err.*")).count();
    }
  }
}
