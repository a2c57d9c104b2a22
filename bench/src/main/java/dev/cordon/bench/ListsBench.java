package dev.cordon.bench;

import dev.cordon.hashing.lists.ListMatch;
import dev.cordon.hashing.lists.ListStore;
import dev.cordon.kernel.digest.Digests;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes a list of random digests, and asks a store for rows of it: how long a question takes, and
 * that each answer names the line the digest was written to.
 */
public final class ListsBench {

  private static final int QUESTIONS = 10_000;
  private static final HexFormat HEX = HexFormat.of();

  private ListsBench() {}

  /** {@code write FILE ROWS} or {@code ask STORE ROWS}. */
  public static void main(String[] arguments) throws IOException {
    long rows = Long.parseLong(arguments[2]);
    if (arguments[0].equals("write")) {
      write(Path.of(arguments[1]), rows);
    } else {
      ask(Path.of(arguments[1]), rows);
    }
  }

  /** The digests of a row depend on its number alone. */
  private static String digest(long row, int digits) {
    SplittableRandom random = new SplittableRandom(row * 31 + digits);
    StringBuilder text = new StringBuilder();
    while (text.length() < digits) {
      text.append(HEX.toHexDigits(random.nextLong()));
    }
    return text.substring(0, digits);
  }

  private static void write(Path file, long rows) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write("MD5,SHA1,Category\n".getBytes(StandardCharsets.US_ASCII));
      for (long row = 0; row < rows; row++) {
        String line = digest(row, 32) + "," + digest(row, 40) + "," + row % 6 + "\n";
        out.write(line.getBytes(StandardCharsets.US_ASCII));
      }
    }
    System.out.printf("%,d rows, %,d MB%n", rows, Files.size(file) >> 20);
  }

  private static void ask(Path folder, long rows) throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    long[] nanos = new long[QUESTIONS];
    try (ListStore store = ListStore.open(folder)) {
      for (int question = 0; question < QUESTIONS; question++) {
        boolean isListed = question % 2 == 0;
        long row = isListed ? random.nextLong(rows) : rows + question;
        Digests digests = new Digests(1, digest(row, 32), digest(row, 40), digest(row, 64));
        long start = System.nanoTime();
        List<ListMatch> matches = store.exact(digests).matches();
        nanos[question] = System.nanoTime() - start;
        boolean isRight =
            isListed
                ? matches.size() == 2 && matches.stream().allMatch(match -> match.line() == row + 2)
                : matches.isEmpty();
        if (!isRight) {
          throw new IllegalStateException("row " + row + " gave " + matches);
        }
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        "a question by three digests: median %.3f ms, 99 %% %.3f ms; every answer right%n",
        nanos[QUESTIONS / 2] / 1e6, nanos[QUESTIONS * 99 / 100] / 1e6);
  }
}
