package dev.cordon.signin;

import dev.cordon.access.MemberId;
import dev.cordon.access.MemberLeft;
import dev.cordon.access.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The open sessions of this process, in memory: a restart ends them all. Safe for use by several
 * threads.
 */
@Component
public class OpenSessions {

  private static final int MOST_OF_A_MEMBER = 20;
  private static final Duration SWEEP = Duration.ofMinutes(1);

  private final Map<UUID, OpenSession> open = new ConcurrentHashMap<>();
  private final Map<MemberId, Instant> endedAll = new ConcurrentHashMap<>();
  private final SignInSettings settings;
  private final InstantSource clock;
  private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

  OpenSessions(SignInSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Why a request's session counts no more. */
  enum Refusal {
    ENDED,
    IDLE,
    LONG,
    PLACE
  }

  OpenSession open(SignedIn member, Place place, Set<Factor> factors, Instant provedAt) {
    List<OpenSession> own = of(member.member());
    if (own.size() >= MOST_OF_A_MEMBER) {
      own.stream().min(Comparator.comparing(OpenSession::lastSeen)).ifPresent(this::end);
    }
    OpenSession session = new OpenSession(member, place, factors, clock.instant(), provedAt);
    open.put(session.id(), session);
    return session;
  }

  /** Whether a request from there may go on in the session; a refused session is ended. */
  Optional<Refusal> check(OpenSession session, Place place) {
    Optional<Refusal> refusal = refusal(session, place);
    if (refusal.isPresent()) {
      end(session);
    } else {
      session.seen(clock.instant());
    }
    sweep();
    return refusal;
  }

  /** The member's, the one last used first. */
  public List<OpenSession> of(MemberId member) {
    return open.values().stream()
        .filter(session -> session.member().member().equals(member))
        .filter(session -> expiry(session).isEmpty())
        .sorted(Comparator.comparing(OpenSession::lastSeen).reversed())
        .toList();
  }

  /** All, the one last used first. */
  List<OpenSession> all() {
    return open.values().stream()
        .filter(session -> expiry(session).isEmpty())
        .sorted(Comparator.comparing(OpenSession::lastSeen).reversed())
        .toList();
  }

  void end(OpenSession session) {
    open.remove(session.id());
    session.end();
  }

  /** Ends all of the member's, and what it began and has not proved to the end. */
  void endAll(MemberId member) {
    endHalves(member);
    endOthers(member, null);
  }

  /** What the member proved half before now counts no more. */
  void endHalves(MemberId member) {
    endedAll.put(member, clock.instant());
  }

  /** Whether a sign-in begun then was ended meanwhile. */
  boolean endedSince(MemberId member, Instant begun) {
    Instant ended = endedAll.get(member);
    return ended != null && !begun.isAfter(ended);
  }

  /** Ends all of the member's but one. */
  void endOthers(MemberId member, @Nullable OpenSession kept) {
    open.values().stream()
        .filter(session -> session.member().member().equals(member) && session != kept)
        .forEach(this::end);
  }

  boolean isFresh(OpenSession session) {
    return clock.instant().isBefore(session.provedAt().plus(settings.fresh()));
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(MemberLeft event) {
    endAll(event.member());
  }

  private Optional<Refusal> refusal(OpenSession session, Place place) {
    if (session.isEnded()) {
      return Optional.of(Refusal.ENDED);
    }
    boolean moved =
        !session.place().sameBrowser(place)
            || (settings.bindAddress() && !session.place().address().equals(place.address()));
    return moved ? Optional.of(Refusal.PLACE) : expiry(session);
  }

  private Optional<Refusal> expiry(OpenSession session) {
    Instant now = clock.instant();
    if (!now.isBefore(session.startedAt().plus(settings.absolute()))) {
      return Optional.of(Refusal.LONG);
    }
    return now.isBefore(session.lastSeen().plus(settings.idle()))
        ? Optional.empty()
        : Optional.of(Refusal.IDLE);
  }

  /** Streams of sessions that ran out close although nobody asks for them. */
  private void sweep() {
    Instant now = clock.instant();
    Instant last = Objects.requireNonNull(swept.get());
    if (now.isAfter(last.plus(SWEEP)) && swept.compareAndSet(last, now)) {
      open.values().stream().filter(session -> expiry(session).isPresent()).forEach(this::end);
    }
  }
}
