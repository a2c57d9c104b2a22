package dev.cordon.intake;

import dev.cordon.access.OperationId;

/** Reads a sealed source once more, with what is known now. */
public interface Retaking {

  /**
   * Reads the source again with the operation's present profiles, zones and facts; its records are
   * replaced as a whole.
   *
   * @param reason why, as the member says it
   */
  void retake(OperationId operation, SourceId source, String reason);
}
