package dev.cordon.signin;

import dev.cordon.access.PasswordCheck;
import dev.cordon.access.SignedIn;
import dev.cordon.signin.Attempts.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Codes and passwords of a member that is known already: tried slowly, each try recorded. */
@Component
class Proofs {

  private final PasswordCheck passwords;
  private final AuthenticatorApps apps;
  private final RecoveryCodes codes;
  private final KnownDevices devices;
  private final Throttles throttles;
  private final Attempts attempts;
  private final Acting acting;

  Proofs(
      PasswordCheck passwords,
      AuthenticatorApps apps,
      RecoveryCodes codes,
      KnownDevices devices,
      Throttles throttles,
      Attempts attempts,
      Acting acting) {
    this.passwords = passwords;
    this.apps = apps;
    this.codes = codes;
    this.devices = devices;
    this.throttles = throttles;
    this.attempts = attempts;
    this.acting = acting;
  }

  /** Which factor a code proved, or how long to wait. */
  record Proof(Optional<Factor> factor, Optional<Duration> delay) {}

  /** Tries a code as the app's, then as a recovery code. */
  Proof prove(HttpServletRequest request, SignedIn member, String code) {
    return throttled(
        request,
        member,
        () -> acting.as(member, () -> apps.use(code)),
        Factor.AUTHENTICATOR_APP,
        () -> acting.as(member, () -> codes.use(code)),
        Factor.RECOVERY_CODE);
  }

  /** Tries the password of a member who has nothing else. */
  Proof provePassword(HttpServletRequest request, SignedIn member, String password) {
    return throttled(
        request,
        member,
        () -> passwords.check(member.getName(), password).isPresent(),
        Factor.PASSWORD,
        () -> false,
        Factor.PASSWORD);
  }

  private Proof throttled(
      HttpServletRequest request,
      SignedIn member,
      BooleanSupplier first,
      Factor firstFactor,
      BooleanSupplier second,
      Factor secondFactor) {
    Throttles.Attempt attempt =
        new Throttles.Attempt(
            "code of " + member.member(),
            request.getRemoteAddr(),
            devices.known(request, member.getName()).map(device -> "code " + device));
    Optional<Duration> wait = throttles.take(attempt);
    if (wait.isPresent()) {
      attempts.record(
          firstFactor.way(), Outcome.MADE_TO_WAIT, request.getRemoteAddr(), null, member.member());
      return new Proof(Optional.empty(), wait);
    }
    Optional<Factor> proved =
        first.getAsBoolean()
            ? Optional.of(firstFactor)
            : second.getAsBoolean() ? Optional.of(secondFactor) : Optional.empty();
    if (proved.isPresent()) {
      throttles.right(attempt);
    } else {
      attempts.record(
          firstFactor.way(), Outcome.REFUSED, request.getRemoteAddr(), null, member.member());
    }
    return new Proof(proved, Optional.empty());
  }
}
