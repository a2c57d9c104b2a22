package dev.cordon.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading a source again changed.
 *
 * @param edition the number of the new edition
 * @param difference what changed with it; null for the first edition
 * @param followed the later sources that were read again because of it
 * @param waiting the later sources that are to be read again and could not, each with the reason
 */
public record Retaken(
    int edition,
    @Nullable EditionDifference difference,
    List<String> followed,
    List<String> waiting) {

  /** Copies the lists. */
  public Retaken {
    followed = List.copyOf(followed);
    waiting = List.copyOf(waiting);
  }
}
