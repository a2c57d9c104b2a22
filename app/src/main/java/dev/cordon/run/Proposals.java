package dev.cordon.run;

import dev.cordon.intake.IntakeException;
import dev.cordon.intake.OperationFacts;
import dev.cordon.intake.SealedRecords;
import dev.cordon.linkage.DuckDbEngine;
import dev.cordon.linkage.Engine;
import dev.cordon.reference.AddressTable;
import dev.cordon.reference.CardTable;
import dev.cordon.reference.ShippedTable;
import dev.cordon.resolution.MailboxRules;
import dev.cordon.resolution.ReferenceTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Proposes clusters and countries from the records and writes them as tables. */
final class Proposals {

  private Proposals() {}

  /**
   * Writes accounts.csv, links.csv and figures.json to the target; the folder holds the tables of
   * reference the facts name. A table that is not there is not used; one that contradicts itself is
   * refused by line.
   */
  static void write(SealedRecords records, OperationFacts facts, Path folder, Path target) {
    OperationFacts.Reference reference = facts.reference();
    ReferenceTables tables = ReferenceTables.NONE;
    if (reference != null) {
      try {
        tables = tables(reference, folder);
      } catch (IllegalArgumentException refused) {
        throw new IntakeException(
            "a table of reference is not usable: " + refused.getMessage(), refused);
      }
    }
    try (Engine engine = DuckDbEngine.over(records.connection())) {
      new ProposalFiles(engine).write(MailboxRules.of(facts), tables, target);
    }
  }

  private static ReferenceTables tables(OperationFacts.Reference reference, Path folder) {
    List<AddressTable> addresses =
        reference.addressTables().stream()
            .map(name -> addresses(folder, name))
            .filter(Objects::nonNull)
            .toList();
    Path cards = existing(folder, reference.binCountry());
    return new ReferenceTables(addresses, cards == null ? CardTable.NONE : CardTable.read(cards));
  }

  private static @Nullable AddressTable addresses(Path folder, String name) {
    if (name.equals(ShippedTable.NAME)) {
      return ShippedTable.read();
    }
    Path file = existing(folder, name);
    return file == null ? null : AddressTable.read(file);
  }

  private static @Nullable Path existing(Path folder, @Nullable String name) {
    if (name == null) {
      return null;
    }
    Path file = folder.resolve(name);
    return Files.isRegularFile(file) ? file : null;
  }
}
