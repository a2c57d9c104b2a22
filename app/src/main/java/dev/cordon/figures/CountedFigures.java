package dev.cordon.figures;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The last count for each way of seeing an operation, so that many readers of unchanged figures
 * make one count. Thread-safe; holds no more than {@value #MOST} counts.
 */
final class CountedFigures {

  private static final int MOST = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Map<String, Place> places =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Place> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Figures and the moment they were counted at.
   *
   * @param seen what was committed then, as PostgreSQL writes a snapshot
   * @param began {@link System#nanoTime()} before that moment
   */
  record Count(Figures figures, String seen, long began) {}

  /**
   * The count under that key when it still holds or was begun after this call; else a new one. Who
   * comes while another counts waits for that count, and counts alone when it takes too long.
   *
   * @param holds whether nothing has changed since
   */
  Count get(String key, Predicate<Count> holds, Supplier<Count> counting) {
    long asked = System.nanoTime();
    Place place = place(key);
    Optional<Count> last = place.good(asked, holds);
    if (last.isPresent()) {
      return last.get();
    }
    if (!place.lock()) {
      return counting.get();
    }
    try {
      Optional<Count> meanwhile = place.good(asked, holds);
      if (meanwhile.isPresent()) {
        return meanwhile.get();
      }
      Count count = counting.get();
      place.count = count;
      return count;
    } finally {
      place.turn.unlock();
    }
  }

  private Place place(String key) {
    synchronized (places) {
      return places.computeIfAbsent(key, any -> new Place());
    }
  }

  private static final class Place {

    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Count count;

    Optional<Count> good(long asked, Predicate<Count> holds) {
      Count last = count;
      return last != null && (last.began() - asked > 0 || holds.test(last))
          ? Optional.of(last)
          : Optional.empty();
    }

    boolean lock() {
      try {
        return turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
