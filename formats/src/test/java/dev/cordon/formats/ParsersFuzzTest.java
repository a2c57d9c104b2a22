package dev.cordon.formats;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No input may throw anything but a {@link FormatException}. With JAZZER_FUZZ=1 in the environment
 * and {@code -Dtest=ParsersFuzzTest#csv} one of these fuzzes; without it the inputs found before
 * run again. The long variants change seeds at random, each parser for two minutes.
 */
class ParsersFuzzTest {

  private static final Duration LONG = Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 120));
  private static final String SIGNS = "'\"\\,;(){}[]\n\0:|#-/*`0x<>&=%$\t@";

  @FuzzTest(maxDuration = "2m")
  void sql(byte[] bytes) throws IOException {
    FuzzTarget.SQL.read(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void csv(byte[] bytes) throws IOException {
    FuzzTarget.CSV.read(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void accessLog(byte[] bytes) throws IOException {
    FuzzTarget.ACCESS_LOG.read(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void logFormat(byte[] bytes) throws IOException {
    FuzzTarget.LOG_FORMAT.read(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void w3cLog(byte[] bytes) throws IOException {
    FuzzTarget.W3C_LOG.read(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void json(byte[] bytes) throws IOException {
    FuzzTarget.JSON.read(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void jsonLines(byte[] bytes) throws IOException {
    FuzzTarget.JSON_LINES.read(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void php(byte[] bytes) throws IOException {
    FuzzTarget.PHP.read(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void tip(byte[] bytes) throws IOException {
    FuzzTarget.TIP.read(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void profile(byte[] bytes) throws IOException {
    FuzzTarget.PROFILE.read(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void sqlite(byte[] bytes) throws IOException {
    FuzzTarget.SQLITE.read(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void workbook(byte[] bytes) throws IOException {
    FuzzTarget.WORKBOOK.read(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void archive(byte[] bytes) throws IOException {
    FuzzTarget.ARCHIVE.read(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void packed(byte[] bytes) throws IOException {
    FuzzTarget.PACKED.read(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void report(byte[] bytes) throws IOException {
    FuzzTarget.REPORT.read(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void content(byte[] bytes) throws IOException {
    FuzzTarget.CONTENT.read(bytes);
  }

  @ParameterizedTest
  @EnumSource
  void mutatedSeeds_throwNothing(FuzzTarget target) throws IOException {
    for (byte[] seed : target.seeds()) {
      target.read(seed);
    }
    Random random = new Random(8);
    for (int round = 0; round < 1500; round++) {
      target.read(mutated(target.seeds(), random));
    }
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource
  void mutatedSeedsLong_throwNothing(FuzzTarget target) throws IOException {
    campaign(target, LONG, System.nanoTime());
  }

  /** Reads mutated seeds for some time; an input that fails is told in full. Returns how many. */
  static long campaign(FuzzTarget target, Duration time, long seed) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    Random random = new Random(seed);
    List<byte[]> seeds = target.seeds();
    long rounds = 0;
    while (System.nanoTime() - end < 0) {
      byte[] bytes = mutated(seeds, random);
      rounds++;
      try {
        target.read(bytes);
      } catch (IOException | RuntimeException | Error failure) {
        throw new AssertionError(
            target + " fails at " + java.util.HexFormat.of().formatHex(bytes), failure);
      }
    }
    return rounds;
  }

  /** A seed with a few bytes changed, pieces left out, repeated or taken from another. */
  private static byte[] mutated(List<byte[]> seeds, Random random) {
    byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
    for (int change = random.nextInt(8); change > 0 && bytes.length > 0; change--) {
      int place = random.nextInt(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes[place] = (byte) random.nextInt(256);
        case 1 -> bytes[place] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
        case 2 -> bytes = Arrays.copyOf(bytes, place);
        case 3 -> bytes = spliced(bytes, place, bytes, random);
        case 4 -> bytes = spliced(bytes, place, seeds.get(random.nextInt(seeds.size())), random);
        default -> bytes[place] ^= (byte) (1 << random.nextInt(8));
      }
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int place, byte[] other, Random random) {
    int from = random.nextInt(other.length + 1);
    int length = random.nextInt(Math.min(200, other.length - from) + 1);
    byte[] all = new byte[Math.min(bytes.length + length, 1 << 16)];
    System.arraycopy(bytes, 0, all, 0, place);
    System.arraycopy(other, from, all, place, Math.min(length, all.length - place));
    int rest = Math.min(bytes.length - place, all.length - place - length);
    if (rest > 0) {
      System.arraycopy(bytes, place, all, place + length, rest);
    }
    return all;
  }
}
