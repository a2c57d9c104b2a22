package dev.cordon.formats.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The memory a list takes does not grow with its length: it is read in a heap of 24 MB. */
class EndlessListTest {

  @Test
  void list_isReadInASmallHeap() throws Exception {
    reads(48L << 20);
  }

  /** 20 GB; the same reader, the same heap. */
  @Test
  @Tag("long")
  void listOfTwentyGigabytes_isReadInTheSameHeap() throws Exception {
    reads(20L << 30);
  }

  private static void reads(long bytes) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                EndlessList.class.getName(),
                String.valueOf(bytes))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    String[] words = said.strip().split(" ");
    assertThat(words[0]).isEqualTo("JSON");
    long rows = Long.parseLong(words[1]) + Long.parseLong(words[2]);
    assertThat(rows).isGreaterThan(bytes / 600);
    assertThat(Long.parseLong(words[2])).isEqualTo(rows / 1000);
  }
}
