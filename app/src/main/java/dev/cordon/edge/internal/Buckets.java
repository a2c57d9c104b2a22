package dev.cordon.edge.internal;

import dev.cordon.edge.Limits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A token bucket for each asker, refilled as time passes. Holds at most {@value #MOST} askers: the
 * one unheard for longest is forgotten first, which for one that waited that long means a full
 * bucket. Safe for use by several threads.
 */
final class Buckets {

  static final int MOST = 50_000;

  private static final double NANOSECONDS = 1e9;

  private final Limits.Rate rate;
  private final LongSupplier nanoseconds;
  private final Map<Object, Bucket> buckets =
      new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Bucket> eldest) {
          return size() > MOST;
        }
      };

  Buckets(Limits.Rate rate, LongSupplier nanoseconds) {
    this.rate = rate;
    this.nanoseconds = nanoseconds;
  }

  private static final class Bucket {
    private double tokens;
    private long filledAt;
  }

  /** Takes a token and gives 0, or gives the seconds after which there is one again. */
  synchronized long take(Object asker) {
    long now = nanoseconds.getAsLong();
    Bucket bucket = buckets.computeIfAbsent(asker, any -> full(now));
    double filled = (now - bucket.filledAt) / NANOSECONDS * rate.perSecond();
    bucket.tokens = Math.min(rate.burst(), bucket.tokens + filled);
    bucket.filledAt = now;
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return 0;
    }
    return (long) Math.max(1, Math.ceil((1 - bucket.tokens) / rate.perSecond()));
  }

  synchronized int askers() {
    return buckets.size();
  }

  private Bucket full(long now) {
    Bucket bucket = new Bucket();
    bucket.tokens = rate.burst();
    bucket.filledAt = now;
    return bucket;
  }
}
