package dev.cordon.erasure;

import dev.cordon.access.OperationId;
import dev.cordon.intake.Restrictions;
import dev.cordon.keys.OperationKeys;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The files' part of approved orders, step by step; each step may be killed and done again with the
 * same result, and the next is noted in the database only when one is whole. What a server left
 * undone the next one finishes when it starts; what fails is tried again every minute.
 */
@Component
class CarryingOut {

  private static final Logger LOG = LoggerFactory.getLogger(CarryingOut.class);
  private static final int TRY_AGAIN_SECONDS = 60;

  private final JdbcClient jdbc;
  private final Restrictions restrictions;
  private final TableRewrite tables;
  private final OperationKeys keys;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("erasure").daemon().factory());

  CarryingOut(JdbcClient jdbc, Restrictions restrictions, TableRewrite tables, OperationKeys keys) {
    this.keys = keys;
    this.jdbc = jdbc;
    this.restrictions = restrictions;
    this.tables = tables;
  }

  private record Work(
      OrderId id, OperationId operation, OrderKind kind, ErasureOrder.State state) {}

  /** Begins what is approved, in the background. */
  void begin() {
    worker.execute((Runnable) this::finishAll);
  }

  /** Finishes what was approved before the server stopped. */
  @EventListener(ApplicationReadyEvent.class)
  void finishAtStart() {
    begin();
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }

  private void finishAll() {
    try {
      finishAll(step -> {});
    } catch (RuntimeException failed) {
      LOG.error("an order could not be carried out to its end; it is tried again", failed);
      if (!worker.isShutdown()) {
        worker.schedule((Runnable) this::finishAll, TRY_AGAIN_SECONDS, TimeUnit.SECONDS);
      }
    }
  }

  /**
   * Finishes everything approved; told each state before it is noted. One that fails does not keep
   * the others.
   */
  synchronized void finishAll(Consumer<ErasureOrder.State> before) {
    RuntimeException first = null;
    for (Work work : toFinish()) {
      try {
        finish(work, before);
      } catch (RuntimeException failed) {
        if (first == null) {
          first = failed;
        } else {
          first.addSuppressed(failed);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private void finish(Work work, Consumer<ErasureOrder.State> before) {
    ErasureOrder.State state = work.state();
    while (state != ErasureOrder.State.DONE) {
      ErasureOrder.State next = step(work, state);
      before.accept(next);
      note(work.id(), next);
      state = next;
    }
    LOG.info("order {} of {} is carried out", work.id(), work.operation());
  }

  private ErasureOrder.State step(Work work, ErasureOrder.State state) {
    boolean erases = work.kind() == OrderKind.ERASURE;
    // Without its key nothing of the vault opens any more; only the tables are left.
    boolean hasVault = !keys.isDestroyed(work.operation());
    return switch (state) {
      case APPROVED -> {
        if (hasVault) {
          restrictions.list(work.operation());
        }
        yield ErasureOrder.State.LISTED;
      }
      case LISTED -> {
        if (erases && hasVault) {
          restrictions.destroyErased(work.operation());
        }
        yield ErasureOrder.State.REWRITTEN;
      }
      case REWRITTEN -> {
        if (erases) {
          tables.rewrite(changed(work.id()));
        }
        yield ErasureOrder.State.VACUUMED;
      }
      case VACUUMED -> ErasureOrder.State.DONE;
      case ENTERED, DONE -> throw new IllegalStateException("nothing to do for " + work.id());
    };
  }

  private void note(OrderId order, ErasureOrder.State state) {
    jdbc.sql(ErasureSql.STEP)
        .param("order", order.value())
        .param("state", state.text())
        .query(Boolean.class)
        .single();
  }

  private List<String> changed(OrderId order) {
    return jdbc.sql(ErasureSql.ERASED_TABLES)
        .param("order", order.value())
        .query(String.class)
        .list();
  }

  private List<Work> toFinish() {
    return jdbc.sql(ErasureSql.TO_FINISH)
        .query((row, number) ->
            new Work(
                new OrderId(row.getObject("id", UUID.class)),
                new OperationId(row.getObject("operation_id", UUID.class)),
                OrderKind.of(row.getString("kind")),
                ErasureOrder.State.of(row.getString("state"))))
        .list();
  }
}
