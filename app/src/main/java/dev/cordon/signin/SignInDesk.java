package dev.cordon.signin;

import dev.cordon.access.AgencyId;
import dev.cordon.access.MemberId;
import dev.cordon.access.PasswordCheck;
import dev.cordon.access.SignedIn;
import dev.cordon.signin.Attempts.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Where every way of signing in ends. */
@Service
public class SignInDesk {

  private final PasswordCheck passwords;
  private final Passkeys passkeys;
  private final Proofs proofs;
  private final Entrance entrance;
  private final KnownDevices devices;
  private final Factors factors;
  private final Throttles throttles;
  private final Attempts attempts;
  private final OpenSessions sessions;
  private final Acting acting;
  private final JdbcClient jdbc;
  private final SignInSettings settings;
  private final InstantSource clock;

  SignInDesk(
      PasswordCheck passwords,
      Passkeys passkeys,
      Proofs proofs,
      Entrance entrance,
      KnownDevices devices,
      Factors factors,
      Throttles throttles,
      Attempts attempts,
      OpenSessions sessions,
      Acting acting,
      JdbcClient jdbc,
      SignInSettings settings,
      InstantSource clock) {
    this.passwords = passwords;
    this.passkeys = passkeys;
    this.proofs = proofs;
    this.entrance = entrance;
    this.devices = devices;
    this.factors = factors;
    this.throttles = throttles;
    this.attempts = attempts;
    this.sessions = sessions;
    this.acting = acting;
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * How a step of signing in ended.
   *
   * @param address where the browser goes on
   * @param delay how long the next try has to wait
   */
  public record Step(Result result, String address, Duration delay) {

    static Step of(Result result, String address) {
      return new Step(result, address, Duration.ZERO);
    }
  }

  /** The ends of a step. */
  public enum Result {
    SIGNED_IN,
    MORE_NEEDED,
    REFUSED,
    WAIT
  }

  /** A name and a password; alike for names that exist and names that do not. */
  public Step password(
      HttpServletRequest request, HttpServletResponse response, String name, String password) {
    Throttles.Attempt attempt =
        new Throttles.Attempt(name, request.getRemoteAddr(), devices.known(request, name));
    Optional<Duration> wait = throttles.take(attempt);
    if (wait.isPresent()) {
      attempts.record(
          Factor.PASSWORD.way(), Outcome.MADE_TO_WAIT, request.getRemoteAddr(), name, null);
      return new Step(Result.WAIT, "", wait.get());
    }
    Optional<SignedIn> member = passwords.check(name, password);
    if (member.isEmpty()) {
      refuse(Factor.PASSWORD, request, name, null);
      return Step.of(Result.REFUSED, "");
    }
    throttles.right(attempt);
    return afterPassword(request, response, member.get());
  }

  /** A passkey. */
  public Step passkey(HttpServletRequest request, HttpServletResponse response, String credential) {
    Optional<SignedIn> member =
        passkeys.use(request.getSession(), "use", credential).flatMap(this::find);
    if (member.isEmpty()) {
      refuse(Factor.PASSKEY, request, null, null);
      return Step.of(Result.REFUSED, "");
    }
    Optional<HalfSignIn> half = half(request);
    String destination =
        half.map(HalfSignIn::destination).orElseGet(() -> Destination.asked(request, response));
    return in(
        request, response, member.get(), EnumSet.of(Factor.PASSKEY), destination, clock.instant());
  }

  /** The code of the app, or a recovery code, after the password. */
  public Step code(HttpServletRequest request, HttpServletResponse response, String code) {
    HalfSignIn half = half(request).orElse(null);
    if (half == null || half.enrolling()) {
      return Step.of(Result.REFUSED, "/sign-in?ended=stale");
    }
    Proofs.Proof proof = proofs.prove(request, half.member(), code);
    if (proof.delay().isPresent()) {
      return new Step(Result.WAIT, "", proof.delay().get());
    }
    if (proof.factor().isEmpty()) {
      boolean over = !half.mayTry();
      if (over) {
        HalfSignIn.drop(request);
      }
      return Step.of(Result.REFUSED, over ? "/sign-in?refused" : "");
    }
    return in(
        request,
        response,
        half.member(),
        EnumSet.of(Factor.PASSWORD, proof.factor().get()),
        half.destination(),
        clock.instant());
  }

  /** A second factor was enrolled after the password; the sign-in is whole now. */
  public Step enrolled(HttpServletRequest request, HttpServletResponse response, Factor factor) {
    HalfSignIn half = half(request).orElseThrow();
    return in(
        request,
        response,
        half.member(),
        EnumSet.of(Factor.PASSWORD, factor),
        half.destination(),
        clock.instant());
  }

  /** The agency's own identity provider said who it is. */
  Step agency(
      HttpServletRequest request,
      HttpServletResponse response,
      MemberId member,
      Instant provedAt,
      String destination) {
    return find(member)
        .map(
            found -> in(request, response, found, EnumSet.of(Factor.AGENCY), destination, provedAt))
        .orElseGet(() -> {
          refuse(Factor.AGENCY, request, null, member);
          return Step.of(Result.REFUSED, "/sign-in?refused");
        });
  }

  /** The half sign-in of the request's session, if there is one. */
  public Optional<HalfSignIn> half(HttpServletRequest request) {
    return HalfSignIn.of(request, clock.instant())
        .filter(half -> !sessions.endedSince(half.member().member(), half.startedAt()));
  }

  /** Runs work as the member who may only enrol a second factor. */
  public <T> T enrolling(HalfSignIn half, java.util.function.Supplier<T> work) {
    if (!half.enrolling()) {
      throw new IllegalStateException("this sign-in needs its second factor, not a new one");
    }
    return acting.as(half.member(), work);
  }

  /** What the half signed-in member can go on with. */
  public Factors.Held held(HalfSignIn half) {
    return acting.as(half.member(), factors::held);
  }

  Optional<SignedIn> find(MemberId member) {
    return jdbc.sql(SignInSql.MEMBER)
        .param("member", member.value())
        .query((row, number) ->
            new SignedIn(
                row.getString("sign_in_name"),
                row.getString("display_name"),
                new MemberId(row.getObject("id", UUID.class)),
                agency(row.getObject("agency_id", UUID.class)),
                row.getBoolean("administrator")))
        .optional();
  }

  private Step afterPassword(
      HttpServletRequest request, HttpServletResponse response, SignedIn member) {
    String destination = Destination.asked(request, response);
    boolean second = acting.as(member, factors::held).second();
    if (!second && !settings.secondFactorRequired()) {
      return in(
          request, response, member, EnumSet.of(Factor.PASSWORD), destination, clock.instant());
    }
    attempts.record(
        Factor.PASSWORD.way(),
        Outcome.SECOND_FACTOR_ASKED,
        request.getRemoteAddr(),
        null,
        member.member());
    new HalfSignIn(member, !second, destination, clock.instant())
        .keep(Entrance.freshSession(request));
    return Step.of(Result.MORE_NEEDED, second ? "/sign-in/second-factor" : "/sign-in/enrol");
  }

  private Step in(
      HttpServletRequest request,
      HttpServletResponse response,
      SignedIn member,
      Set<Factor> proved,
      String destination,
      Instant provedAt) {
    return Step.of(
        Result.SIGNED_IN, entrance.in(request, response, member, proved, destination, provedAt));
  }

  private void refuse(
      Factor factor, HttpServletRequest request, @Nullable String name, @Nullable MemberId member) {
    attempts.record(factor.way(), Outcome.REFUSED, request.getRemoteAddr(), name, member);
  }

  private static @Nullable AgencyId agency(@Nullable UUID id) {
    return id == null ? null : new AgencyId(id);
  }
}
