package dev.cordon.formats.sheets;

import dev.cordon.formats.Position;
import dev.cordon.formats.archives.ArchiveMember;
import dev.cordon.formats.archives.MemberFinding;

/** Receives what a workbook holds, in the order of its bytes. */
public interface SheetHandler {

  /** A sheet begins. */
  void sheet(String name, boolean isHidden);

  /** A row that holds anything. */
  void row(SheetRow row);

  /** A row that cannot be read; or, without a row's number (0), where a sheet ended early. */
  void broken(String sheet, long number, Position position, String reason);

  /** Something to know about a sheet or the workbook: merged cells, macros, links to others. */
  void remark(String remark);

  /** A file in the workbook that is media: its digest and size; the bytes went nowhere. */
  void media(ArchiveMember member, MemberFinding finding);
}
