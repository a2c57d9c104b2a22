package dev.cordon.intake.internal;

import dev.cordon.formats.Text;
import dev.cordon.intake.FactRecord;
import dev.cordon.intake.NormalisedRecord;
import dev.cordon.intake.RecordSink;
import dev.cordon.intake.SealedText;
import dev.cordon.intake.SelectorRecord;
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

  /** What a value's kind ends in that was repaired from text encoded twice. */
  public static final String REPAIRED = "_REPAIRED";

  /** The same for an archive's member, whose accounts are of this system. */
  RecordOutput forMember(String ofSystem, Times ofMember) {
    return new RecordOutput(ofSystem, writer, texts, normaliser, ofMember);
  }

  /**
   * Writes the record; a value that was encoded twice is written as it is, and repaired a second
   * time under a kind that says so. A failing disk is thrown unchecked through the parsers.
   */
  public void write(NormalisedRecord entry) {
    try {
      writer.write(entry);
      NormalisedRecord second = repaired(entry);
      if (second != null) {
        writer.write(second);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private @Nullable NormalisedRecord repaired(NormalisedRecord entry) {
    if (entry instanceof FactRecord fact) {
      String plain = Text.encodedOnce(fact.raw());
      return plain == null
          ? null
          : new FactRecord(
              fact.origin(),
              fact.holder(),
              fact.factKind() + REPAIRED,
              plain,
              normaliser.normalFact(fact.factKind(), plain),
              fact.rules(),
              fact.time());
    }
    if (entry instanceof SelectorRecord selector
        && !selector.selectorKind().equals("HANDLE_SKELETON")) {
      String plain = Text.encodedOnce(selector.raw());
      return plain == null
          ? null
          : new SelectorRecord(
              selector.origin(),
              selector.holder(),
              selector.selectorKind() + REPAIRED,
              plain,
              normaliser.normalSelector(selector.selectorKind(), plain, selector.country()),
              selector.rules(),
              selector.country(),
              selector.time(),
              selector.context());
    }
    return null;
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
      target.begin(system);
      target.write(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
