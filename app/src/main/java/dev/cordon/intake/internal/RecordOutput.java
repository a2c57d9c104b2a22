package dev.cordon.intake.internal;

import dev.cordon.intake.NormalisedRecord;
import dev.cordon.intake.RecordWriter;
import dev.cordon.intake.selectors.Normaliser;
import dev.cordon.intake.selectors.Times;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Where a source's records go, and the rules for its values. */
public record RecordOutput(String system, RecordWriter writer, Normaliser normaliser, Times times) {

  /** Writes the record; a failing disk is thrown unchecked through the parsers. */
  public void write(NormalisedRecord entry) {
    try {
      writer.write(entry);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
