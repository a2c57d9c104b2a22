package dev.cordon.intake;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.SealedAccess;
import dev.cordon.formats.content.PackedLimits;
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
  private final Vaults vaults;
  private final Restrictions restrictions;

  Sources(SourceRegister register, Vaults vaults, Restrictions restrictions) {
    this.register = register;
    this.vaults = vaults;
    this.restrictions = restrictions;
  }

  /** Tells what the investigators know (operation.yaml); before the first source, once. */
  public void tell(OperationId operation, String yaml) {
    register.tell(operation, yaml);
  }

  /** What the investigators know; nothing when nothing was told. */
  public OperationFacts facts(OperationId operation) {
    register.requireReader(operation);
    return register.facts(operation).orElse(OperationFacts.UNKNOWN);
  }

  /**
   * Takes a file in under this name.
   *
   * @throws RefusedException when the operation lacks its grounds or the file cannot be taken in
   */
  public Taken take(OperationId operation, Path file, String name) {
    register.requireGrounds(operation);
    OperationFacts facts = register.facts(operation).orElse(OperationFacts.UNKNOWN);
    Vault vault = vaults.of(operation);
    IntakeOutcome outcome;
    synchronized (vault) {
      try (Intake intake = new Intake(vault, facts, PackedLimits.STANDARD, true)) {
        outcome = intake.take(file, name, bytes -> {});
      }
    }
    return switch (outcome) {
      case IntakeOutcome.Taken taken -> entered(operation, taken.report(), false);
      case IntakeOutcome.SameBytes same -> entered(operation, same.report(), true);
      case IntakeOutcome.NotTaken refused ->
          throw new RefusedException(refused.name() + " " + refused.reason());
    };
  }

  /** A source, and whether the same bytes were a source before. */
  public record Taken(Source source, boolean sameBytes) {}

  private Taken entered(OperationId operation, SourceReport report, boolean sameBytes) {
    Vault vault = vaults.of(operation);
    SealedTexts texts = new SealedTexts(operation, vault, List.of(report.id()));
    register.enter(operation, report, each -> texts.threads(report.id(), each));
    return new Taken(register.get(operation, report.id().value()), sameBytes);
  }

  /** The sources, first taken first. */
  public Page<Source> page(OperationId operation, int number) {
    return register.page(operation, number);
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
    return register.balances(operation, source, number);
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
        SealedRecords.Limits.standard(),
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

  /** The rows of a source that could not be read, with their reasons. */
  public Page<QuarantinedRow> quarantine(OperationId operation, UUID source, int number) {
    Source found = register.get(operation, source);
    if (found.quarantined() == 0) {
      return new Page<>(List.of(), number, 0);
    }
    try (SealedRecords records = openRecords(operation)) {
      return new Page<>(
          SourceRows.quarantined(records, found, number),
          number,
          SourceRows.countQuarantined(records, found));
    }
  }

  /** One row of a source with the records it gave; looking is noted in the ledger. */
  public SourceRow row(OperationId operation, UUID source, String table, long row, String act) {
    register.requireReason(operation);
    Source found = register.get(operation, source);
    register.consulted(operation, found.sha256(), table, row, act);
    try (SealedRecords records = openRecords(operation)) {
      return SourceRows.find(records, found, table, row).orElseThrow(NoSuchElementException::new);
    }
  }
}
