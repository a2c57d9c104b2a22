package dev.cordon.formats.sheets;

import dev.cordon.formats.archives.Archive;
import dev.cordon.formats.archives.ArchiveMember;
import dev.cordon.formats.archives.ArchiveOutcome;
import dev.cordon.formats.archives.MemberFinding;
import dev.cordon.formats.archives.MemberVisitor;
import dev.cordon.formats.content.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads an XLSX workbook in two passes over its bytes: first what cells refer to, then the sheets.
 * Nothing is calculated, no reference is followed, nothing is written. Embedded media are told and
 * never handed over. Memory is bounded by the limits.
 */
public final class Workbook {

  private Workbook() {}

  /** Reads the workbook; returns why it ended before its time, if it did. */
  public static Optional<String> read(
      WorkbookSource source, WorkbookLimits limits, SheetHandler handler) throws IOException {
    WorkbookParts parts = new WorkbookParts(limits);
    Collecting collecting = new Collecting(parts);
    ArchiveOutcome first;
    try (InputStream stream = source.open()) {
      first = Archive.walk(stream, limits.archive(), collecting);
    }
    collecting.problems.forEach(handler::remark);
    String cut = parts.stringsCut();
    if (cut != null) {
      handler.remark(cut);
    }
    try (InputStream stream = source.open()) {
      Archive.walk(stream, limits.archive(), new Reading(parts, limits, handler));
    }
    return Optional.ofNullable(first.damage());
  }

  /** The first pass. */
  private static final class Collecting implements MemberVisitor {

    private final WorkbookParts parts;
    private final List<String> problems = new ArrayList<>();

    Collecting(WorkbookParts parts) {
      this.parts = parts;
    }

    @Override
    public void content(ArchiveMember member, Content content, InputStream stream)
        throws IOException {
      if (WorkbookParts.isPart(member.name())) {
        try {
          parts.take(member.name(), stream);
        } catch (dev.cordon.formats.FormatException unreadable) {
          problems.add(member.name() + " " + unreadable.getMessage());
        }
      }
    }

    @Override
    public boolean wants(ArchiveMember member) {
      return WorkbookParts.isPart(member.name());
    }

    @Override
    public void told(ArchiveMember member, MemberFinding finding) {
      String name = member.name().toLowerCase(Locale.ROOT);
      if (name.startsWith("xl/externallinks/") && name.endsWith(".xml")) {
        problems.add("refers to another workbook, which was not followed");
      } else if (name.endsWith("vbaproject.bin")) {
        problems.add("holds macros, which were not read");
      }
    }

    @Override
    public void remark(String remark) {
      problems.add(remark);
    }
  }

  /** The second pass. */
  private record Reading(WorkbookParts parts, WorkbookLimits limits, SheetHandler handler)
      implements MemberVisitor {

    @Override
    public void content(ArchiveMember member, Content content, InputStream stream)
        throws IOException {
      WorkbookParts.Sheet sheet = parts.sheet(member.name());
      if (sheet != null) {
        handler.sheet(sheet.name(), sheet.isHidden());
        new SheetReader(sheet.name(), parts, limits, handler).read(stream);
      }
    }

    @Override
    public boolean wants(ArchiveMember member) {
      return parts.sheet(member.name()) != null;
    }

    @Override
    public void told(ArchiveMember member, MemberFinding finding) {
      if (finding.media() != null) {
        handler.media(member, finding);
      } else if (finding.reason() != null && parts.sheet(member.name()) != null) {
        handler.remark(member.name() + " " + finding.reason());
      }
    }
  }
}
