package dev.cordon.intake;

import dev.cordon.CordonException;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/*
 * Life of a taking. A row of the database says that a file waits; one worker for each operation takes the
 * oldest, notes that it runs, and takes it in as the member who asked. Killed anywhere, the row still says
 * that it runs: the next start begins it again. Intake is all or nothing and gives the same records each
 * time; a source that was entered just before the end was noted is found again by its bytes. When the server
 * stops in good order the file is left where it is and begun again at the next start, too.
 */
/**
 * Takes in, and reads again, what waits, one file at a time for each operation. Safe for use by
 * several threads.
 */
@Component
class TakingQueue implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(TakingQueue.class);
  private static final Duration STOPPING = Duration.ofSeconds(30);

  private final TakingRegister register;
  private final Sources sources;
  private final RereadingWork rereadings;
  private final ImportFolder importFolder;
  private final Map<UUID, TakingWatch> watches = new ConcurrentHashMap<>();
  private final Set<OperationId> working = new HashSet<>();
  private final Set<OperationId> wanted = new HashSet<>();
  private volatile ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean runs;

  TakingQueue(
      TakingRegister register,
      Sources sources,
      RereadingWork rereadings,
      ImportFolder importFolder) {
    this.register = register;
    this.sources = sources;
    this.rereadings = rereadings;
    this.importFolder = importFolder;
  }

  /** Something waits in the operation. */
  void wake(OperationId operation) {
    synchronized (working) {
      if (!runs) {
        return;
      }
      wanted.add(operation);
      if (working.add(operation)) {
        workers.execute(() -> work(operation));
      }
    }
  }

  /** How far a file is that is taken in now. */
  Optional<TakingProgress> progress(UUID taking) {
    return Optional.ofNullable(watches.get(taking)).map(TakingWatch::progress);
  }

  /** Stops a file that is taken in now. */
  void stop(UUID taking) {
    Optional.ofNullable(watches.get(taking)).ifPresent(TakingWatch::stop);
  }

  @Override
  public void start() {
    synchronized (working) {
      if (workers.isShutdown()) {
        workers = Executors.newVirtualThreadPerTaskExecutor();
      }
      runs = true;
    }
    try {
      register.left().stream().map(TakingRegister.Left::operation).distinct().forEach(this::wake);
    } catch (RuntimeException unreadable) {
      LOG.error("what waits to be taken in could not be read", unreadable);
    }
  }

  @Override
  public void stop() {
    synchronized (working) {
      runs = false;
    }
    watches.values().forEach(TakingWatch::stop);
    workers.shutdown();
    try {
      workers.awaitTermination(STOPPING.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return runs;
  }

  private void work(OperationId operation) {
    try {
      while (runs) {
        synchronized (working) {
          wanted.remove(operation);
        }
        boolean tookAll = register.left(operation).stream().allMatch(this::take);
        synchronized (working) {
          if (!tookAll || !wanted.contains(operation)) {
            working.remove(operation);
            return;
          }
        }
      }
    } catch (RuntimeException failed) {
      LOG.error(
          "the queue of operation {} stopped; it goes on when asked again", operation, failed);
    }
    synchronized (working) {
      working.remove(operation);
    }
  }

  /** Whether the worker may go on with the next. */
  private boolean take(TakingRegister.Left left) {
    if (!runs) {
      return false;
    }
    CurrentMember.as(left.member(), () -> takeAs(left));
    return runs;
  }

  private void takeAs(TakingRegister.Left left) {
    try {
      Taking taking = register.begin(left.operation(), left.id());
      if (taking.state() == Taking.State.RUNNING) {
        take(left.operation(), taking);
      }
    } catch (NotPermittedException forgone) {
      register.refuseForgone(left.id());
    } catch (CordonException refused) {
      register.ended(
          left.operation(), left.id(), Taking.State.REFUSED, String.valueOf(refused.getMessage()));
    }
  }

  private void take(OperationId operation, Taking taking) {
    TakingWatch watch = new TakingWatch(taking.sizeBytes());
    watches.put(taking.id(), watch);
    try {
      if (taking.stopAskedAt() != null
          || register.get(operation, taking.id()).stopAskedAt() != null) {
        watch.stop();
      }
      Rereading again = taking.again();
      if (again != null) {
        String left = rereadings.carryOut(operation, taking, again, watch);
        register.done(operation, taking.id(), Taking.State.DONE, again.source(), left);
        return;
      }
      Sources.Taken taken =
          sources.take(
              operation,
              importFolder.find(taking.name()),
              taking.name(),
              watch,
              register.handedOver(operation, taking.id()));
      register.done(operation, taking.id(), stateOf(taking, taken), taken.source().id(), null);
    } catch (TakingWatch.Stopped stopped) {
      // A server that stops leaves it as it is: the next start begins it again.
      if (runs) {
        register.ended(
            operation,
            taking.id(),
            Taking.State.STOPPED,
            taking.again() == null
                ? "stopped when asked to; nothing of it was taken in"
                : "stopped when asked to; its records stay as they were");
      }
    } catch (NotPermittedException | CordonException refused) {
      throw refused;
    } catch (RuntimeException failed) {
      LOG.error("taking {} failed", taking.id(), failed);
      register.ended(
          operation,
          taking.id(),
          Taking.State.REFUSED,
          taking.again() == null
              ? "it could not be taken in: our fault, the server's log says more; nothing of it was taken in, ask again"
              : "it could not be read again: our fault, the server's log says more; ask again");
    } finally {
      watches.remove(taking.id());
    }
  }

  /** A source entered by this very taking is its own, also when its end was noted only later. */
  private static Taking.State stateOf(Taking taking, Sources.Taken taken) {
    boolean own =
        taken.source().name().equals(taking.name())
            && !taken.source().takenAt().isBefore(taking.askedAt());
    return taken.sameBytes() && !own ? Taking.State.SAME_BYTES : Taking.State.DONE;
  }
}
