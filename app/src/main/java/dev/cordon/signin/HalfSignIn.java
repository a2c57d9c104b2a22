package dev.cordon.signin;

import dev.cordon.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A sign-in whose password was right and whose second factor is missing. It is nobody to the rest
 * of the server: no page and no row opens with it. Ends after ten minutes or five wrong codes.
 */
public final class HalfSignIn {

  private static final String ATTRIBUTE = "cordon.half-sign-in";
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int MOST_TRIES = 5;

  private final SignedIn member;
  private final boolean enrolling;
  private final String destination;
  private final Instant startedAt;
  private final AtomicInteger tries = new AtomicInteger();

  HalfSignIn(SignedIn member, boolean enrolling, String destination, Instant now) {
    this.member = member;
    this.enrolling = enrolling;
    this.destination = destination;
    this.startedAt = now;
  }

  /** Whether the member has no second factor and may only enrol one. */
  public boolean enrolling() {
    return enrolling;
  }

  SignedIn member() {
    return member;
  }

  /** When the password was proved. */
  Instant startedAt() {
    return startedAt;
  }

  String destination() {
    return destination;
  }

  /** Counts a try; false when there were too many. */
  boolean mayTry() {
    return tries.incrementAndGet() <= MOST_TRIES;
  }

  void keep(HttpSession session) {
    session.setAttribute(ATTRIBUTE, this);
  }

  static void drop(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(ATTRIBUTE);
    }
  }

  static Optional<HalfSignIn> of(HttpServletRequest request, Instant now) {
    HttpSession session = request.getSession(false);
    return session != null
            && session.getAttribute(ATTRIBUTE) instanceof HalfSignIn half
            && now.isBefore(half.startedAt.plus(LIFE))
        ? Optional.of(half)
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "HalfSignIn[hidden]";
  }
}
