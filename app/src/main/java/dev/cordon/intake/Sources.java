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
import java.util.NoSuchElementException;
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
  private final Editions editions;
  private final CountRegister counts;
  private final Vaults vaults;
  private final Intakes intakes;
  private final Unentered unentered;
  private final Restrictions restrictions;

  Sources(
      SourceRegister register,
      FactsRegister facts,
      Editions editions,
      CountRegister counts,
      Vaults vaults,
      Intakes intakes,
      Unentered unentered,
      Restrictions restrictions) {
    this.register = register;
    this.facts = facts;
    this.editions = editions;
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
    return register.page(operation, filter, number);
  }

  /** The balance of all sources together. */
  public Balance sum(OperationId operation) {
    return register.sum(operation);
  }

  /** Which of these names a source has. */
  public Set<String> known(OperationId operation, List<String> names) {
    return register.known(operation, names);
  }

  /** What its records hold; nothing when they were never counted. */
  public SourceCounts counts(OperationId operation, UUID source) {
    register.get(operation, source);
    return counts.of(operation, source, counts.edition(operation, source));
  }

  /** Two sources beside each other. */
  public SourceComparison compare(OperationId operation, UUID left, UUID right) {
    return SourceComparison.of(side(operation, left), side(operation, right));
  }

  /**
   * Two editions of a source beside each other; none where an earlier version of the software kept
   * no report of one of them.
   */
  public Optional<SourceComparison> compare(
      OperationId operation, UUID source, int before, int after) {
    SourceId id = new SourceId(source);
    register.get(operation, source);
    Optional<Edition> left = editions.find(operation, id, before);
    Optional<Edition> right = editions.find(operation, id, after);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        SourceComparison.of(
            new SourceComparison.Side(left.get().report(), counts.of(operation, source, before)),
            new SourceComparison.Side(right.get().report(), counts.of(operation, source, after))));
  }

  private SourceComparison.Side side(OperationId operation, UUID source) {
    SourceCounts counted = counts(operation, source);
    try {
      return new SourceComparison.Side(
          Intake.report(vaults.of(operation), new SourceId(source)).orElseThrow(), counted);
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "the report of source " + source + " can not be read", failure);
    }
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
    return register.balances(operation, source, part.strip(), number);
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

  /** The records of one source; the caller closes them. */
  SealedRecords openRecords(OperationId operation, Source source) {
    Vault vault = vaults.of(operation);
    return SealedRecords.openOnly(
        vault.records(),
        vault.key(),
        () -> register.requireReader(operation),
        new SourceId(source.id()),
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

  /** One row of a source with the records it gave; looking is noted in the ledger. */
  public SourceRow row(OperationId operation, UUID source, String table, long row, String act) {
    register.requireReason(operation);
    Source found = register.get(operation, source);
    register.consulted(operation, found.sha256(), table, row, act);
    Optional<Optional<SourceRow>> placed =
        SourceRows.find(
            vaults.of(operation),
            () -> register.requireReader(operation),
            found,
            table,
            row,
            restrictions.hidden(operation));
    if (placed.isPresent()) {
      return placed.get().orElseThrow(NoSuchElementException::new);
    }
    try (SealedRecords records = openRecords(operation, found)) {
      return SourceRows.find(records, found, table, row).orElseThrow(NoSuchElementException::new);
    }
  }

  private static String where(Source source) {
    String original =
        "The source is sealed by reference: its bytes are not in the vault. The original is "
            + source.name()
            + ", as it was received";
    return source.originalPlace() == null
        ? original + "."
        : original + "; it lies: " + source.originalPlace();
  }

  /**
   * The original of a row that was opened before, in the sealed source; values no record holds are
   * masked.
   */
  public OriginalRow original(OperationId operation, UUID source, SourceRow row) {
    register.requireReason(operation);
    Source found = register.get(operation, source);
    Origin origin = new Origin(new SourceId(source), row.table(), row.row());
    if (restrictions.hidden(operation).contains(origin)) {
      throw new NoSuchElementException();
    }
    if (found.sealing() != SourceReport.Sealing.COPIED) {
      return OriginalRow.absent(where(found));
    }
    Vault vault = vaults.of(operation);
    try {
      return OriginalRows.open(vault, found.sha256(), () -> register.requireReader(operation), row);
    } catch (IOException failure) {
      throw new UncheckedIOException("the sealed source can not be read", failure);
    }
  }
}
