package dev.cordon.sealedtext;

import dev.cordon.Page;
import java.time.Instant;
import java.util.UUID;

/**
 * What a search found: counts and threads, never a word.
 *
 * @param searched how many messages were looked through
 * @param locked how many threads were locked and not looked into
 * @param complete false when the search stopped at its limit
 */
public record SearchResult(
    UUID id,
    Instant searchedAt,
    long searched,
    long threadsFound,
    long messagesFound,
    long locked,
    boolean complete,
    Page<Hit> hits) {

  /** A thread and how many of its messages hold what was searched for. */
  public record Hit(ThreadSummary thread, long messages) {}
}
