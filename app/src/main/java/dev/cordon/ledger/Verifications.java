package dev.cordon.ledger;

import dev.cordon.Columns;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.ground.DataDirectory;
import dev.cordon.kernel.KernelException;
import dev.cordon.ledger.internal.LedgerKey;
import dev.cordon.ledger.internal.Sequencer;
import dev.cordon.ledger.internal.WholeLedger;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Verifies the whole ledger while the server runs: every entry, tile and kept checkpoint, and every
 * link to the database. One runs at a time; what was found is kept.
 */
@Service
public class Verifications implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);

  private final JdbcClient jdbc;
  private final DataDirectory directory;
  private final LedgerKey key;
  private final Ledger ledger;
  private final Sequencer sequencer;
  private final CurrentMember currentMember;
  private final ApplicationEventPublisher events;
  private final AtomicBoolean running = new AtomicBoolean();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().name("ledger-verification").daemon().unstarted(task));
  private final Clock clock = Clock.systemUTC();

  Verifications(
      JdbcClient jdbc,
      DataDirectory directory,
      LedgerKey key,
      Ledger ledger,
      Sequencer sequencer,
      CurrentMember currentMember,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.key = key;
    this.ledger = ledger;
    this.sequencer = sequencer;
    this.currentMember = currentMember;
    this.events = events;
  }

  /** A verification was asked for; it begins after the commit. */
  record Asked(UUID by) {}

  /** Asks for a verification, which is an entry; it begins when that stands. */
  @Transactional
  public void ask(OperationId operation) {
    ledger.append(
        Entry.of(
            operation,
            Act.CONSULTATION,
            "ledger-verification",
            "asked for a verification of the whole ledger"));
    events.publishEvent(new Asked(currentMember.member().value()));
  }

  /** Whether one runs now. */
  public boolean isRunning() {
    return running.get();
  }

  /** The newest. */
  @Transactional(readOnly = true)
  public Optional<Verification> last() {
    return jdbc.sql(VerificationSql.LAST)
        .query((row, number) ->
            new Verification(
                Columns.instant(row, "started_at"),
                Columns.instant(row, "ended_at"),
                row.getBoolean("held"),
                Arrays.stream((String[]) row.getArray("findings").getArray())
                    .map(VerificationFinding::of)
                    .toList()))
        .optional();
  }

  @TransactionalEventListener
  void on(Asked asked) {
    if (running.compareAndSet(false, true)) {
      worker.execute(() -> run(asked.by()));
    }
  }

  private void run(UUID by) {
    try {
      Instant started = clock.instant().truncatedTo(ChronoUnit.MICROS);
      List<VerificationFinding> findings = findings();
      jdbc.sql(VerificationSql.ADD)
          .param("id", UUID.randomUUID())
          .param("by", by)
          .param("started", Columns.parameter(started))
          .param("ended", Columns.parameter(clock.instant()))
          .param("held", findings.stream().allMatch(VerificationFinding::held))
          .param(
              "findings", findings.stream().map(VerificationFinding::line).toArray(String[]::new))
          .update();
    } catch (RuntimeException failed) {
      LOG.error("a verification of the ledger could not be finished", failed);
    } finally {
      running.set(false);
    }
  }

  /** The files do not move while they are looked at. */
  private List<VerificationFinding> findings() {
    try {
      return sequencer
          .whileStill(() -> WholeLedger.verify(directory.ledger(), key.signer().key(), jdbc))
          .stream()
          .map(found -> new VerificationFinding(found.check(), found.held(), found.detail()))
          .toList();
    } catch (KernelException unreadable) {
      return List.of(
          new VerificationFinding("read", false, String.valueOf(unreadable.getMessage())));
    } catch (RuntimeException broken) {
      // Not finished is not verified: whoever asked must see it.
      LOG.error("a verification of the ledger could not be finished", broken);
      return List.of(
          new VerificationFinding(
              "read", false, "it could not be finished; the server's log says where it ended"));
    }
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }
}
