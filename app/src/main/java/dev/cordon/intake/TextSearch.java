package dev.cordon.intake;

import dev.cordon.access.OperationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts in which threads words stand; gives no word of them. Not thread-safe. */
final class TextSearch {

  private static final int MOST_THREADS_FOUND = 20_000;
  private static final long LOOK_AT_CLOCK_EVERY = 4096;

  private final OperationId operation;
  private final RowSet hidden;

  private final FoldedWords words;
  private final Set<UUID> locked;
  private final long deadline;
  private final Map<UUID, Long> counts = new HashMap<>();
  private long searched;
  private boolean complete = true;
  private @Nullable TextThread thread;
  private UUID threadId = new UUID(0, 0);

  TextSearch(
      OperationId operation, RowSet hidden, FoldedWords words, Set<UUID> locked, Duration atMost) {
    this.operation = operation;
    this.hidden = hidden;
    this.words = words;
    this.locked = locked;
    this.deadline = System.nanoTime() + atMost.toNanos();
  }

  void in(TextRun run) {
    thread = null;
    try {
      run.each(text -> hidden.contains(text.origin()) || look(run.system(), text));
    } catch (IOException failure) {
      throw new UncheckedIOException("sealed texts can not be read", failure);
    }
  }

  private boolean look(String system, SealedText text) {
    if (thread == null
        || !thread.thread().equals(text.thread())
        || !thread.channel().equals(text.origin().table())) {
      thread = new TextThread(system, text.origin().table(), text.thread());
      threadId = thread.id(operation);
    }
    if (locked.contains(threadId)) {
      return true;
    }
    searched++;
    if (words.in(text.text())) {
      if (counts.size() >= MOST_THREADS_FOUND && !counts.containsKey(threadId)) {
        complete = false;
        return false;
      }
      counts.merge(threadId, 1L, Long::sum);
    }
    if (searched % LOOK_AT_CLOCK_EVERY == 0 && System.nanoTime() - deadline > 0) {
      complete = false;
    }
    return complete;
  }

  boolean isComplete() {
    return complete;
  }

  TextFindings findings() {
    return new TextFindings(counts, searched, complete);
  }
}
