package dev.cordon.kernel.merkle;

import java.util.List;

/**
 * What a log says of itself (C2SP tlog-checkpoint): which log, how many leaves, which root.
 *
 * @param origin the log's name
 * @param size how many leaves
 * @param root over all of them
 */
public record Checkpoint(String origin, long size, Hash root) {

  /** With a name that fits on a line and a size that is not negative. */
  public Checkpoint {
    if (origin.isEmpty() || origin.contains("\n") || size < 0) {
      throw new ProofException(Check.FORM, "a checkpoint has an origin and a size from 0");
    }
  }

  /** Read from a note's text; lines after the third are extensions, which are passed over. */
  public static Checkpoint parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 3 || !text.endsWith("\n")) {
      throw new ProofException(Check.FORM, "a checkpoint has lines for origin, size and root");
    }
    return new Checkpoint(lines.get(0), size(lines.get(1)), Hash.of(NoteKey.decode(lines.get(2))));
  }

  /** The text to sign. */
  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }

  private static long size(String decimal) {
    if (!decimal.matches("0|[1-9][0-9]{0,17}")) {
      throw new ProofException(Check.FORM, "a checkpoint's size is a decimal number");
    }
    return Long.parseLong(decimal);
  }
}
