package dev.cordon.intake;

import dev.cordon.access.OperationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens single rows of sources and their originals, for who has said why. Thread-safe. */
@Component
class OpenedRows {

  private final SourceRegister register;
  private final Vaults vaults;
  private final Restrictions restrictions;

  OpenedRows(SourceRegister register, Vaults vaults, Restrictions restrictions) {
    this.register = register;
    this.vaults = vaults;
    this.restrictions = restrictions;
  }

  /** The records of one source; the caller closes them. */
  SealedRecords records(OperationId operation, Source source) {
    Vault vault = vaults.of(operation);
    return SealedRecords.openOnly(
        vault.records(),
        vault.key(),
        () -> register.requireReader(operation),
        new SourceId(source.id()),
        restrictions.hidden(operation));
  }

  /** One row of a source with the records it gave; looking is noted in the ledger. */
  SourceRow row(OperationId operation, UUID source, String table, long row, String act) {
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
    try (SealedRecords records = records(operation, found)) {
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
  OriginalRow original(OperationId operation, UUID source, SourceRow row) {
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
