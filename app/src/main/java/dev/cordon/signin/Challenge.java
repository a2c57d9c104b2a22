package dev.cordon.signin;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A challenge waiting in a session for its answer: for one purpose, once, for five minutes.
 *
 * @param <T> the options that were handed out
 */
final class Challenge<T> {

  private static final Duration LIFE = Duration.ofMinutes(5);

  private final AtomicReference<T> options;
  private final Instant until;

  private Challenge(T options, Instant until) {
    this.options = new AtomicReference<>(options);
    this.until = until;
  }

  static <T> T keep(HttpSession session, String purpose, T options, Instant now) {
    session.setAttribute(attribute(purpose), new Challenge<>(options, now.plus(LIFE)));
    return options;
  }

  /** The options kept for that purpose; from then on they are gone. */
  static <T> Optional<T> take(HttpSession session, String purpose, Class<T> type, Instant now) {
    Object kept = session.getAttribute(attribute(purpose));
    session.removeAttribute(attribute(purpose));
    if (kept instanceof Challenge<?> challenge && now.isBefore(challenge.until)) {
      Object options = challenge.options.getAndSet(null);
      return type.isInstance(options) ? Optional.of(type.cast(options)) : Optional.empty();
    }
    return Optional.empty();
  }

  private static String attribute(String purpose) {
    return "cordon.challenge." + purpose;
  }
}
