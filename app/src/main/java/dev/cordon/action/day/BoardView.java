package dev.cordon.action.day;

import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.SignedIn;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/** Boards that show the same rows: computed once, as one of their members, and sent to all. */
final class BoardView {

  private static final Logger LOG = LoggerFactory.getLogger(BoardView.class);

  /** Also without a report time passes: sites become overdue, teams fall silent. */
  private static final long QUIET_NANOSECONDS = Duration.ofSeconds(10).toNanos();

  private final Supplier<Optional<DayBoard>> reading;
  private final JsonMapper json = JsonMapper.builder().build();
  private final Set<BoardListener> listeners = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean changed = new AtomicBoolean();
  private final AtomicBoolean computing = new AtomicBoolean();
  private @Nullable DayBoard last;
  private @Nullable String whole;
  private volatile long computedAt = System.nanoTime();

  /**
   * A view.
   *
   * @param reading reads the board as whoever is the current member; nothing when the member may
   *     not read this one any more
   */
  BoardView(Supplier<Optional<DayBoard>> reading) {
    this.reading = reading;
  }

  /** The same view with one board more. */
  BoardView with(BoardListener listener) {
    listeners.add(listener);
    return this;
  }

  /** Sends a board all there is; it gets what changes from then on. */
  synchronized void join(BoardListener listener) {
    DayBoard board = last;
    if (board == null) {
      board = reading.get().orElseThrow(NotPermittedException::new);
      last = board;
    }
    String words = whole;
    if (words == null) {
      words = json.writeValueAsString(BoardDelta.whole(board));
      whole = words;
    }
    listener.offer(words);
  }

  void changed() {
    changed.set(true);
  }

  boolean isEmpty() {
    listeners.removeIf(listener -> !listener.open());
    return listeners.isEmpty();
  }

  /** Whether it is to be computed now, by whoever asked; {@link #compute} ends that. */
  boolean begin() {
    boolean due = changed.get() || System.nanoTime() - computedAt > QUIET_NANOSECONDS;
    return due && computing.compareAndSet(false, true);
  }

  /** Reads as one of the members who still may, and sends what changed. */
  void compute() {
    try {
      computeOnce();
    } finally {
      computing.set(false);
    }
  }

  private synchronized void computeOnce() {
    changed.set(false);
    computedAt = System.nanoTime();
    for (BoardListener listener : listeners) {
      try {
        Optional<DayBoard> now = readAs(listener.member());
        if (now.isPresent()) {
          send(now.get());
          return;
        }
        listener.close();
      } catch (NotPermittedException shut) {
        listener.close();
      } catch (DataAccessException | TransactionException failed) {
        LOG.warn("A board could not be read; it is tried again", failed);
        changed.set(true);
        return;
      }
    }
  }

  private Optional<DayBoard> readAs(SignedIn member) {
    AtomicReference<@Nullable DayBoard> now = new AtomicReference<>();
    CurrentMember.as(member, () -> now.set(reading.get().orElse(null)));
    return Optional.ofNullable(now.get());
  }

  private void send(DayBoard now) {
    DayBoard before = last;
    last = now;
    // Written when the next board joins: most often nobody does before it changes again.
    whole = null;
    if (before == null) {
      return;
    }
    String words = json.writeValueAsString(BoardDelta.between(before, now));
    listeners.stream().filter(BoardListener::open).forEach(one -> one.offer(words));
  }

  void close() {
    listeners.forEach(BoardListener::close);
  }
}
