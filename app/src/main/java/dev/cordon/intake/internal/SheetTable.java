package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.formats.dumps.CsvHeader;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.formats.sheets.SheetCell;
import dev.cordon.formats.sheets.SheetRow;
import dev.cordon.intake.Balance;
import dev.cordon.intake.DuplicateIndex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sheet while it is read. The first row of names is its header; rows before it stand alone. A
 * sheet that begins with data has columns that are called by their number.
 */
final class SheetTable {

  private static final int FEWEST_VALUES = 2;

  private final RecordTable table;
  private int columns;

  SheetTable(Part part, String name, Profiles profiles, DuplicateIndex duplicates) {
    this.table = new RecordTable(part, name, profiles, duplicates);
  }

  void row(SheetRow row) {
    List<String> values = row.values();
    Position position =
        new Position(row.position().byteOffset(), row.number(), row.position().lengthBytes());
    if (columns == 0 && begins(row, values)) {
      return;
    }
    if (columns == 0) {
      table.broken(position, "stands before any header");
    } else if (width(values) > columns) {
      table.broken(position, "has " + width(values) + " cells, the header has " + columns);
    } else {
      table.row(fitted(values), position, note(row));
    }
  }

  /** Whether the row is the header; a row of data makes one up and is then read itself. */
  private boolean begins(SheetRow row, List<String> values) {
    long given = row.cells().stream().filter(cell -> cell.kind() != SheetCell.Kind.EMPTY).count();
    boolean isText =
        row.cells().stream()
            .allMatch(cell ->
                cell.kind() == SheetCell.Kind.EMPTY
                    || cell.kind() == SheetCell.Kind.TEXT && !cell.isFormula());
    if (isText && CsvHeader.isPlausible(values)) {
      open(new CsvHeader(values, ',', row.position(), false).columns());
      return true;
    }
    if (!isText && given >= FEWEST_VALUES) {
      List<String> names = new ArrayList<>();
      for (int index = 1; index <= values.size(); index++) {
        names.add("column " + index);
      }
      open(names);
    }
    return false;
  }

  private void open(List<String> names) {
    columns = names.size();
    table.header(names);
  }

  private static int width(List<String> values) {
    int width = values.size();
    while (width > 0 && values.get(width - 1).isEmpty()) {
      width--;
    }
    return width;
  }

  /** Rows leave out the empty cells at their end. */
  private List<String> fitted(List<String> values) {
    if (values.size() == columns) {
      return values;
    }
    List<String> fitted = new ArrayList<>(values.subList(0, Math.min(columns, values.size())));
    while (fitted.size() < columns) {
      fitted.add("");
    }
    return fitted;
  }

  private static @Nullable String note(SheetRow row) {
    if (row.hasFormula()) {
      return "holds a formula; the value the file keeps was taken, nothing was calculated";
    }
    return row.isHidden() ? "hidden in the workbook" : null;
  }

  void broken(Position position, String reason) {
    table.broken(position, reason);
  }

  void finish() {
    table.finish();
  }

  Balance balance(String name, String unit) {
    return table.balance(name, unit);
  }

  String product() {
    return table.product();
  }

  boolean isReference() {
    return table.isReference();
  }
}
