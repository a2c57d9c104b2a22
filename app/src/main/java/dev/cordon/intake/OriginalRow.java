package dev.cordon.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it lies in the sealed source: what became part of a record is shown where it is short,
 * everything else as length and keyed digest.
 *
 * @param cells its values, as far as the form has columns and the row was reached
 * @param whole length in bytes and keyed digest of the whole row; null when it was not reached
 * @param note why something is missing; null when nothing is
 */
public record OriginalRow(List<Cell> cells, @Nullable MaskedValue whole, @Nullable String note) {

  /** One value: shown, masked, or nothing where it is NULL. */
  public record Cell(String column, @Nullable String shown, @Nullable MaskedValue masked) {}

  /** Copies the cells. */
  public OriginalRow {
    cells = List.copyOf(cells);
  }

  static OriginalRow absent(String note) {
    return new OriginalRow(List.of(), null, note);
  }
}
