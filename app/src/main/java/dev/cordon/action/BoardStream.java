package dev.cordon.action;

import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.access.SignedIn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open boards that they changed; each then reads its board anew under its own rights. A board
 * of one agency hears nothing of what others do, not even that something happened. Safe for use by
 * several threads.
 */
@Component
public class BoardStream {

  // Rights are asked at each connection; browsers connect again by themselves.
  private static final long OPEN_MILLISECONDS = Duration.ofMinutes(10).toMillis();

  private final Access access;
  private final CurrentMember currentMember;
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<OperationId, Set<Listener>> listeners = new ConcurrentHashMap<>();

  BoardStream(Access access, CurrentMember currentMember) {
    this.access = access;
    this.currentMember = currentMember;
  }

  /** Whom an open board belongs to; the lead's has no agency. */
  private record Listener(SseEmitter emitter, Optional<AgencyId> agency, SignedIn member) {}

  /** Opens a stream of events {@code changed} for the reader. */
  @Transactional(readOnly = true)
  public SseEmitter open(OperationId operation) {
    boolean lead = access.holdsForWhole(operation, Area.ACTION, Right.READ);
    if (!lead) {
      access.require(operation, Area.ACTION, Right.READ);
    }
    SseEmitter emitter = new SseEmitter(OPEN_MILLISECONDS);
    Listener listener =
        new Listener(
            emitter,
            lead ? Optional.empty() : Optional.of(currentMember.agency()),
            currentMember.get());
    Set<Listener> open = listeners.computeIfAbsent(operation, any -> ConcurrentHashMap.newKeySet());
    open.add(listener);
    emitter.onCompletion(() -> open.remove(listener));
    emitter.onTimeout(emitter::complete);
    emitter.onError(failure -> open.remove(listener));
    send(open, listener);
    return emitter;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(BoardChanged change) {
    Set<Listener> open = listeners.getOrDefault(change.operation(), Set.of());
    open.stream()
        .filter(one -> one.agency().map(change.agency()::equals).orElse(true))
        .forEach(one -> senders.execute(() -> sendTo(change.operation(), open, one)));
  }

  /** Whose grant ended since the board was opened hears nothing more. */
  private void sendTo(OperationId operation, Set<Listener> open, Listener listener) {
    CurrentMember.as(
        listener.member(),
        () -> {
          boolean still =
              listener.agency().isEmpty()
                  ? access.holdsForWhole(operation, Area.ACTION, Right.READ)
                  : access.holds(operation, Area.ACTION, Right.READ);
          if (still) {
            send(open, listener);
          } else {
            open.remove(listener);
            listener.emitter().complete();
          }
        });
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(ActionDayAborted change) {
    Set<Listener> open = listeners.getOrDefault(change.operation(), Set.of());
    open.forEach(one -> senders.execute(() -> send(open, one)));
  }

  /** A server that stops does not wait for open boards; they connect again. */
  @EventListener
  void on(ContextClosedEvent stopping) {
    listeners.values().forEach(open -> open.forEach(one -> one.emitter().complete()));
  }

  private static void send(Set<Listener> open, Listener listener) {
    try {
      listener
          .emitter()
          .send(
              SseEmitter.event()
                  .name("changed")
                  .data(Instant.now().toString())
                  .reconnectTime(2000));
    } catch (IOException | IllegalStateException gone) {
      open.remove(listener);
    }
  }
}
