package dev.cordon.intake;

import java.util.Map;
import java.util.UUID;

/**
 * What a search through texts found: counts, never a word.
 *
 * @param threads how many messages of each thread hold what was searched for
 * @param searched how many messages were looked through
 * @param complete false when the search stopped at its limit of time or threads
 */
public record TextFindings(Map<UUID, Long> threads, long searched, boolean complete) {

  /** Copies the counts. */
  public TextFindings {
    threads = Map.copyOf(threads);
  }

  /** How many messages hold it. */
  public long messages() {
    return threads.values().stream().mapToLong(Long::longValue).sum();
  }
}
