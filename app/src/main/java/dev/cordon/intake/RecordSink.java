package dev.cordon.intake;

import java.io.IOException;

/** Takes records as intake makes them: into the vault, or before a person's eyes only. */
@FunctionalInterface
public interface RecordSink {

  /** Takes one record. */
  void write(NormalisedRecord entry) throws IOException;
}
