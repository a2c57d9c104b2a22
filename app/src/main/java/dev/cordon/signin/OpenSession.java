package dev.cordon.signin;

import dev.cordon.access.SignedIn;
import jakarta.servlet.AsyncContext;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One open session: whose, where from, since when, and how freshly proved. Lives in memory only.
 * Safe for use by several threads.
 */
public final class OpenSession {

  private final UUID id = UUID.randomUUID();
  private final SignedIn member;
  private final Place place;
  private final Instant startedAt;
  private final Set<Factor> factors;
  private final Set<AsyncContext> streams = ConcurrentHashMap.newKeySet();
  private volatile Instant lastSeen;
  private volatile Instant provedAt;
  private volatile boolean ended;

  OpenSession(SignedIn member, Place place, Set<Factor> factors, Instant now, Instant provedAt) {
    this.member = member;
    this.place = place;
    this.factors = EnumSet.copyOf(factors);
    this.startedAt = now;
    this.lastSeen = now;
    this.provedAt = provedAt;
  }

  /** Which session, for lists; not the cookie's value. */
  public UUID id() {
    return id;
  }

  /** Whose. */
  public SignedIn member() {
    return member;
  }

  /** Where it was opened. */
  public Place place() {
    return place;
  }

  /** Since when. */
  public Instant startedAt() {
    return startedAt;
  }

  /** When the last request came. */
  public Instant lastSeen() {
    return lastSeen;
  }

  /** When the member last proved who it is. */
  Instant provedAt() {
    return provedAt;
  }

  /** What it was opened with, in words. */
  public String factorWords() {
    return String.join(" and ", factors.stream().map(Factor::words).toList());
  }

  boolean isEnded() {
    return ended;
  }

  void seen(Instant now) {
    lastSeen = now;
  }

  void proved(Instant now) {
    provedAt = now;
  }

  /** Keeps a stream so that it closes with the session. */
  void holds(AsyncContext stream) {
    streams.add(stream);
    if (ended) {
      close(stream);
    }
  }

  void released(AsyncContext stream) {
    streams.remove(stream);
  }

  void end() {
    ended = true;
    streams.forEach(this::close);
  }

  private void close(AsyncContext stream) {
    streams.remove(stream);
    try {
      stream.complete();
    } catch (IllegalStateException closedBefore) {
      // It ended by itself.
    }
  }

  @Override
  public String toString() {
    return "OpenSession[" + id + "]";
  }
}
