package dev.cordon.intake.profiles;

import java.time.Duration;

/**
 * How far a source is looked at for samples.
 *
 * @param rows how many rows of a table are kept
 * @param tables how many tables are kept
 * @param columns how many columns a table may have
 * @param contentBytes how many unpacked bytes are read
 * @param time how long it may take
 * @param keptBytes how much of all values together is kept
 * @param valueBytes how much of one value is kept
 * @param databaseBytes how large a database or workbook may be that has to be held in memory
 */
public record SampleLimits(
    int rows,
    int tables,
    int columns,
    long contentBytes,
    Duration time,
    long keptBytes,
    int valueBytes,
    long databaseBytes) {

  /** For pages: 200 rows of 1,000 tables, 4 GiB, 20 seconds, 8 MiB kept. */
  public static final SampleLimits PAGE =
      new SampleLimits(
          200, 1000, 400, 4L << 30, Duration.ofSeconds(20), 8L << 20, 16 << 10, 192L << 20);

  /** For the command on the investigator's own machine: as much time as it takes. */
  public static final SampleLimits COMMAND =
      new SampleLimits(
          500, 5000, 400, 1L << 40, Duration.ofHours(12), 32L << 20, 16 << 10, 512L << 20);
}
