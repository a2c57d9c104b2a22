package dev.cordon.intake.internal;

import dev.cordon.intake.Balance;
import java.io.IOException;
import java.util.List;

/** The second pass over a file or a member of one form: its rows counted, their records written. */
public interface SourceReader {

  /**
   * Reads the content to its end; returns what is worth a note.
   *
   * @throws dev.cordon.formats.FormatException when nothing of it can be read
   */
  List<String> read(PartBytes bytes) throws IOException;

  /** The balances, when read; to be asked once. */
  List<Balance> balances();

  /** Whether the content is a table of reference. */
  default boolean isReference() {
    return false;
  }

  /** Whether the content breaks off in the middle. */
  default boolean isCut() {
    return false;
  }

  /** What the content is, for people. */
  String form();
}
