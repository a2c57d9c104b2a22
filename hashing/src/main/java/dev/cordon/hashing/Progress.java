package dev.cordon.hashing;

import java.io.PrintWriter;
import java.util.Locale;

/** How far a run is: one moving line on a terminal, a plain line now and then else. */
public final class Progress {

  private static final long TERMINAL_NANOS = 200_000_000L;
  private static final long PLAIN_NANOS = 10_000_000_000L;

  private final PrintWriter writer;
  private final String what;
  private final boolean isTerminal = System.console() != null && System.console().isTerminal();
  private final long start = System.nanoTime();
  private long next = start + (isTerminal ? TERMINAL_NANOS : PLAIN_NANOS);
  private long things;
  private long bytes;
  private boolean isShown;
  private volatile long expected;
  private long reached;

  /** Counts from now on. */
  public Progress(PrintWriter writer, String what) {
    this.writer = writer;
    this.what = what;
  }

  /** Says how far it is, now and then. */
  public void advance(long moreThings, long moreBytes) {
    things += moreThings;
    bytes += moreBytes;
    long now = System.nanoTime();
    if (now < next) {
      return;
    }
    next = now + (isTerminal ? TERMINAL_NANOS : PLAIN_NANOS);
    double seconds = (now - start) / 1e9;
    String line =
        String.format(Locale.ROOT, "%,d %s, %,.0f a second", things, what, things / seconds);
    if (bytes > 0) {
      line +=
          String.format(
              Locale.ROOT, "; %,.1f MB, %,.1f MB a second", bytes / 1e6, bytes / 1e6 / seconds);
    }
    line += remaining(seconds);
    if (isTerminal) {
      writer.print("\r" + line + "\u001b[K");
      isShown = true;
    } else {
      writer.println(line);
    }
    writer.flush();
  }

  /** Says how many places there are in all; from any thread. */
  public void expects(long places) {
    expected = places;
  }

  /** Says how many of the places were reached. */
  public void reached(long places) {
    reached = places;
  }

  /** What remains if the rest goes as fast; nothing where the whole is not known. */
  private String remaining(double seconds) {
    long whole = expected;
    if (whole <= 0 || reached <= 0 || reached > whole) {
      return "";
    }
    long left = (long) (seconds / reached * (whole - reached));
    return String.format(
        Locale.ROOT,
        "; %d %% of the places, about %d:%02d:%02d left",
        reached * 100 / whole,
        left / 3600,
        left / 60 % 60,
        left % 60);
  }

  /** Takes the moving line away. */
  public void end() {
    if (isShown) {
      writer.print("\r\u001b[K");
      writer.flush();
      isShown = false;
    }
  }
}
