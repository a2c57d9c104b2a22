package dev.cordon.intake.internal;

import dev.cordon.intake.Balance;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The second pass over a file of one form: its rows counted, their records written. */
public interface SourceReader {

  /** Reads the unpacked content to its end; returns what is worth a note. */
  List<String> read(InputStream content) throws IOException;

  /** The balances, when read. */
  List<Balance> balances();

  /** Whether the file is a table of reference. */
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
