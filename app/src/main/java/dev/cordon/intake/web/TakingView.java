package dev.cordon.intake.web;

import dev.cordon.intake.Rereading;
import dev.cordon.intake.Taking;
import dev.cordon.intake.TakingProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in, as pages show it.
 *
 * @param progress while this server takes it in
 */
record TakingView(Taking taking, @Nullable TakingProgress progress) {

  private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};
  private static final int THOUSAND = 1000;

  static TakingView of(Taking taking, Optional<TakingProgress> progress) {
    return new TakingView(taking, progress.orElse(null));
  }

  /** Its size in words. */
  public String size() {
    return words(taking.sizeBytes());
  }

  /** Bytes done of all, and the rate, in this step. */
  public String done() {
    TakingProgress now = progress;
    if (now == null) {
      return "";
    }
    String rate = now.bytesPerSecond() > 0 ? ", " + words(now.bytesPerSecond()) + " a second" : "";
    return words(now.bytesDone()) + " of " + words(now.sizeBytes()) + rate;
  }

  /** How long this step will take. */
  public String remaining() {
    return Optional.ofNullable(progress)
        .flatMap(TakingProgress::remaining)
        .map(left -> "about " + words(left) + " left in this step")
        .orElse("");
  }

  /** How a source is read again; empty for a file taken in. */
  public String again() {
    Rereading again = taking.again();
    if (again == null) {
      return "";
    }
    return switch (again.kind()) {
      case READ -> "read again";
      case NORMALISE -> "selectors anew";
      case SEAL -> "read again, copy destroyed";
    };
  }

  /** What state it is in. */
  public String state() {
    if (taking.state() == Taking.State.RUNNING && taking.stopAskedAt() != null) {
      return "stopping";
    }
    return switch (taking.state()) {
      case WAITING -> "waiting";
      case RUNNING -> "running";
      case DONE -> "done";
      case SAME_BYTES -> "same bytes";
      case REFUSED -> "refused";
      case STOPPED -> "stopped";
    };
  }

  /** The badge of that state. */
  public String tone() {
    return switch (taking.state()) {
      case WAITING, STOPPED -> "";
      case RUNNING -> "note";
      case DONE -> "good";
      case SAME_BYTES -> "wait";
      case REFUSED -> "bad";
    };
  }

  /** A size in words: three digits and a decimal unit. */
  static String words(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= THOUSAND && unit < UNITS.length - 1) {
      value /= THOUSAND;
      unit++;
    }
    String pattern = unit == 0 || value >= 100 ? "%.0f %s" : "%.1f %s";
    return String.format(Locale.ROOT, pattern, value, UNITS[unit]);
  }

  private static String words(Duration left) {
    long seconds = Math.max(1, left.toSeconds());
    if (seconds < 90) {
      return seconds + " s";
    }
    return seconds < 5400 ? (seconds + 30) / 60 + " min" : (seconds + 1800) / 3600 + " h";
  }
}
