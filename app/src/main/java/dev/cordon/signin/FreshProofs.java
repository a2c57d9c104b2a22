package dev.cordon.signin;

import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/** Proving again, inside a session, who is asking. */
@Service
public class FreshProofs {

  private final Proofs proofs;
  private final Passkeys passkeys;
  private final Factors factors;
  private final OpenSessions sessions;
  private final CurrentMember currentMember;
  private final SignInSettings settings;
  private final Acting acting;
  private final Ledger ledger;
  private final InstantSource clock;

  FreshProofs(
      Proofs proofs,
      Passkeys passkeys,
      Factors factors,
      OpenSessions sessions,
      CurrentMember currentMember,
      SignInSettings settings,
      Acting acting,
      Ledger ledger,
      InstantSource clock) {
    this.proofs = proofs;
    this.passkeys = passkeys;
    this.factors = factors;
    this.sessions = sessions;
    this.currentMember = currentMember;
    this.settings = settings;
    this.acting = acting;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * What a member can prove itself with now.
   *
   * @param password only where a password is all the member has and is enough
   */
  public record Ways(boolean passkey, boolean code, boolean password) {

    /** Whether there is no way but signing in anew. */
    public boolean none() {
      return !passkey && !code && !password;
    }
  }

  /** How a proof ended: proved, or why not. */
  public record Answer(boolean proved, Optional<Duration> delay) {}

  /** The ways of the member asking. */
  public Ways ways() {
    Factors.Held held = factors.held();
    return new Ways(
        held.passkeys() > 0,
        held.apps() > 0,
        !held.second() && held.identities() == 0 && !settings.secondFactorRequired());
  }

  /** The session of the request. */
  public static OpenSession session() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getDetails() instanceof OpenSession session) {
      return session;
    }
    throw new NotPermittedException();
  }

  /** Whether the request's session needs a proof now. */
  public boolean isNeeded() {
    return !sessions.isFresh(session());
  }

  /** Proves by a passkey of the member itself. */
  public Answer byPasskey(HttpServletRequest request, String credential) {
    boolean own =
        passkeys
            .use(request.getSession(), "use", credential)
            .filter(currentMember.member()::equals)
            .isPresent();
    return own ? proved(Factor.PASSKEY) : new Answer(false, Optional.empty());
  }

  /** Proves by the app's code, a recovery code, or the password where it is all there is. */
  public Answer bySecret(HttpServletRequest request, String secret) {
    Ways ways = ways();
    if (!ways.code() && !ways.password()) {
      return new Answer(false, Optional.empty());
    }
    Proofs.Proof proof =
        ways.code()
            ? proofs.prove(request, currentMember.get(), secret)
            : proofs.provePassword(request, currentMember.get(), secret);
    return proof.factor().isPresent()
        ? proved(proof.factor().get())
        : new Answer(false, proof.delay());
  }

  private Answer proved(Factor factor) {
    session().proved(clock.instant());
    acting.run(
        currentMember.get(),
        () ->
            ledger.append(
                Entry.ofInstallation(Act.CONSULTATION, "fresh-proof", "by " + factor.words())
                    .touching(currentMember.member())));
    return new Answer(true, Optional.empty());
  }
}
