package dev.cordon.correspondence;

import dev.cordon.Columns;
import dev.cordon.CordonException;
import dev.cordon.access.AgencyId;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.OperationId;
import dev.cordon.access.SignedIn;
import dev.cordon.correspondents.AgencyKeys;
import dev.cordon.correspondents.OwnKeys;
import dev.cordon.correspondents.Road;
import dev.cordon.exchange.PushNote;
import dev.cordon.kernel.digest.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pushes what waits to be pushed, one thing at a time, under the rights of whoever sent it; tries
 * again after longer and longer pauses. Connects nowhere while no member has allowed a server to
 * send. What was handed over and not noted before a kill is handed over again; the other side knows
 * it by its digest.
 */
@Component
class Courier {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final Duration ROUND = Duration.ofSeconds(3);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int MOST_ATTEMPTS = 200;

  private final JdbcClient jdbc;
  private final Sending sending;
  private final Receiving receiving;
  private final AgencyKeys keys;
  private final OwnKeys own;
  private final PeerClient client;
  private final TransactionTemplate transaction;
  private final CountDownLatch ended = new CountDownLatch(1);

  Courier(
      JdbcClient jdbc,
      Sending sending,
      Receiving receiving,
      AgencyKeys keys,
      OwnKeys own,
      PeerClient client,
      PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.sending = sending;
    this.receiving = receiving;
    this.keys = keys;
    this.own = own;
    this.client = client;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  private record Due(UUID id, OperationId operation, SignedIn member) {}

  /** What a push is made of, read before the network is asked. */
  private record Load(Road road, String note, byte[] sealed, long attempts) {}

  @EventListener
  void start(ApplicationReadyEvent ready) {
    Thread.ofPlatform().name("courier").daemon().start(this::run);
  }

  @EventListener
  void stop(ContextClosedEvent closed) {
    ended.countDown();
  }

  private void run() {
    Duration pause = Duration.ZERO;
    try {
      while (!ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = lookAround();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** One round, and how long to rest after it. */
  private Duration lookAround() throws InterruptedException {
    try {
      int unused = round();
      return ROUND;
    } catch (RuntimeException failed) {
      if (!stopped()) {
        LOG.warn("what waits to be sent could not be looked at: {}", failed.getMessage());
      }
      return FIRST_PAUSE;
    }
  }

  private boolean stopped() {
    return ended.getCount() == 0;
  }

  /** Pushes what is due now, and says how many things that were. */
  int round() throws InterruptedException {
    List<Due> due = Objects.requireNonNull(transaction.execute(any -> due()));
    for (Due one : due) {
      if (stopped()) {
        break;
      }
      InterruptedException[] interruption = new InterruptedException[1];
      CurrentMember.as(
          one.member(),
          () -> {
            try {
              push(one);
            } catch (InterruptedException interrupted) {
              interruption[0] = interrupted;
            }
          });
      if (interruption[0] != null) {
        throw interruption[0];
      }
    }
    return due.size();
  }

  private List<Due> due() {
    return jdbc.sql(CorrespondenceSql.DUE)
        .query((row, number) -> {
          UUID agency = row.getObject("agency_id", UUID.class);
          return new Due(
              Columns.uuid(row, "id"),
              new OperationId(Columns.uuid(row, "operation_id")),
              new SignedIn(
                  row.getString("sign_in_name"),
                  row.getString("display_name"),
                  new MemberId(Columns.uuid(row, "member_id")),
                  agency == null ? null : new AgencyId(agency),
                  row.getBoolean("administrator")));
        })
        .list();
  }

  private void push(Due due) throws InterruptedException {
    long attempts = 0;
    try {
      Optional<Load> load = Objects.requireNonNull(transaction.execute(any -> load(due)));
      if (load.isEmpty()) {
        return;
      }
      attempts = load.get().attempts();
      String address = Objects.requireNonNull(load.get().road().address());
      PeerClient.Answer answer =
          client.push(
              address, load.get().road().authority(), load.get().note(), load.get().sealed());
      answered(due, answer, attempts);
    } catch (IOException failed) {
      later(due, attempts, "The server there can not be reached: " + failed.getMessage());
    } catch (CordonException refused) {
      later(due, attempts, String.valueOf(refused.getMessage()));
    } catch (DataAccessException failed) {
      LOG.warn("what was sent could not be noted: {}", failed.getMessage());
      later(due, attempts, "This server could not note what became of it.");
    }
  }

  private Optional<Load> load(Due due) {
    Outgoing one = sending.get(due.operation(), due.id());
    Optional<Road> road = keys.road(due.operation(), one.peer()).filter(Road::sends);
    if (road.isEmpty()) {
      return Optional.empty();
    }
    byte[] sealed = sending.sealed(due.operation(), one);
    PushNote note =
        new PushNote(
            one.namedOperation(),
            keys.sealingKeys(due.operation(), one.peer()).getFirst(),
            Sha256.hex(sealed),
            Instant.now());
    return Optional.of(new Load(road.get(), own.sign(note.text()), sealed, one.attempts()));
  }

  private void answered(Due due, PeerClient.Answer answer, long attempts) {
    switch (answer.status()) {
      case 200 -> {
        note(due, "delivered", "handed over to the server there", Instant.now().plus(FIRST_PAUSE));
        Arrival unused =
            receiving.take(
                due.operation(), answer.text().getBytes(StandardCharsets.UTF_8), Way.PUSH);
      }
      case 422 -> note(due, "refused", words(answer), null);
      default ->
          later(
              due, attempts, "The server there answered " + answer.status() + ": " + words(answer));
    }
  }

  private void later(Due due, long attempts, String words) {
    Instant next =
        attempts >= MOST_ATTEMPTS
            ? null
            : Instant.now()
                .plus(
                    Duration.ofSeconds(
                        Math.min(
                            LONGEST_PAUSE.toSeconds(),
                            FIRST_PAUSE.toSeconds() << Math.min(attempts, 12))));
    note(due, "failed", words, next);
  }

  private void note(
      Due due, String state, String words, @org.jspecify.annotations.Nullable Instant next) {
    transaction.executeWithoutResult(
        any -> sending.attempt(due.operation(), due.id(), state, words, next));
  }

  // Another server's words are shown to members: bounded, one line, no controls.
  private static String words(PeerClient.Answer answer) {
    String line = answer.text().replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
    return line.length() <= 500 ? line : line.substring(0, 500) + "…";
  }
}
