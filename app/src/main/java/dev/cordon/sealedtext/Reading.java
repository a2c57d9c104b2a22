package dev.cordon.sealedtext;

import dev.cordon.access.OperationId;
import dev.cordon.access.SealedAccess;
import dev.cordon.access.SealedAccesses;
import dev.cordon.access.SealedOpening;
import dev.cordon.intake.Origin;
import dev.cordon.intake.SealedText;
import dev.cordon.intake.Sources;
import dev.cordon.intake.TextWindow;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reading one thread: opened with reason and legal basis, each page an entry of its own, closed by
 * time. A thread that is locked shows no word, whoever holds it open.
 */
@Service
@Transactional
public class Reading {

  private final Threads threads;
  private final Locks locks;
  private final SealedAccesses sealed;
  private final Sources sources;

  Reading(Threads threads, Locks locks, SealedAccesses sealed, Sources sources) {
    this.threads = threads;
    this.locks = locks;
    this.sealed = sealed;
    this.sources = sources;
  }

  /**
   * A page of a thread, and the names the writers on it go by.
   *
   * @param handles name by account, where the system's accounts tell one
   */
  public record OpenPage(TextWindow window, Map<String, String> handles) {

    @Override
    public String toString() {
      return "OpenPage[hidden]";
    }
  }

  /** Opens a thread for the member asking. */
  public void open(
      OperationId operation, UUID thread, String reason, String legalBasis, Duration stands) {
    threads.get(operation, thread);
    locks.requireUnlocked(operation, thread);
    sealed.open(operation, Threads.thing(thread), reason, legalBasis, stands);
  }

  /** The opening of the member asking that stands. */
  @Transactional(readOnly = true)
  public Optional<SealedOpening> standing(OperationId operation, UUID thread) {
    return sealed.standing(operation, Threads.thing(thread));
  }

  /** Closes the thread for the member asking. */
  public void close(OperationId operation, UUID thread) {
    sealed.close(operation, Threads.thing(thread));
  }

  /**
   * A page of an open thread; entered in the ledger.
   *
   * @param writer only texts of this account; null for all
   */
  public OpenPage read(OperationId operation, UUID thread, @Nullable String writer, int page) {
    ThreadSummary summary = threads.get(operation, thread);
    locks.requireUnlocked(operation, thread);
    SealedAccess access = sealed.view(operation, Threads.thing(thread), "page " + page);
    TextWindow window = sources.texts(operation).read(summary.thread(), writer, page, access);
    Set<String> accounts =
        window.writers().keySet().stream()
            .filter(account -> !account.isEmpty())
            .limit(200)
            .collect(Collectors.toSet());
    return new OpenPage(
        window, sources.handles(operation, summary.thread().system(), accounts, access));
  }

  /** On which page a message stands; entered in the ledger like a page. */
  public int pageOf(OperationId operation, UUID thread, Origin message) {
    ThreadSummary summary = threads.get(operation, thread);
    locks.requireUnlocked(operation, thread);
    SealedAccess access = sealed.view(operation, Threads.thing(thread), "place of a mark");
    return sources.texts(operation).pageOf(summary.thread(), message, access).orElse(1);
  }

  /** Whether a message stands in an open thread; its own key then. */
  String keyOf(OperationId operation, UUID thread, Origin message) {
    ThreadSummary summary = threads.get(operation, thread);
    locks.requireUnlocked(operation, thread);
    SealedAccess access = sealed.view(operation, Threads.thing(thread), "message to mark");
    return sources
        .texts(operation)
        .find(summary.thread(), message, access)
        .map(SealedText::key)
        .orElseThrow(NoSuchElementException::new);
  }
}
