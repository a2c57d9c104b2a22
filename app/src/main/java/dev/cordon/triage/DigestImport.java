package dev.cordon.triage;

import java.util.List;
import java.util.UUID;

/**
 * What became of a list of digests; rows in are stored, duplicates or quarantined, and nothing
 * else.
 *
 * @param stored rows that are a new sighting
 * @param duplicates rows whose sighting was there already
 * @param quarantined rows that could not be read
 * @param reasons the first of them, with line and reason
 */
public record DigestImport(
    UUID id,
    long rowsIn,
    long stored,
    long duplicates,
    long quarantined,
    List<Quarantined> reasons) {

  /** Copies the reasons. */
  public DigestImport {
    reasons = List.copyOf(reasons);
  }

  /** A row that could not be read. */
  public record Quarantined(long line, String reason) {}
}
