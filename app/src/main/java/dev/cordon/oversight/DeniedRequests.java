package dev.cordon.oversight;

import dev.cordon.access.CurrentMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.OperationId;
import dev.cordon.access.SignedIn;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what members asked for and were denied, and tells the ledger.
 *
 * <p>A denied request costs its asker nothing but an answer: it is counted in memory and written a
 * few seconds later by a thread of its own, so that neither the time nor the statements of an
 * answer tell whether a thing is there. Bounded: in memory by {@value #MOST_OF_A_MEMBER} kinds of a
 * member between two writes, in the database by one row per member, operation, kind and hour, in
 * the ledger by an entry at the first denial of such a row and at each tenfold. A process that is
 * killed loses the seconds since the last write. Safe for use by several threads.
 */
@Component
class DeniedRequests implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DeniedRequests.class);
  private static final int MOST_OF_A_MEMBER = 50;
  private static final String MANY_KINDS = "many-kinds";

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final TransactionTemplate transaction;
  private final Duration every;
  private final Map<MemberId, Asked> waiting = new HashMap<>();
  private @Nullable ScheduledExecutorService writer;

  DeniedRequests(
      JdbcClient jdbc,
      Ledger ledger,
      PlatformTransactionManager transactions,
      @Value("${cordon.oversight.denied-every:10s}") Duration every) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.transaction = new TransactionTemplate(transactions);
    this.every = every;
  }

  /** What was asked for: an operation's thing, or one of none. */
  record Kind(Optional<UUID> operation, String word, Instant hour) {}

  private record Asked(SignedIn member, Map<Kind, Long> times) {}

  private record Counted(@Nullable UUID operation, long total) {}

  /** Counts one denied request of the member. */
  synchronized void denied(SignedIn member, Optional<UUID> operation, String kind, Instant at) {
    Asked asked =
        waiting.computeIfAbsent(member.member(), id -> new Asked(member, new LinkedHashMap<>()));
    Instant hour = at.truncatedTo(ChronoUnit.HOURS);
    Kind key = new Kind(operation, kind, hour);
    boolean full = asked.times().size() >= MOST_OF_A_MEMBER && !asked.times().containsKey(key);
    asked.times().merge(full ? new Kind(Optional.empty(), MANY_KINDS, hour) : key, 1L, Long::sum);
  }

  /** Writes what was counted; each count stands or is lost as a whole. */
  void write() {
    for (Asked asked : taken().values()) {
      CurrentMember.as(
          asked.member(), () -> asked.times().forEach((kind, times) -> write(kind, times)));
    }
  }

  private synchronized Map<MemberId, Asked> taken() {
    Map<MemberId, Asked> taken = new HashMap<>(waiting);
    waiting.clear();
    return taken;
  }

  private void write(Kind kind, long times) {
    try {
      transaction.executeWithoutResult(status -> count(kind, times));
    } catch (RuntimeException lost) {
      LOG.warn("{} denied requests of the kind {} could not be counted", times, kind.word(), lost);
    }
  }

  private void count(Kind kind, long times) {
    Counted counted =
        jdbc.sql(FindingSql.COUNT_DENIED)
            .param("operation", kind.operation().orElse(null))
            .param("kind", kind.word())
            .param("hour", kind.hour().atOffset(ZoneOffset.UTC))
            .param("times", times)
            .query((row, number) ->
                new Counted(row.getObject("operation_id", UUID.class), row.getLong("total")))
            .single();
    if (tenfolds(counted.total()) == tenfolds(counted.total() - times)) {
      return;
    }
    String words =
        "%s: %d denied in the hour from %s"
            .formatted(kind.word(), counted.total(), kind.hour().truncatedTo(ChronoUnit.HOURS));
    UUID operation = counted.operation();
    ledger.append(
        operation == null
            ? Entry.ofInstallation(Act.CONSULTATION, "access-denied", words)
            : Entry.of(new OperationId(operation), Act.CONSULTATION, "access-denied", words));
  }

  /** How many of 1, 10, 100 … are at most the count. */
  static int tenfolds(long count) {
    return count < 1 ? 0 : Long.toString(count).length();
  }

  @Override
  public synchronized void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("denied-requests").daemon().unstarted(task));
    var unused =
        started.scheduleWithFixedDelay(
            this::write, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    writer = started;
  }

  @Override
  public void stop() {
    ScheduledExecutorService running;
    synchronized (this) {
      running = writer;
      writer = null;
    }
    if (running != null) {
      running.shutdown();
      write();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return writer != null;
  }
}
