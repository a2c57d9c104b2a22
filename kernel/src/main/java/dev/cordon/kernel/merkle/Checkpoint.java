package dev.cordon.kernel.merkle;

import java.util.Arrays;
import java.util.List;

/**
 * What a log says of itself (C2SP tlog-checkpoint): which log, how many leaves, which root.
 *
 * @param origin the log's name
 * @param size how many leaves
 * @param root over all of them
 */
public record Checkpoint(String origin, long size, Hash root) {

  /**
   * With a name that fits on a line, a size that is not negative, and the one root an empty tree
   * has.
   */
  public Checkpoint {
    if (origin.isEmpty() || origin.contains("\n") || size < 0) {
      throw new ProofException(Check.FORM, "a checkpoint has an origin and a size from 0");
    }
    if (size == 0 && !root.equals(Hash.EMPTY_ROOT)) {
      throw new ProofException(Check.ROOT, "an empty tree has the root " + Hash.EMPTY_ROOT);
    }
  }

  /**
   * Read from a note's text; lines after the third are extensions, which are passed over but may
   * not be empty.
   */
  public static Checkpoint parse(String text) {
    if (!text.endsWith("\n")) {
      throw new ProofException(Check.FORM, "a checkpoint ends with a line feed");
    }
    List<String> lines = Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
    if (lines.size() < 3 || lines.contains("")) {
      throw new ProofException(
          Check.FORM, "a checkpoint has lines for origin, size and root and no empty line");
    }
    return new Checkpoint(
        lines.get(0), size("a checkpoint's size", lines.get(1)), hash(lines.get(2)));
  }

  /** The text to sign. */
  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }

  /** A number of leaves: decimal, without leading zeroes. */
  static long size(String what, String decimal) {
    if (!decimal.matches("0|[1-9][0-9]{0,17}")) {
      throw new ProofException(Check.FORM, what + " is a decimal number below 10^18");
    }
    return Long.parseLong(decimal);
  }

  /** A hash in base64. */
  static Hash hash(String base64) {
    return Hash.of(NoteKey.decode(base64));
  }
}
