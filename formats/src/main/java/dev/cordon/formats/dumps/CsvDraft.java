package dev.cordon.formats.dumps;

import dev.cordon.formats.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as far as it is known.
 *
 * @param linesAhead how many lines after its first it takes
 * @param odd what is odd about it; null when nothing is
 */
record CsvDraft(
    List<String> values,
    Position position,
    boolean isWindows1252,
    int linesAhead,
    @Nullable String odd) {

  /** How many lines it takes. */
  int lines() {
    return linesAhead + 1;
  }

  /** The place from the beginning of one line to the end of another. */
  static Position joined(Position first, Position last) {
    long length = last.byteOffset() + last.lengthBytes() - first.byteOffset();
    return new Position(first.byteOffset(), first.line(), length);
  }
}
