package dev.cordon.intake;

import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;

/** Reads a sealed source again by the rules of today. */
public interface Retaking {

  /**
   * Replaces the records of a source as a whole; then those of later sources whose duplicates were
   * decided against its old keys. Killed in the middle, it is continued.
   *
   * @param reason why, 1 to 2000 characters; stands in the ledger
   * @throws RefusedException when the source cannot be read again; then nothing was changed
   */
  Retaken retake(OperationId operation, SourceId source, String reason);
}
