package dev.cordon.ledger.internal;

import dev.cordon.CordonException;
import dev.cordon.ground.DataDirectory;
import dev.cordon.kernel.merkle.LogWriter;
import dev.cordon.ledger.EntryAppended;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/*
 * Life of an entry after its commit. The database gives waiting entries the next places, without gaps,
 * one caller at a time; that commit is the order. Then the leaves the files lack are appended, in that
 * order, and the checkpoint is signed when they are on the disk. Killed anywhere between, the next run
 * goes on from the checkpoint: places are in the database, and the same leaves give the same files.
 */
/** Gives entries their places and publishes the tree, shortly after they are committed. */
@Component
public class Sequencer implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
  private static final int BATCH = 1_000;
  private static final Duration GATHERING = Duration.ofMillis(250);
  private static final Duration STOPPING = Duration.ofSeconds(20);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final DataDirectory directory;
  private final LedgerKey key;
  private final AtomicBoolean planned = new AtomicBoolean();
  private final AtomicReference<@Nullable ScheduledExecutorService> worker =
      new AtomicReference<>();
  private @Nullable LogWriter writer;

  Sequencer(
      JdbcClient jdbc,
      PlatformTransactionManager transactionManager,
      DataDirectory directory,
      LedgerKey key) {
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(transactionManager);
    this.directory = directory;
    this.key = key;
  }

  /** Gives all waiting entries their places and publishes them. Gives the tree's size. */
  public synchronized long sequence() {
    inTransaction(LedgerPlaces::sequence);
    LogWriter log = writer();
    boolean whole = false;
    try {
      long before = log.size();
      if (appendMissing(log) > before || before == 0) {
        LogWriter.Published published = log.publish();
        inTransaction(places -> places.record(published));
      }
      whole = true;
      return log.size();
    } finally {
      if (!whole) {
        // What is in its memory may be ahead of the disk: the files say where to go on.
        writer = null;
      }
    }
  }

  /** Does work while no file of the ledger changes; entries wait for their place meanwhile. */
  public synchronized <T> T whileStill(Supplier<T> work) {
    return work.get();
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(EntryAppended ignored) {
    plan();
  }

  @Override
  public void start() {
    worker.set(
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("sequencer").daemon().unstarted(task)));
    plan();
  }

  @Override
  public void stop() {
    Optional<ScheduledExecutorService> running = Optional.ofNullable(worker.getAndSet(null));
    running.ifPresent(ScheduledExecutorService::shutdown);
    running.ifPresent(Sequencer::await);
  }

  @Override
  public boolean isRunning() {
    return worker.get() != null;
  }

  // Called by who just committed and still holds its connection: must not wait for the sequence
  // that runs, which may be waiting for a connection.
  private void plan() {
    ScheduledExecutorService running = worker.get();
    if (running != null && planned.compareAndSet(false, true)) {
      try {
        running.schedule(this::run, GATHERING.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException stopping) {
        planned.set(false);
      }
    }
  }

  private void run() {
    planned.set(false);
    try {
      sequence();
    } catch (RuntimeException failed) {
      // The entries stand in the database; the next commit or start tries again.
      LOG.error("the ledger's files could not be brought up to date", failed);
    }
  }

  private LogWriter writer() {
    if (writer == null) {
      writer = LogWriter.open(directory.ledger(), key.signer());
    }
    return writer;
  }

  private long appendMissing(LogWriter log) {
    List<byte[]> leaves = leavesFrom(log.size());
    while (!leaves.isEmpty()) {
      leaves.forEach(log::append);
      leaves = leavesFrom(log.size());
    }
    return log.size();
  }

  private List<byte[]> leavesFrom(long place) {
    return inTransaction(places -> places.leaves(place, BATCH));
  }

  private <T> T inTransaction(Function<LedgerPlaces, T> work) {
    T result = transactions.execute(status -> work.apply(new LedgerPlaces(jdbc)));
    if (result == null) {
      throw new CordonException("the ledger's database gave no answer");
    }
    return result;
  }

  private static void await(ScheduledExecutorService running) {
    try {
      running.awaitTermination(STOPPING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
