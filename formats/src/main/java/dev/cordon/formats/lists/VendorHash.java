package dev.cordon.formats.lists;

/**
 * A hash only its vendor can compute (PhotoDNA, TMK, NeuralHash and the like), kept as it stands.
 *
 * @param name of the hash as the list has it
 * @param value its text, at most {@value #LONGEST} characters
 */
public record VendorHash(String name, String value) {

  /** The longest value kept. */
  public static final int LONGEST = 1 << 20;

  /** The name alone: such hashes can be partly inverted and are not for logs. */
  @Override
  public String toString() {
    return name;
  }
}
