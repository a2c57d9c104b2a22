package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.formats.content.Content;
import dev.cordon.formats.content.ContentJudge;
import dev.cordon.formats.content.MediaKind;
import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.content.UnpackedStream;
import dev.cordon.formats.dumps.DumpHandler;
import dev.cordon.formats.dumps.DumpLimits;
import dev.cordon.formats.dumps.DumpParser;
import dev.cordon.formats.dumps.DumpRow;
import dev.cordon.formats.dumps.DumpTable;
import dev.cordon.intake.Original;
import dev.cordon.intake.SourceId;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The first pass over a file: its digest, what it is, whether it holds media. Copies nothing. */
public final class Judge {

  private final PackedLimits limits;
  private final MediaFindings media = new MediaFindings();
  private final TableShapes shapes = new TableShapes();

  private Judge(PackedLimits limits) {
    this.limits = limits;
  }

  /** Reads the whole file once. */
  public static Judgement judge(Original original, PackedLimits limits, ProgressListener progress)
      throws IOException {
    return new Judge(limits).run(original, progress);
  }

  private Judgement run(Original original, ProgressListener progress) throws IOException {
    MessageDigest digest = sha256();
    Content content;
    Optional<String> damage;
    long size = 0;
    try (InputStream raw = new ProgressStream(original.open(), progress);
        DigestInputStream digesting = new DigestInputStream(raw, digest)) {
      UnpackedStream unpacked = UnpackedStream.of(digesting, limits);
      BufferedInputStream stream =
          new BufferedInputStream(unpacked, ContentJudge.HEAD_BYTES + 1024);
      stream.mark(ContentJudge.HEAD_BYTES + 1);
      byte[] head = stream.readNBytes(ContentJudge.HEAD_BYTES);
      stream.reset();
      content = ContentJudge.judge(head);
      look(content, stream);
      damage = unpacked.damage();
      digesting.transferTo(java.io.OutputStream.nullOutputStream());
      size = original.sizeBytes();
    }
    byte[] sha256 = digest.digest();
    return new Judgement(
        SourceId.of(sha256),
        HexFormat.of().formatHex(sha256),
        size,
        content,
        media.places(),
        media.count(),
        damage,
        shapes.groups());
  }

  private void look(Content content, InputStream stream) throws IOException {
    switch (content) {
      case Content.SqlDump dump -> DumpParser.parse(stream, DumpLimits.STANDARD, new DumpLooker());
      case Content.Csv csv -> lookThrough(stream);
      case Content.AccessLog log -> lookThrough(stream);
      case Content.Json json -> lookThrough(stream);
      case Content.SqliteDatabase database -> {}
      case Content.Media found -> media.add(found.kind(), "the file itself");
      case Content.JsonLines _,
          Content.W3cLog _,
          Content.TipReport _,
          Content.Workbook _,
          Content.Archive _ -> {}
      case Content.Empty empty -> {}
      case Content.Unknown unknown -> {}
    }
  }

  private void lookThrough(InputStream stream) throws IOException {
    new MediaWindow(stream, media).transferTo(java.io.OutputStream.nullOutputStream());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Looks into every value of a dump. */
  private final class DumpLooker implements DumpHandler {

    private String lastTable = "";

    @Override
    public void table(DumpTable table) {
      shapes.declared(table.name(), table.columnNames(), !table.primaryKey().isEmpty());
    }

    @Override
    public void row(DumpRow row) {
      if (!row.table().equals(lastTable)) {
        lastTable = row.table();
        shapes.used(lastTable, row.columns());
      }
      for (int index = 0; index < row.size(); index++) {
        MediaKind found = row.media(index);
        if (found != null) {
          String column =
              index < row.columns().size() ? row.columns().get(index) : "column " + (index + 1);
          media.add(
              found,
              "in "
                  + row.table()
                  + "."
                  + column
                  + ", row at byte "
                  + row.position().byteOffset()
                  + ", "
                  + row.length(index)
                  + " bytes");
        }
      }
    }

    @Override
    public void broken(String table, List<String> columns, Position position, String reason) {}
  }
}
