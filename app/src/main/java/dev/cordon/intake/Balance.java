package dev.cordon.intake;

/**
 * That nothing was lost: units in are units stored, quarantined and duplicate.
 *
 * @param name file, and the table or list in it where it holds several
 * @param unit what is counted: SQL tuple, CSV record, log line, JSON leaf record
 */
public record Balance(
    String name, String unit, long rowsIn, long stored, long quarantined, long duplicates) {

  /** Checks that it balances. */
  public Balance {
    if (rowsIn != stored + quarantined + duplicates) {
      throw new IntakeException(
          "the counts of "
              + name
              + " do not balance: "
              + rowsIn
              + " in, "
              + stored
              + " stored, "
              + quarantined
              + " quarantined, "
              + duplicates
              + " duplicates");
    }
  }
}
