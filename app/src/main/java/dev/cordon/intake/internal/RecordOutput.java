package dev.cordon.intake.internal;

import dev.cordon.intake.NormalisedRecord;
import dev.cordon.intake.RecordSink;
import dev.cordon.intake.SealedText;
import dev.cordon.intake.TextWriter;
import dev.cordon.intake.selectors.Normaliser;
import dev.cordon.intake.selectors.Times;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Where a source's records go, and the rules for its values.
 *
 * @param texts where its texts go; null where texts are left in the source
 */
public record RecordOutput(
    String system,
    RecordSink writer,
    @Nullable TextWriter texts,
    Normaliser normaliser,
    Times times) {

  /** Writes the record; a failing disk is thrown unchecked through the parsers. */
  public void write(NormalisedRecord entry) {
    try {
      writer.write(entry);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Whether texts are kept. */
  public boolean keepsTexts() {
    return texts != null;
  }

  /** Seals a text; a failing disk is thrown unchecked through the parsers. */
  public void write(SealedText text) {
    TextWriter target = texts;
    if (target == null) {
      return;
    }
    try {
      target.write(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
