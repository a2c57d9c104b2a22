package dev.cordon.figures;

import dev.cordon.Columns;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts figures and keeps them. All figures of a count are read at one moment; a figure that can
 * not be counted, or not within {@link #LONGEST}, stays as it was, and that is said. Counting is
 * asked for by whoever reads: {@link #upToDate} waits for it, {@link #latest} gives what was
 * counted last and lets it be counted anew meanwhile. Thread-safe.
 */
@Component
public class Counting {

  /** The longest one figure may be counted. */
  static final Duration LONGEST = Duration.ofMinutes(5);

  /** How long a page waits for the first count of all. */
  private static final Duration FIRST_COUNT = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(Counting.class);
  private static final int ATTEMPTS = 3;

  private final JdbcClient jdbc;
  private final Definitions definitions;
  private final TransactionTemplate counting;
  private final TransactionTemplate reading;
  private final Map<UUID, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final Map<Part, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("figures").factory());

  Counting(JdbcClient jdbc, Definitions definitions, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.definitions = definitions;
    this.counting = new TransactionTemplate(transactions);
    this.counting.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  private record Last(Instant countedAt, boolean changed) {}

  /** The moment of a count that holds now; counts if anything changed since the last one. */
  public Instant upToDate(Part part) {
    Optional<Last> last = last(part);
    if (last.isPresent() && !last.get().changed()) {
      return last.get().countedAt();
    }
    ReentrantLock lock = locks.computeIfAbsent(part.key(), any -> new ReentrantLock());
    lock.lock();
    try {
      Optional<Last> since = last(part);
      return since.isPresent() && !since.get().changed() ? since.get().countedAt() : count(part);
    } finally {
      lock.unlock();
    }
  }

  /** The moment of a count made now, whether anything changed or not. */
  Instant afresh(Part part) {
    ReentrantLock lock = locks.computeIfAbsent(part.key(), any -> new ReentrantLock());
    lock.lock();
    try {
      return count(part);
    } finally {
      lock.unlock();
    }
  }

  /**
   * The moment of the last count. When something changed since, it is counted anew on another
   * thread; only before the first count a reader waits.
   *
   * @throws NotCountedYetException when the first count takes longer than a page may wait
   */
  public Instant latest(Part part) {
    return latest(part, Duration.ZERO);
  }

  /**
   * The moment of the last count, or of the one that began because something changed, if that ends
   * while the reader has patience: a small operation's figures are always those of now.
   *
   * @throws NotCountedYetException when the first count takes longer than a page may wait
   */
  public Instant latest(Part part, Duration patience) {
    Optional<Last> last = last(part);
    if (last.isEmpty()) {
      await(countMeanwhile(part), FIRST_COUNT);
      return last(part).map(Last::countedAt).orElseThrow(NotCountedYetException::new);
    }
    Instant before = last.get().countedAt();
    if (!last.get().changed()) {
      return before;
    }
    CompletableFuture<Void> count = countMeanwhile(part);
    return !patience.isZero() && await(count, patience)
        ? last(part).map(Last::countedAt).orElse(before)
        : before;
  }

  private static boolean await(CompletableFuture<Void> count, Duration patience) {
    try {
      count.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException later) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether a count of that part is under way or waits to be. */
  public boolean isUnderWay(Part part) {
    return waiting.containsKey(part);
  }

  private CompletableFuture<Void> countMeanwhile(Part part) {
    CompletableFuture<Void> mine = new CompletableFuture<>();
    CompletableFuture<Void> other = waiting.putIfAbsent(part, mine);
    if (other != null) {
      return other;
    }
    Optional<SignedIn> member = CurrentMember.signedIn();
    background.execute(() -> {
      try {
        member.ifPresent(one -> CurrentMember.as(one, () -> upToDate(part)));
      } catch (RuntimeException failed) {
        LOG.warn("figures of {} could not be counted", part.operation(), failed);
      } finally {
        waiting.remove(part);
        mine.complete(null);
      }
    });
    return mine;
  }

  // Two servers over one database may count at once: the second begins again.
  private Instant count(Part part) {
    for (int attempt = 1; ; attempt++) {
      try {
        return Objects.requireNonNull(counting.execute(state -> countAll(part)));
      } catch (TransientDataAccessException another) {
        if (attempt == ATTEMPTS) {
          throw another;
        }
      }
    }
  }

  private Instant countAll(Part part) {
    String before = jdbc.sql("show statement_timeout").query(String.class).single();
    limit(LONGEST.toMillis() + "ms");
    Instant moment =
        asked(KeptSql.BEGIN, part)
            .query((row, number) -> row.getObject(1, java.time.OffsetDateTime.class))
            .single()
            .toInstant()
            .truncatedTo(ChronoUnit.MILLIS);
    for (Definition definition : definitions.of(part)) {
      asked(KeptSql.COUNT, part)
          .param("name", definition.name())
          .param("version", definition.version())
          .query((row, number) -> Optional.ofNullable(row.getString(1)))
          .single()
          .ifPresent(why ->
              LOG.warn(
                  "figure {} of {} was not counted: {}", definition.name(), part.operation(), why));
    }
    limit(before);
    return moment;
  }

  private void limit(String longest) {
    jdbc.sql(KeptSql.LIMIT).param("limit", longest).query(String.class).single();
  }

  private JdbcClient.StatementSpec asked(String sql, Part part) {
    return jdbc.sql(sql)
        .param("operation", part.operation().value())
        .param("agency", part.agencyOrNull(), java.sql.Types.OTHER);
  }

  private Optional<Last> last(Part part) {
    @Nullable Optional<Last> found =
        reading.execute(state ->
            jdbc.sql(KeptSql.LAST)
                .param("operation", part.operation().value())
                .param("part", part.key())
                .query((row, number) ->
                    new Last(Columns.instant(row, "counted_at"), row.getBoolean("changed")))
                .optional());
    return Objects.requireNonNull(found);
  }

  @EventListener
  void close(ContextClosedEvent closed) {
    background.shutdownNow();
  }
}
