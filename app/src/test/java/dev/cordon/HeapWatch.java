package dev.cordon;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of the heap work really holds: looks again and again, each time after a collection,
 * while the work runs.
 */
public final class HeapWatch {

  private static final Duration EVERY = Duration.ofMillis(500);

  private HeapWatch() {}

  /**
   * What the work gave and held.
   *
   * @param heldBytes the most that was in use beyond what was in use before
   * @param looks how often it was looked at
   */
  public record Watched<T>(T result, long heldBytes, int looks, Duration took) {}

  /** Runs the work and watches. */
  public static <T> Watched<T> over(Callable<T> work) throws Exception {
    long before = used();
    AtomicLong most = new AtomicLong(before);
    AtomicLong looks = new AtomicLong();
    AtomicBoolean over = new AtomicBoolean();
    Thread watcher =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              while (!over.get()) {
                most.accumulateAndGet(used(), Math::max);
                looks.incrementAndGet();
                pause();
              }
            });
    long begun = System.nanoTime();
    try {
      T result = work.call();
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      return new Watched<>(result, most.get() - before, looks.intValue(), took);
    } finally {
      over.set(true);
      watcher.join();
    }
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void pause() {
    try {
      Thread.sleep(EVERY);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
