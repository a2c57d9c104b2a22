package dev.cordon.intake.profiles;

import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.ReadingReasons;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.Restrictions;
import dev.cordon.intake.RowSet;
import dev.cordon.intake.Source;
import dev.cordon.intake.SourceContents;
import dev.cordon.intake.SourceId;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Samples of taken sources, for who may read the operation's records and has said why. A sample is
 * kept in memory for some minutes so that a person can work on it; each look is an entry in the
 * ledger. Thread-safe.
 */
@Service
public class SourceSamples {

  private static final int MOST_KEPT = 4;
  private static final Duration KEPT = Duration.ofMinutes(15);
  private static final int AT_ONCE = 1;

  private final SourceContents contents;
  private final OperationProfiles profiles;
  private final Restrictions restrictions;
  private final ReadingReasons reasons;
  private final Ledger ledger;
  private final TransactionTemplate transactions;
  private final Semaphore working = new Semaphore(AT_ONCE);
  private final Map<Key, Kept> kept = new LinkedHashMap<>();

  SourceSamples(
      SourceContents contents,
      OperationProfiles profiles,
      Restrictions restrictions,
      ReadingReasons reasons,
      Ledger ledger,
      PlatformTransactionManager transactions) {
    this.contents = contents;
    this.profiles = profiles;
    this.restrictions = restrictions;
    this.reasons = reasons;
    this.ledger = ledger;
    this.transactions = new TransactionTemplate(transactions);
  }

  private record Key(
      OperationId operation, String sha256, List<Profiles.Match> logs, RowSet hidden) {}

  private record Kept(SourceSample sample, long madeNanos) {}

  /**
   * The sample of a source.
   *
   * @param what what it is looked at for, in the ledger
   * @throws RefusedException where the original cannot be opened; the message says why
   */
  public SourceSample of(OperationId operation, Source source, String what) {
    SourceContents.Bytes bytes = contents.of(operation, source);
    transactions.executeWithoutResult(status ->
        ledger.append(
            Entry.of(
                    operation,
                    Act.CONSULTATION,
                    "source-sample",
                    reasons.require(operation).about(what))
                .touching("source " + source.id(), source.sha256())));
    Profiles known = profiles.of(operation);
    Key key =
        new Key(
            operation,
            source.sha256(),
            known.logs(),
            restrictions.hidden(operation).of(new SourceId(source.id())));
    SourceSample sample = known(key);
    return sample == null ? made(key, known, source, bytes) : sample;
  }

  /** The key under which values of this operation are masked. */
  public byte[] maskingKey(OperationId operation) {
    return contents.maskingKey(operation);
  }

  private SourceSample made(
      Key key, Profiles profilesKnown, Source source, SourceContents.Bytes bytes) {
    boolean mayWork = false;
    try {
      mayWork = working.tryAcquire(SampleLimits.PAGE.time().toSeconds(), TimeUnit.SECONDS);
      if (!mayWork) {
        throw new RefusedException(
            "Another source is being looked at just now; try again in half a minute.");
      }
      SourceSample known = known(key);
      if (known != null) {
        return known;
      }
      SourceSample sample =
          Sampler.sample(
              bytes,
              SampleLimits.PAGE,
              profilesKnown,
              new HiddenSample(new SourceId(source.id()), key.hidden()));
      keep(key, sample);
      return sample;
    } catch (IOException failure) {
      throw new RefusedException(source.name() + " cannot be read: " + failure.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new RefusedException("The look at " + source.name() + " was stopped.");
    } finally {
      if (mayWork) {
        working.release();
      }
    }
  }

  private @org.jspecify.annotations.Nullable SourceSample known(Key key) {
    synchronized (kept) {
      kept.values().removeIf(old -> System.nanoTime() - old.madeNanos > KEPT.toNanos());
      Kept found = kept.get(key);
      return found == null ? null : found.sample();
    }
  }

  private void keep(Key key, SourceSample sample) {
    synchronized (kept) {
      kept.put(key, new Kept(sample, System.nanoTime()));
      while (kept.size() > MOST_KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
  }
}
