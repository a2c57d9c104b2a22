package dev.cordon.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source of an operation as it stands in the register.
 *
 * @param sealing how its bytes are kept now
 * @param unknownZone how many rows carry a time whose zone nobody has stated
 * @param originalPlace where the original lies, said when the vault's copy was destroyed; null:
 *     never
 */
public record Source(
    UUID id,
    String name,
    String system,
    String sha256,
    long sizeBytes,
    String form,
    boolean isReference,
    SourceReport.Sealing sealing,
    List<String> notes,
    long mediaFound,
    boolean isDamaged,
    Instant takenAt,
    String takenBy,
    long rowsIn,
    long stored,
    long quarantined,
    long duplicates,
    long unknownZone,
    @Nullable String originalPlace) {

  /** Copies the list. */
  public Source {
    notes = List.copyOf(notes);
  }
}
