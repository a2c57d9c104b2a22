package dev.cordon.backup;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * Tells how far a long copy is: on a terminal one line that is written over, elsewhere a plain line
 * now and then. Not thread-safe.
 */
final class Progress {

  private static final long TERMINAL_EVERY_NANOS = Duration.ofMillis(500).toNanos();
  private static final long PLAIN_EVERY_NANOS = Duration.ofSeconds(30).toNanos();
  private static final double MEGABYTE = 1e6;

  private final PrintWriter out;
  private final boolean isTerminal;
  private final boolean isQuiet;
  private String step = "";
  private long expectedBytes;
  private long doneBytes;
  private long startedAt = System.nanoTime();
  private long toldAt = startedAt;
  private boolean isLineOpen;

  /**
   * Into a writer.
   *
   * @param isQuiet for programs that read the output
   */
  Progress(PrintWriter out, boolean isQuiet) {
    this.out = out;
    this.isQuiet = isQuiet;
    this.isTerminal = !isQuiet && System.console() != null && System.console().isTerminal();
  }

  /** A copy of so many bytes begins. */
  void expect(long bytes) {
    expectedBytes = bytes;
    doneBytes = 0;
    startedAt = System.nanoTime();
    toldAt = startedAt;
  }

  /** What is being done now. */
  void step(String words) {
    step = words;
    if (!isQuiet && !isTerminal) {
      line(words);
    }
  }

  /** Bytes were read. */
  void done(long bytes) {
    doneBytes += bytes;
    long now = System.nanoTime();
    if (isQuiet || now - toldAt < (isTerminal ? TERMINAL_EVERY_NANOS : PLAIN_EVERY_NANOS)) {
      return;
    }
    toldAt = now;
    String words = step + ": " + words(doneBytes, expectedBytes, now - startedAt);
    if (isTerminal) {
      out.print("\r" + words + "   ");
      out.flush();
      isLineOpen = true;
    } else {
      line("  " + words);
    }
  }

  /** A line that stays. */
  void line(String words) {
    if (isQuiet) {
      return;
    }
    if (isLineOpen) {
      out.print("\r" + " ".repeat(78) + "\r");
      isLineOpen = false;
    }
    out.println(words);
    out.flush();
  }

  static String words(long done, long expected, long nanos) {
    double seconds = Math.max(nanos, 1) / 1e9;
    double rate = done / seconds;
    long left = done == 0 ? 0 : Math.round(Math.max(0, expected - done) / rate);
    return "%.0f of %.0f MB, %.0f MB/s, %d:%02d left"
        .formatted(
            done / MEGABYTE,
            Math.max(done, expected) / MEGABYTE,
            rate / MEGABYTE,
            left / 60,
            left % 60);
  }

  /** A size for a reader. */
  static String size(long bytes) {
    return bytes < 10_000
        ? bytes + " bytes"
        : String.format(Locale.ROOT, "%,.1f MB", bytes / MEGABYTE);
  }
}
