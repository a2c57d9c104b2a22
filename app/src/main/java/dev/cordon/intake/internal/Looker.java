package dev.cordon.intake.internal;

import dev.cordon.formats.archives.Archive;
import dev.cordon.formats.archives.ArchiveLimits;
import dev.cordon.formats.archives.ArchiveMember;
import dev.cordon.formats.archives.MemberFinding;
import dev.cordon.formats.archives.MemberVisitor;
import dev.cordon.formats.content.CharsetJudge;
import dev.cordon.formats.content.Content;
import dev.cordon.formats.dumps.DumpLimits;
import dev.cordon.formats.dumps.DumpParser;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.formats.sqlite.RandomBytes;
import dev.cordon.formats.sqlite.SqliteLimits;
import dev.cordon.formats.sqlite.SqliteReader;
import dev.cordon.formats.tips.TipParser;
import dev.cordon.formats.weblogs.LogFormat;
import dev.cordon.formats.xml.XmlLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks through one file or member in the first pass: whether it holds media, how its tables are
 * related, how the lines of its log are built. Copies nothing.
 */
final class Looker {

  private final MediaFindings media = new MediaFindings();
  private final TableLooker tables = new TableLooker(media);
  private long unjudged;
  private final Profiles profiles;
  private @Nullable LogForm form;

  /** Knows logs of a form of their own by these profiles. */
  Looker(Profiles profiles) {
    this.profiles = profiles;
  }

  /**
   * Looks through the part.
   *
   * @param head its first bytes
   * @param told how its lines are built, where the investigators know
   */
  Findings look(Content content, byte[] head, PartBytes bytes, Optional<LogFormat> told)
      throws IOException {
    form = LogForms.find(content, head, told, profiles).orElse(null);
    switch (content) {
      case Content.SqlDump _ -> DumpParser.parse(bytes.stream(), DumpLimits.STANDARD, tables);
      case Content.SqliteDatabase _ -> lookThrough(bytes.random());
      case Content.Csv _,
          Content.AccessLog _,
          Content.W3cLog _,
          Content.Json _,
          Content.JsonLines _ ->
          lookThrough(bytes.stream(), CharsetJudge.judge(head).isWide());
      case Content.TipReport _ -> tip(bytes.stream());
      case Content.Workbook _ -> workbook(bytes);
      case Content.Media found -> media.add(found.kind(), "the file itself");
      case Content.Unknown _ -> unknown(head, bytes);
      case Content.Archive _, Content.Empty _ -> {}
    }
    return new Findings(
        content, media.places(), media.count(), unjudged, tables.groups(), tables.keys(), form);
  }

  private void unknown(byte[] head, PartBytes bytes) throws IOException {
    if (LogForms.isText(head)) {
      lookThrough(bytes.stream(), CharsetJudge.judge(head).isWide());
    } else {
      unjudged++;
    }
  }

  /** The rows, and everything that lies between and behind them. */
  private void lookThrough(RandomBytes database) throws IOException {
    try (InputStream whole = new RandomStream(database)) {
      lookThrough(whole, false);
    }
    SqliteReader.read(database, SqliteLimits.STANDARD, tables);
  }

  private void lookThrough(InputStream stream, boolean isWide) throws IOException {
    InputStream narrow = isWide ? new WithoutZeros(stream) : stream;
    new MediaWindow(narrow, media).transferTo(OutputStream.nullOutputStream());
  }

  /** An embedded file counts as media whatever it is. */
  private void tip(InputStream stream) throws IOException {
    MediaWindow window = new MediaWindow(stream, media);
    TipParser.parse(window, XmlLimits.STANDARD, new TipLooker(media));
    window.transferTo(OutputStream.nullOutputStream());
  }

  /** Every part of a workbook, whether it is read later or not. */
  private void workbook(PartBytes bytes) throws IOException {
    try (InputStream stream = bytes.again().open()) {
      if (Archive.walk(stream, ArchiveLimits.STANDARD, new Parts()).damage() != null) {
        unjudged++;
      }
    }
  }

  private final class Parts implements MemberVisitor {

    @Override
    public void content(ArchiveMember member, Content content, InputStream stream)
        throws IOException {
      lookThrough(stream, false);
    }

    @Override
    public void told(ArchiveMember member, MemberFinding finding) {
      if (finding.media() != null) {
        media.add(
            finding.media(), "in the workbook, " + finding.bytes() + " bytes, " + finding.sha256());
      } else if (finding.reason() != null) {
        unjudged++;
      }
    }

    @Override
    public boolean wants(ArchiveMember member) {
      return true;
    }
  }
}
