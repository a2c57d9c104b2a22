package dev.cordon.intake;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.SealedAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The sources of operations. A file is judged, sealed and read outside of any transaction; entering
 * it, the ledger's entry and the event are one transaction. A source whose entering failed is
 * entered when the same file is taken in again. Thread-safe; one file at a time per operation.
 */
@Service
public class Sources {

  private final SourceRegister register;
  private final FactsRegister facts;
  private final SourceLists lists;
  private final SourceComparisons comparisons;
  private final OpenedRows rows;
  private final CountRegister counts;
  private final Vaults vaults;
  private final Intakes intakes;
  private final Unentered unentered;
  private final Restrictions restrictions;

  Sources(
      SourceRegister register,
      FactsRegister facts,
      SourceLists lists,
      SourceComparisons comparisons,
      OpenedRows rows,
      CountRegister counts,
      Vaults vaults,
      Intakes intakes,
      Unentered unentered,
      Restrictions restrictions) {
    this.register = register;
    this.facts = facts;
    this.lists = lists;
    this.comparisons = comparisons;
    this.rows = rows;
    this.counts = counts;
    this.vaults = vaults;
    this.intakes = intakes;
    this.unentered = unentered;
    this.restrictions = restrictions;
  }

  /** Tells what the investigators know (operation.yaml); before the first source, once. */
  public void tell(OperationId operation, String yaml) {
    facts.tell(operation, yaml);
  }

  /** What the investigators know; nothing when nothing was told. */
  public OperationFacts facts(OperationId operation) {
    register.requireReader(operation);
    return facts.facts(operation).orElse(OperationFacts.UNKNOWN);
  }

  /**
   * Takes a file in under this name.
   *
   * @throws RefusedException when the operation lacks its grounds or the file cannot be taken in
   */
  public Taken take(OperationId operation, Path file, String name) {
    return take(operation, file, name, new TakingWatch(0), HandedOver.UNKNOWN);
  }

  /** As {@link #take(OperationId, Path, String)}, watched, with who handed it over. */
  Taken take(
      OperationId operation, Path file, String name, TakingWatch watch, HandedOver handedOver) {
    register.requireGrounds(operation);
    Vault vault = vaults.of(operation);
    synchronized (vault) {
      unentered.enter(operation);
      IntakeOutcome outcome;
      try (Intake intake = intakes.open(operation)) {
        outcome = intake.take(Original.of(file), name, register.cause("taken in"), watch);
      }
      watch.enters();
      return switch (outcome) {
        case IntakeOutcome.Taken taken -> entered(operation, taken.report(), handedOver, false);
        case IntakeOutcome.SameBytes same -> entered(operation, same.report(), handedOver, true);
        case IntakeOutcome.HoldsMedia media ->
            throw new MediaFoundException(media.name(), media.found());
        case IntakeOutcome.NotTaken refused ->
            throw new RefusedException(refused.name() + " " + refused.reason());
      };
    }
  }

  /** A source, and whether the same bytes were a source before. */
  public record Taken(Source source, boolean sameBytes) {}

  private Taken entered(
      OperationId operation, SourceReport report, HandedOver handedOver, boolean sameBytes) {
    unentered.enter(operation, report.id(), handedOver);
    return new Taken(register.get(operation, report.id().value()), sameBytes);
  }

  /** The sources, first taken first. */
  public Page<Source> page(OperationId operation, int number) {
    return page(operation, SourceFilter.ALL, number);
  }

  /** The sources of that kind, first taken first. */
  public Page<Source> page(OperationId operation, SourceFilter filter, int number) {
    return lists.page(operation, filter, number);
  }

  /** The balance of all sources together. */
  public Balance sum(OperationId operation) {
    return lists.sum(operation);
  }

  /** Which of these names a source has. */
  public Set<String> known(OperationId operation, List<String> names) {
    return lists.known(operation, names);
  }

  /** What its records hold; nothing when they were never counted. */
  public SourceCounts counts(OperationId operation, UUID source) {
    register.get(operation, source);
    return counts.of(operation, source, counts.edition(operation, source));
  }

  /** Two sources beside each other. */
  public SourceComparison compare(OperationId operation, UUID left, UUID right) {
    return comparisons.compare(operation, left, right);
  }

  /**
   * Two editions of a source beside each other; none where an earlier version of the software kept
   * no report of one of them.
   */
  public Optional<SourceComparison> compare(
      OperationId operation, UUID source, int before, int after) {
    return comparisons.compare(operation, source, before, after);
  }

  /** Whether its records were counted. */
  public boolean isCounted(OperationId operation, UUID source) {
    return counts.edition(operation, source) > 0;
  }

  /** Counts the records of a source taken in before there were counts. */
  public void countAgain(OperationId operation, UUID source) {
    register.requireWriter(operation);
    SourceId id = new SourceId(register.get(operation, source).id());
    unentered.count(operation, id);
  }

  /** States the zone of a source's times; its records follow when they are read again. */
  public void stateZone(OperationId operation, UUID source, String zone) {
    String stated = TakingRequest.checkedZone(zone);
    if (stated == null) {
      throw new RefusedException("Name a zone, or write unknown.");
    }
    facts.state(operation, register.get(operation, source).name(), stated, null);
  }

  /** One source. */
  public Source get(OperationId operation, UUID source) {
    return register.get(operation, source);
  }

  /** The first source taken in under this name. */
  public Optional<Source> named(OperationId operation, String name) {
    return register.named(operation, name);
  }

  /** The balances of a source. */
  public Page<Balance> balances(OperationId operation, UUID source, int number) {
    return balances(operation, source, "", number);
  }

  /** The balances of a source's tables whose names hold the part. */
  public Page<Balance> balances(OperationId operation, UUID source, String part, int number) {
    return lists.balances(operation, source, part.strip(), number);
  }

  /** The records of the operation, for analysts and coordinators; the caller closes them. */
  public SealedRecords openRecords(OperationId operation) {
    return openRecords(operation, () -> register.requireReader(operation));
  }

  private SealedRecords openRecords(OperationId operation, RecordPermission permission) {
    permission.require();
    Vault vault = vaults.of(operation);
    return SealedRecords.open(
        vault.records(),
        vault.key(),
        permission,
        SealedRecords.Limits.ofAllRecords(),
        restrictions.hidden(operation));
  }

  /** The texts of the operation; each of its methods demands the access to what it opens. */
  public SealedTexts texts(OperationId operation) {
    return new SealedTexts(
        operation,
        vaults.of(operation),
        register.textSources(operation),
        restrictions.hidden(operation));
  }

  /** The names the accounts of a system go by, for who reads one of its threads. */
  public Map<String, String> handles(
      OperationId operation, String system, Set<String> accounts, SealedAccess access) {
    access.require(operation, access.thing());
    if (accounts.isEmpty()) {
      return Map.of();
    }
    try (SealedRecords records =
        openRecords(operation, () -> access.require(operation, access.thing()))) {
      return SourceRows.handles(records, system, accounts);
    }
  }

  /** The bytes of a table of reference taken in under this name, when there is one. */
  public Optional<InputStream> openReference(OperationId operation, String name) {
    Source source = register.named(operation, name).orElse(null);
    if (source == null || source.sealing() != SourceReport.Sealing.COPIED) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          vaults
              .of(operation)
              .openSource(source.sha256(), () -> register.requireReader(operation)));
    } catch (IOException failure) {
      throw new UncheckedIOException(name + " cannot be opened in the vault", failure);
    }
  }

  /** The records of one source; the caller closes them. */
  SealedRecords openRecords(OperationId operation, Source source) {
    return rows.records(operation, source);
  }

  /** One row of a source with the records it gave; looking is noted in the ledger. */
  public SourceRow row(OperationId operation, UUID source, String table, long row, String act) {
    return rows.row(operation, source, table, row, act);
  }

  /**
   * The original of a row that was opened before, in the sealed source; values no record holds are
   * masked.
   */
  public OriginalRow original(OperationId operation, UUID source, SourceRow row) {
    return rows.original(operation, source, row);
  }
}
