package dev.cordon.run;

import dev.cordon.intake.OperationFacts;
import dev.cordon.intake.SealedRecords;
import java.io.IOException;
import java.nio.file.Path;

/** Proposes clusters and countries from the records and writes them as tables. */
final class Proposals {

  private Proposals() {}

  /**
   * Writes accounts.csv, links.csv and figures.json to the target; the folder holds the tables of
   * reference the facts name.
   */
  static void write(SealedRecords records, OperationFacts facts, Path folder, Path target)
      throws IOException {}
}
