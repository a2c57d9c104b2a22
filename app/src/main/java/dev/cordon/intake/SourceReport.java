package dev.cordon.intake;

import dev.cordon.intake.selectors.TimeFinding;
import java.util.List;

/**
 * What intake made of a file.
 *
 * @param system the name of the system its accounts belong to
 * @param form what its content is
 * @param isReference whether it is a table of reference, not of the platform
 * @param sealed how the original is kept: COPIED, BY_REFERENCE (it holds media), NOT (a local run)
 * @param notes what a reader must know, one clear line each
 * @param mediaFound how many values or places hold media
 * @param isDamaged whether the content ended before its time; what came before is kept
 * @param times which columns' times are doubtful, how and how often; a page asks for their zones
 */
public record SourceReport(
    SourceId id,
    String name,
    String system,
    String sha256,
    long sizeBytes,
    String form,
    boolean isReference,
    Sealing sealed,
    List<Balance> balances,
    List<String> notes,
    long mediaFound,
    boolean isDamaged,
    List<TimeFinding> times) {

  /** Without findings about times. */
  public SourceReport(
      SourceId id,
      String name,
      String system,
      String sha256,
      long sizeBytes,
      String form,
      boolean isReference,
      Sealing sealed,
      List<Balance> balances,
      List<String> notes,
      long mediaFound,
      boolean isDamaged) {
    this(
        id,
        name,
        system,
        sha256,
        sizeBytes,
        form,
        isReference,
        sealed,
        balances,
        notes,
        mediaFound,
        isDamaged,
        List.of());
  }

  /** How the original is kept. */
  public enum Sealing {
    /** Encrypted in the vault. */
    COPIED,
    /** By digest, size and place only. */
    BY_REFERENCE,
    /** Not at all: it stays where it lies. */
    NOT
  }

  /** Copies the lists. */
  public SourceReport {
    balances = List.copyOf(balances);
    notes = List.copyOf(notes);
    times = times == null ? List.of() : List.copyOf(times);
  }
}
