package dev.cordon.intake.profiles;

import dev.cordon.formats.Position;
import dev.cordon.formats.archives.ArchiveMember;
import dev.cordon.formats.archives.MemberFinding;
import dev.cordon.formats.sheets.SheetCell;
import dev.cordon.formats.sheets.SheetHandler;
import dev.cordon.formats.sheets.SheetRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Samples the sheets of a workbook; the first row of texts in a sheet names its columns. */
final class SheetSampler implements SheetHandler {

  private static final int LONGEST_NAME = 64;

  private final SampleDraft draft;
  private final String prefix;
  private String sheet = "";
  private @Nullable TableDraft table;

  SheetSampler(SampleDraft draft, String prefix) {
    this.draft = draft;
    this.prefix = prefix;
  }

  @Override
  public void sheet(String name, boolean isHidden) {
    sheet = prefix + name;
    table = null;
    if (isHidden) {
      draft.note("The sheet " + name + " is hidden in the program.");
    }
  }

  @Override
  public void row(SheetRow row) {
    TableDraft open = table;
    if (open == null) {
      table = isHeader(row) ? draft.table(sheet, "csv", null, null, names(row)) : null;
      return;
    }
    if (!open.wants()) {
      return;
    }
    List<SampledValue> values = new ArrayList<>(row.cells().size());
    for (SheetCell cell : row.cells()) {
      values.add(
          cell.kind() == SheetCell.Kind.EMPTY
              ? SampledValue.NONE
              : TextValues.of(cell.text(), draft.limits()));
    }
    open.keep(row.position(), values);
  }

  @Override
  public void broken(String name, long number, Position position, String reason) {
    TableDraft open = table;
    if (open != null) {
      open.unreadable(position, reason);
    } else {
      draft.note("In the sheet " + name + ": " + reason + ".");
    }
  }

  @Override
  public void remark(String remark) {
    draft.note("The workbook: " + remark + ".");
  }

  @Override
  public void media(ArchiveMember member, MemberFinding finding) {
    draft.note("The workbook holds pictures or other media; their bytes are not read.");
  }

  private static boolean isHeader(SheetRow row) {
    long names =
        row.cells().stream()
            .filter(cell -> cell.kind() == SheetCell.Kind.TEXT)
            .filter(cell -> cell.text().length() <= LONGEST_NAME)
            .count();
    long others = row.cells().stream().filter(cell -> cell.kind() != SheetCell.Kind.EMPTY).count();
    return names >= 2 && names == others;
  }

  private static List<String> names(SheetRow row) {
    List<String> names = new ArrayList<>();
    for (SheetCell cell : row.cells()) {
      String name = cell.text().strip();
      int again = 1;
      String free = name;
      while (names.contains(free) && !free.isEmpty()) {
        free = name + "#" + ++again;
      }
      names.add(free);
    }
    return names;
  }
}
