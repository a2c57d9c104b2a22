package dev.cordon.action.day;

import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.access.SignedIn;
import dev.cordon.action.ActionDayAborted;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/*
 * Two hundred boards, each read anew under its own rights at each report, would ask the database thousands of times a second.
 * Boards that show the same rows are therefore one view: those of one agency, or of the lead, whose members open the same
 * handling codes. A view is computed once for all its boards, as one of them, at most four times a second, a few views at
 * once, and only what changed is sent. Each board's rights are asked again every five seconds and whenever its view is computed as it.
 */
/** Keeps open boards of days live. Safe for use by several threads. */
@Component
public class DayBoardStream {

  private static final Logger LOG = LoggerFactory.getLogger(DayBoardStream.class);

  /** Boards opened together at the start of a day would otherwise all open again together. */
  private static final Duration OPEN_AT_LEAST = Duration.ofMinutes(8);

  private static final Duration OPEN_AT_MOST = Duration.ofMinutes(12);
  private static final long BEAT_MILLISECONDS = 250;

  /** Most of a computation is waiting for the database; reports need its connections, too. */
  private static final int COMPUTED_AT_ONCE = 3;

  private final Access access;
  private final CurrentMember currentMember;
  private final DayBoards boards;
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService beat =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("boards").factory());
  private final ExecutorService computing =
      Executors.newFixedThreadPool(
          COMPUTED_AT_ONCE, Thread.ofPlatform().daemon().name("board-", 1).factory());
  private final TransactionTemplate reading;
  private final Map<Key, BoardView> views = new ConcurrentHashMap<>();

  DayBoardStream(
      Access access,
      CurrentMember currentMember,
      DayBoards boards,
      PlatformTransactionManager transactions) {
    this.access = access;
    this.currentMember = currentMember;
    this.boards = boards;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    var unused =
        beat.scheduleWithFixedDelay(
            this::beat, BEAT_MILLISECONDS, BEAT_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  /** Which boards show the same rows; the lead's have no agency. */
  record Key(OperationId operation, UUID day, Optional<AgencyId> agency, String hiddenSites) {}

  /**
   * Opens a stream of events {@code board} for the reader: first all of it, then what changed.
   *
   * @throws NotPermittedException when the reader may not know of the day
   */
  public SseEmitter open(OperationId operation, UUID day) {
    boolean lead = access.holdsForWhole(operation, Area.ACTION, Right.READ);
    if (!lead) {
      access.require(operation, Area.ACTION, Right.READ);
    }
    Key key =
        new Key(
            operation,
            day,
            lead ? Optional.empty() : Optional.of(currentMember.agency()),
            boards.hiddenSites(operation, day));
    SseEmitter emitter =
        new SseEmitter(
            ThreadLocalRandom.current()
                .nextLong(OPEN_AT_LEAST.toMillis(), OPEN_AT_MOST.toMillis()));
    BoardListener listener =
        new BoardListener(emitter, currentMember.get(), member -> mayStill(key, member));
    emitter.onTimeout(emitter::complete);
    emitter.onCompletion(() -> gone(listener));
    emitter.onError(failure -> gone(listener));
    // Added in one step with finding the view: the beat takes empty views away.
    BoardView view =
        views.compute(
            key,
            (any, known) ->
                (known == null ? new BoardView(() -> readIfStill(key)) : known).with(listener));
    view.join(listener);
    senders.execute(listener);
    return emitter;
  }

  private static void gone(BoardListener listener) {
    if (listener.open()) {
      listener.close();
    }
  }

  private boolean mayStill(Key key, SignedIn member) {
    AtomicBoolean may = new AtomicBoolean();
    CurrentMember.as(
        member, () -> may.set(Boolean.TRUE.equals(reading.execute(status -> mayRead(key)))));
    return may.get();
  }

  private boolean mayRead(Key key) {
    boolean reads =
        key.agency().isEmpty()
            ? access.holdsForWhole(key.operation(), Area.ACTION, Right.READ)
            : access.holds(key.operation(), Area.ACTION, Right.READ);
    try {
      return reads && boards.hiddenSites(key.operation(), key.day()).equals(key.hiddenSites());
    } catch (NotPermittedException shut) {
      return false;
    }
  }

  /** Asked and read in one transaction: a view is read up to four times a second. */
  private Optional<DayBoard> readIfStill(Key key) {
    Optional<DayBoard> board =
        reading.execute(status ->
            mayRead(key)
                ? Optional.of(boards.now(key.operation(), key.day()))
                : Optional.<DayBoard>empty());
    return Objects.requireNonNullElse(board, Optional.empty());
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(DayChanged change) {
    views.forEach((key, view) -> {
      boolean concerns =
          key.day().equals(change.day())
              && key.operation().equals(change.operation())
              && (key.agency().isEmpty()
                  || change.agency().isEmpty()
                  || key.agency().equals(change.agency()));
      if (concerns) {
        view.changed();
      }
    });
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(ActionDayAborted change) {
    on(new DayChanged(change.operation(), change.day(), Optional.empty()));
  }

  private void beat() {
    views.forEach((key, view) -> {
      if (views.computeIfPresent(key, (any, one) -> one.isEmpty() ? null : one) == view
          && view.begin()) {
        computing.execute(() -> compute(view));
      }
    });
  }

  private static void compute(BoardView view) {
    try {
      view.compute();
    } catch (RuntimeException failed) {
      // One board that fails must not end all others.
      LOG.error("A board could not be computed; it is tried again", failed);
      view.changed();
    }
  }

  /** A server that stops does not wait for open boards; they connect again. */
  @EventListener
  void on(ContextClosedEvent stopping) {
    beat.shutdownNow();
    computing.shutdownNow();
    views.values().forEach(BoardView::close);
    senders.shutdownNow();
  }
}
