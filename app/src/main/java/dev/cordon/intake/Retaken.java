package dev.cordon.intake;

import java.util.List;

/**
 * What reading a source again changed.
 *
 * @param edition the number of the new edition
 * @param followed the later sources that were read again because of it
 * @param waiting the later sources that are to be read again and could not, each with the reason
 */
public record Retaken(
    int edition, EditionDifference difference, List<String> followed, List<String> waiting) {

  /** Copies the lists. */
  public Retaken {
    followed = List.copyOf(followed);
    waiting = List.copyOf(waiting);
  }
}
