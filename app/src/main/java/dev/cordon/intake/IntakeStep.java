package dev.cordon.intake;

/** What intake is doing with a file, in the order of the work. */
public enum IntakeStep {
  /** Reading it once to tell what it is and whether it holds media. */
  JUDGING,
  /** Reading it again, sealing it and writing its records. */
  READING,
  /** Comparing the new records of a source taken before with those it has. */
  COMPARING,
  /** Writing the report. */
  REPORTING,
  /** Moving sealed file and records into place. */
  MOVING,
  /** In place; what follows is entering it in the database. */
  MOVED
}
