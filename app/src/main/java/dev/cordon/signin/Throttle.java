package dev.cordon.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows tries under one key: the first few are free, then each waits twice as long as the one
 * before, up to a longest wait. An hour of quiet forgets. Remembers a bounded number of keys; the
 * one longest untouched is forgotten first. Safe for use by several threads.
 */
final class Throttle {

  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private final int free;
  private final Duration longest;
  private final InstantSource clock;
  private final Map<String, Tries> tries;

  Throttle(int most, int free, Duration longest, InstantSource clock) {
    this.free = free;
    this.longest = longest;
    this.clock = clock;
    this.tries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > most;
          }
        };
  }

  private record Tries(int count, Instant last, Instant notBefore) {}

  /** How long to wait before a try; none when it may be made now. */
  synchronized Optional<Duration> waiting(String key) {
    Tries made = tries.get(key);
    Instant now = clock.instant();
    return made != null && now.isBefore(made.notBefore())
        ? Optional.of(Duration.between(now, made.notBefore()))
        : Optional.empty();
  }

  /** Counts a try before it is made, so that tries made at once count as many. */
  synchronized void count(String key) {
    Instant now = clock.instant();
    Tries made = tries.get(key);
    int before = made == null || now.isAfter(made.last().plus(FORGOTTEN_AFTER)) ? 0 : made.count();
    int count = before + 1;
    tries.put(key, new Tries(count, now, now.plus(delay(count))));
  }

  /** The try was right: it does not count. */
  synchronized void takeBack(String key) {
    Tries made = tries.remove(key);
    if (made != null && made.count() > 1) {
      tries.put(key, new Tries(made.count() - 1, made.last(), Instant.MIN));
    }
  }

  /** All tries under the key are forgiven. */
  synchronized void forget(String key) {
    tries.remove(key);
  }

  synchronized int size() {
    return tries.size();
  }

  private Duration delay(int count) {
    if (count < free) {
      return Duration.ZERO;
    }
    int doublings = Math.min(count - free, 20);
    Duration delay = Duration.ofSeconds(1L << doublings);
    return delay.compareTo(longest) < 0 ? delay : longest;
  }
}
