package dev.cordon.figures;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a press table shall be.
 *
 * @param figures names of figures, or ids of composed ones that may be published
 * @param least the smallest number above nought that is shown
 * @param embargoUntil null for at once
 * @param corrects the table it takes the place of; null for none
 */
public record PressOrder(
    String title,
    List<String> figures,
    int least,
    @Nullable Instant embargoUntil,
    @Nullable UUID corrects,
    String reason) {

  /** Copies the list. */
  public PressOrder {
    figures = List.copyOf(figures);
  }
}
