package dev.cordon.formats.sheets;

import dev.cordon.formats.Position;
import java.util.List;

/**
 * A row of a sheet.
 *
 * @param number the row's number as the program shows it, from 1
 * @param position where it stands in the sheet's unpacked part, in characters
 * @param isHidden whether the row is hidden in the program
 */
public record SheetRow(
    String sheet, long number, Position position, boolean isHidden, List<SheetCell> cells) {

  /** Copies the list. */
  public SheetRow {
    cells = List.copyOf(cells);
  }

  /** The cells' texts. */
  public List<String> values() {
    return cells.stream().map(SheetCell::text).toList();
  }

  /** Whether any cell is a formula. */
  public boolean hasFormula() {
    return cells.stream().anyMatch(SheetCell::isFormula);
  }
}
