package dev.cordon.hashing;

import java.util.Map;
import java.util.TreeMap;

/**
 * The line each code of a block stands in. Codes usually stand in line after line, so only the
 * places where a line was passed over are kept.
 */
final class LineNumbers {

  private final TreeMap<Long, Long> offsets = new TreeMap<>();

  /** Positions must rise. */
  void add(long position, long line) {
    long offset = line - position;
    Map.Entry<Long, Long> last = offsets.lastEntry();
    if (last == null || last.getValue() != offset) {
      offsets.put(position, offset);
    }
  }

  long line(long position) {
    return position + offsets.floorEntry(position).getValue();
  }
}
