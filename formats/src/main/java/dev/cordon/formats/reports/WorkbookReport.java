package dev.cordon.formats.reports;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.Position;
import dev.cordon.formats.archives.ArchiveMember;
import dev.cordon.formats.archives.MemberFinding;
import dev.cordon.formats.sheets.SheetHandler;
import dev.cordon.formats.sheets.SheetRow;
import dev.cordon.formats.sheets.Workbook;
import dev.cordon.formats.sheets.WorkbookLimits;
import dev.cordon.formats.sheets.WorkbookSource;
import java.io.IOException;
import java.util.List;

/**
 * The files that the sheets of a workbook (XLSX) list. The head of a sheet is the first of its
 * {@value #MOST_BEFORE_HEAD} first rows that names a column of digests; a sheet without one, as
 * those of messages and calls, is passed over. Pictures within the workbook are not read.
 */
final class WorkbookReport {

  private static final int MOST_BEFORE_HEAD = 30;

  private WorkbookReport() {}

  static void read(WorkbookSource source, ReportHandler handler) throws IOException {
    Sheets sheets = new Sheets(handler);
    Workbook.read(source, WorkbookLimits.STANDARD, sheets)
        .ifPresent(damage -> handler.broken("the workbook " + damage));
    if (!sheets.hasHead) {
      throw new FormatException(ExtractionReport.NONE);
    }
  }

  private static final class Sheets implements SheetHandler {

    private final ReportHandler handler;
    private final FileDraft draft = new FileDraft();
    private List<String> head = List.of();
    private int before;
    private boolean hasHead;
    private boolean isEnough;

    Sheets(ReportHandler handler) {
      this.handler = handler;
    }

    @Override
    public void sheet(String name, boolean isHidden) {
      head = List.of();
      before = 0;
    }

    @Override
    public void row(SheetRow row) {
      if (isEnough) {
        return;
      }
      List<String> values = row.values();
      if (!head.isEmpty()) {
        file(values);
      } else if (before++ < MOST_BEFORE_HEAD && values.stream().anyMatch(FileDraft::isDigest)) {
        head = values;
        hasHead = true;
      }
    }

    private void file(List<String> values) {
      draft.clear();
      for (int place = 0; place < Math.min(head.size(), values.size()); place++) {
        draft.take(head.get(place), values.get(place));
      }
      ReportFile file = draft.end();
      if (file.hasDigest() || !file.name().isEmpty()) {
        isEnough = !handler.file(file);
      }
    }

    @Override
    public void broken(String sheet, long number, Position position, String reason) {
      handler.broken(
          number == 0
              ? "a sheet ends early: " + reason
              : "row " + number + " of a sheet " + reason);
    }

    @Override
    public void remark(String remark) {
      // Merged cells, macros and links to other workbooks take nothing from a list of files.
    }

    @Override
    public void media(ArchiveMember member, MemberFinding finding) {
      // A preview in the report is no file of the telephone.
    }
  }
}
