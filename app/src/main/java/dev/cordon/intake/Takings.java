package dev.cordon.intake;

import dev.cordon.Page;
import dev.cordon.access.OperationId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Files of the import folder asked for, and taken in one after the other in the background.
 *
 * <p>Promises: what was asked for stays asked for when the page is left or the server stops; what
 * was begun is begun again with the same result. Thread-safe.
 */
@Service
public class Takings {

  private final TakingRegister register;
  private final TakingQueue queue;
  private final ImportFolder importFolder;

  Takings(TakingRegister register, TakingQueue queue, ImportFolder importFolder) {
    this.register = register;
    this.queue = queue;
    this.importFolder = importFolder;
  }

  /** Asks for files by their names below the import folder; gives how many were new. */
  public int ask(OperationId operation, List<String> names, TakingRequest request) {
    List<ImportFolder.Waiting> files =
        names.stream().distinct().map(importFolder::waiting).toList();
    int added = register.add(operation, files, request);
    queue.wake(operation);
    return added;
  }

  /** Asks for every file of the import folder; gives how many were new. */
  public int askForAll(OperationId operation, TakingRequest request) {
    int added = register.add(operation, importFolder.all(), request);
    queue.wake(operation);
    return added;
  }

  /** The queue: what runs, what waits, what ended, the last first. */
  public Page<Taking> page(OperationId operation, int number) {
    return register.page(operation, number);
  }

  /** How many wait or run. */
  public long open(OperationId operation) {
    return register.open(operation);
  }

  /** The names of the files that wait or run. */
  public Set<String> openNames(OperationId operation) {
    return register.openNames(operation);
  }

  /** One of them. */
  public Taking get(OperationId operation, UUID taking) {
    return register.get(operation, taking);
  }

  /** How far a file is while it is taken in by this server. */
  public Optional<TakingProgress> progress(UUID taking) {
    return queue.progress(taking);
  }

  /** Asks that one be stopped: one that waits at once, one that runs at the next bytes read. */
  public void stop(OperationId operation, UUID taking) {
    Taking asked = register.askToStop(operation, taking);
    if (asked.state() == Taking.State.WAITING) {
      register.ended(operation, taking, Taking.State.STOPPED, "stopped before it began");
      return;
    }
    queue.stop(taking);
  }
}
