package dev.cordon.run;

import java.io.PrintWriter;
import java.util.Locale;

/** How far a file has been read: one moving line on a terminal, a plain line now and then else. */
final class Progress implements AutoCloseable {

  private static final long TERMINAL_NANOS = 200_000_000L;
  private static final long PLAIN_NANOS = 10_000_000_000L;

  private final PrintWriter writer;
  private final String name;
  private final long totalBytes;
  private final boolean isTerminal = System.console() != null && System.console().isTerminal();
  private final long start = System.nanoTime();
  private long next = start + (isTerminal ? TERMINAL_NANOS : PLAIN_NANOS);
  private long bytes;
  private boolean isShown;

  Progress(PrintWriter writer, String name, long totalBytes) {
    this.writer = writer;
    this.name = name;
    this.totalBytes = Math.max(1, totalBytes);
  }

  /** So many bytes more were read; each file is read twice. */
  void advance(long count) {
    bytes += count;
    long now = System.nanoTime();
    if (now < next) {
      return;
    }
    next = now + (isTerminal ? TERMINAL_NANOS : PLAIN_NANOS);
    double seconds = (now - start) / 1e9;
    double rate = bytes / seconds;
    String line =
        String.format(
            Locale.ROOT,
            "%s: %d %%, %.1f MB/s, about %.0f s left",
            name,
            Math.min(100, bytes * 100 / totalBytes),
            rate / 1e6,
            Math.max(0, (totalBytes - bytes) / Math.max(1, rate)));
    if (isTerminal) {
      writer.print("\r" + line + "\u001b[K");
      isShown = true;
    } else {
      writer.println(line);
    }
    writer.flush();
  }

  /** Takes the moving line away. */
  void clear() {
    if (isShown) {
      writer.print("\r\u001b[K");
      writer.flush();
      isShown = false;
    }
  }

  @Override
  public void close() {
    clear();
  }
}
