package dev.cordon.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the demo tells whoever started it: one plain line a scene, with its time. */
final class Terminal {

  private final PrintWriter out;

  Terminal(PrintWriter out) {
    this.out = out;
  }

  /** Plays one scene and tells what came of it. */
  <T> T scene(String title, Supplier<T> play, Function<T, String> outcome) {
    out.print("%-44s".formatted(title));
    out.flush();
    long start = System.nanoTime();
    T result = play.get();
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    line("%6.1f s  %s".formatted(taken.toMillis() / 1000.0, outcome.apply(result)));
    return result;
  }

  /** One line. */
  void line(String text) {
    out.println(text);
    out.flush();
  }
}
