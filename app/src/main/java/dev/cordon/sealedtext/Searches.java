package dev.cordon.sealedtext;

import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import dev.cordon.intake.FoldedWords;
import dev.cordon.intake.Sources;
import dev.cordon.intake.TextFindings;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Service;

/**
 * Searches through the texts of an operation: counts and threads, never a word. One at a time on
 * this server, for at most two minutes; a search that stopped there says so.
 */
@Service
public class Searches {

  private static final Duration AT_MOST = Duration.ofMinutes(2);

  private final SearchRegister register;
  private final Sources sources;
  private final Semaphore turn = new Semaphore(1);

  Searches(SearchRegister register, Sources sources) {
    this.register = register;
    this.sources = sources;
  }

  /**
   * Searches; the entry commits to the words before anything is looked into.
   *
   * @return the id under which the member finds the counts
   */
  public UUID search(OperationId operation, String typed, String reason, String legalBasis) {
    FoldedWords words = FoldedWords.of(typed);
    if (!turn.tryAcquire()) {
      throw new RefusedException("Another search is running; wait until it is done.");
    }
    try {
      SearchRegister.Started started = register.start(operation, typed, reason, legalBasis);
      TextFindings found =
          sources.texts(operation).search(words, started.locked(), AT_MOST, started.access());
      return register.enter(operation, found, started.locked().size());
    } finally {
      turn.release();
    }
  }

  /** What one of the member's own searches found. */
  public SearchResult get(OperationId operation, UUID search, int page) {
    return register.get(operation, search, page);
  }
}
