package dev.cordon.intake.profiles;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.archives.Archive;
import dev.cordon.formats.archives.ArchiveLimits;
import dev.cordon.formats.archives.ArchiveMember;
import dev.cordon.formats.archives.MemberFinding;
import dev.cordon.formats.archives.MemberVisitor;
import dev.cordon.formats.content.Content;
import dev.cordon.formats.content.ContentJudge;
import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.content.UnpackedStream;
import dev.cordon.formats.dumps.CsvParser;
import dev.cordon.formats.dumps.DumpLimits;
import dev.cordon.formats.dumps.DumpParser;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.formats.returns.JsonLinesParser;
import dev.cordon.formats.returns.JsonListParser;
import dev.cordon.formats.sheets.Workbook;
import dev.cordon.formats.sheets.WorkbookLimits;
import dev.cordon.formats.sqlite.RandomBytes;
import dev.cordon.formats.sqlite.SqliteLimits;
import dev.cordon.formats.sqlite.SqliteReader;
import dev.cordon.intake.SourceContents;
import dev.cordon.intake.internal.LogForm;
import dev.cordon.intake.internal.LogForms;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Looks at a source for samples: the first rows of each table, and the rows that would be
 * quarantined. Bounded in memory, bytes and time; copies nothing to a disk.
 */
public final class Sampler {

  private final SourceContents.Bytes source;
  private final Profiles profiles;
  private final SampleDraft draft;
  private final BoundedContent bound;

  private Sampler(
      SourceContents.Bytes source, SampleLimits limits, Profiles profiles, HiddenSample hidden) {
    this.source = source;
    this.profiles = profiles;
    this.draft = new SampleDraft(limits, hidden);
    this.bound = new BoundedContent(limits);
  }

  /** Looks at the source; logs of a form of their own are known by the profiles. */
  public static SourceSample sample(
      SourceContents.Bytes source, SampleLimits limits, Profiles profiles) throws IOException {
    return sample(source, limits, profiles, HiddenSample.NONE);
  }

  /** The same without rows an order hides. */
  static SourceSample sample(
      SourceContents.Bytes source, SampleLimits limits, Profiles profiles, HiddenSample hidden)
      throws IOException {
    return new Sampler(source, limits, profiles, hidden).sample();
  }

  private SourceSample sample() throws IOException {
    boolean isWhole = true;
    Content content = new Content.Empty();
    try (InputStream raw = source.open()) {
      UnpackedStream unpacked = UnpackedStream.of(raw, PackedLimits.STANDARD);
      BufferedInputStream stream =
          new BufferedInputStream(unpacked, ContentJudge.HEAD_BYTES + 1024);
      stream.mark(ContentJudge.HEAD_BYTES + 1);
      byte[] head = stream.readNBytes(ContentJudge.HEAD_BYTES);
      stream.reset();
      content = ContentJudge.judge(head);
      try {
        read(content, bound.of(stream), "");
        unpacked.damage().ifPresent(damage -> draft.note("The source " + damage + "."));
      } catch (BoundedContent.EnoughException enough) {
        isWhole = false;
      } catch (FormatException unreadable) {
        draft.note("The source cannot be read further: " + unreadable.getMessage() + ".");
      }
    }
    return draft.finish(form(content), isWhole, bound.read());
  }

  private void read(Content content, InputStream whole, String prefix) throws IOException {
    BufferedInputStream stream = new BufferedInputStream(whole, ContentJudge.HEAD_BYTES + 1024);
    Optional<LogForm> log = log(content, stream);
    if (log.isPresent()) {
      new LogSampler(draft, prefix, log.get()).read(stream);
      return;
    }
    switch (content) {
      case Content.SqlDump dump ->
          DumpParser.parse(stream, DumpLimits.STANDARD, new DumpSampler(draft, prefix));
      case Content.Csv csv -> CsvParser.parse(stream, new CsvSampler(draft, prefix));
      case Content.Json _, Content.JsonLines _, Content.Workbook _ when draft.hidesAny() ->
          draft.note(
              "Rows of this source are hidden by an order; in this form they cannot be told apart"
                  + " while it is looked at, so none is shown.");
      case Content.Json json ->
          JsonListParser.parse(stream, new JsonSampler(draft, prefix))
              .ifPresent(reason -> draft.note("The JSON " + reason + "."));
      case Content.JsonLines lines -> JsonLinesParser.parse(stream, new JsonSampler(draft, prefix));
      case Content.SqliteDatabase database ->
          SqliteReader.read(
              RandomBytes.inMemory(stream, draft.limits().databaseBytes()),
              SqliteLimits.STANDARD,
              new DumpSampler(draft, prefix));
      case Content.Workbook workbook -> workbook(stream, prefix);
      case Content.Archive archive -> Archive.walk(stream, ArchiveLimits.STANDARD, new Members());
      case Content.Unknown unknown -> unknown(unknown, stream, prefix);
      case Content.AccessLog _ -> draft.note("A web server's log is read without a profile.");
      case Content.W3cLog _ -> draft.note("A W3C log is read without a profile.");
      case Content.TipReport _ -> draft.note("A CyberTipline report is read without a profile.");
      case Content.Media _ -> draft.note("It is media: no profile reads it.");
      case Content.Empty _ -> draft.note("It is empty.");
    }
  }

  /** The profile that knows it by its first lines. */
  private Optional<LogForm> log(Content content, BufferedInputStream stream) throws IOException {
    if (profiles.logs().isEmpty()) {
      return Optional.empty();
    }
    stream.mark(ContentJudge.HEAD_BYTES + 1);
    byte[] head = stream.readNBytes(ContentJudge.HEAD_BYTES);
    stream.reset();
    return LogForms.ofProfile(content, head, profiles);
  }

  private void unknown(Content.Unknown unknown, InputStream stream, String prefix)
      throws IOException {
    if (unknown.description().startsWith("it is text")) {
      new LogSampler(draft, prefix, null).read(stream);
    } else {
      draft.note("Nothing can be proposed: " + unknown.description() + ".");
    }
  }

  /** A workbook is read twice, so what is packed or in an archive is held in memory. */
  private void workbook(InputStream stream, String prefix) throws IOException {
    byte[] bytes = held(stream);
    Workbook.read(
            () -> new ByteArrayInputStream(bytes),
            WorkbookLimits.STANDARD,
            new SheetSampler(draft, prefix))
        .ifPresent(reason -> draft.note("The workbook " + reason + "."));
  }

  private byte[] held(InputStream stream) throws IOException {
    int most = (int) Math.min(Integer.MAX_VALUE - 16, draft.limits().databaseBytes());
    byte[] bytes = stream.readNBytes(most);
    if (bytes.length == most) {
      throw new FormatException("it is larger than the " + most + " bytes held for samples");
    }
    return bytes;
  }

  private static String form(Content content) {
    return switch (content) {
      case Content.SqlDump _ -> "SQL dump";
      case Content.SqliteDatabase _ -> "SQLite database";
      case Content.Csv _ -> "CSV";
      case Content.Json _ -> "JSON";
      case Content.JsonLines _ -> "JSON lines";
      case Content.Workbook _ -> "workbook";
      case Content.Archive archive -> "archive (" + archive.form() + ")";
      case Content.AccessLog _ -> "access log";
      case Content.W3cLog _ -> "W3C log";
      case Content.TipReport _ -> "CyberTipline report";
      case Content.Media media -> "media (" + media.kind() + ")";
      case Content.Empty _ -> "empty file";
      case Content.Unknown unknown -> unknown.description();
    };
  }

  /** The members of an archive, named by their place: their own names are sealed text. */
  private final class Members implements MemberVisitor {

    @Override
    public void content(ArchiveMember member, Content content, InputStream stream)
        throws IOException {
      try {
        read(content, bound.of(stream), "#" + member.number() + "/");
      } catch (FormatException unreadable) {
        draft.note("Member #" + member.number() + ": " + unreadable.getMessage() + ".");
      }
    }

    @Override
    public void told(ArchiveMember member, MemberFinding finding) {}
  }
}
