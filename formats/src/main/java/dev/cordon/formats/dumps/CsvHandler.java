package dev.cordon.formats.dumps;

import dev.cordon.formats.Position;
import dev.cordon.formats.content.CharsetJudge;

/** Receives what a CSV file holds, in its order. */
public interface CsvHandler {

  /** In which character set the file is read, before anything else. */
  default void charset(CharsetJudge.Verdict verdict) {}

  /** A header line: the first, and each that begins another export in the same file. */
  void header(CsvHeader header);

  /** A record with as many values as the header has columns. */
  void row(CsvRow row);

  /** A record that cannot be read. */
  void broken(Position position, String reason);

  /** A record of another count of columns than the header has. */
  default void misfit(Position position, int columns, String reason) {
    broken(position, reason);
  }
}
