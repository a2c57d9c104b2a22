package dev.cordon.formats.reports;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.Position;
import dev.cordon.formats.dumps.CsvHandler;
import dev.cordon.formats.dumps.CsvHeader;
import dev.cordon.formats.dumps.CsvParser;
import dev.cordon.formats.dumps.CsvRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/** The files that a table with a head lists. */
final class TableReport {

  private TableReport() {}

  static void read(InputStream stream, byte[] head, ReportHandler handler) throws IOException {
    table(numbered(stream, head), handler);
  }

  /** A first column called {@code #}, as exports have it, is no remark: it gets a name. */
  private static InputStream numbered(InputStream stream, byte[] head) throws IOException {
    boolean hasMark = head.length > 2 && (head[0] & 0xff) == 0xef && (head[1] & 0xff) == 0xbb;
    int start = hasMark ? 3 : 0;
    boolean isColumn =
        head.length > start + 1 && head[start] == '#' && ",;\t|".indexOf(head[start + 1]) >= 0;
    if (!isColumn) {
      return stream;
    }
    stream.skipNBytes(start + 1L);
    byte[] name = "No".getBytes(StandardCharsets.US_ASCII);
    return new SequenceInputStream(new ByteArrayInputStream(name), stream);
  }

  private static void table(InputStream stream, ReportHandler handler) throws IOException {
    try {
      CsvParser.parse(stream, new Table(handler));
    } catch (Enough enough) {
      // The handler has enough.
    }
  }

  /** Ends the reading of a table. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough", null, false, false);
    }
  }

  private static final class Table implements CsvHandler {

    private final ReportHandler handler;
    private final FileDraft draft = new FileDraft();

    Table(ReportHandler handler) {
      this.handler = handler;
    }

    @Override
    public void header(CsvHeader header) {
      boolean hasDigest = header.columns().stream().anyMatch(FileDraft::isDigest);
      if (!hasDigest) {
        throw new FormatException(ExtractionReport.NONE);
      }
    }

    @Override
    public void row(CsvRow row) {
      draft.clear();
      for (int place = 0; place < row.values().size(); place++) {
        draft.take(row.header().columns().get(place), row.values().get(place));
      }
      if (!handler.file(draft.end())) {
        throw new Enough();
      }
    }

    @Override
    public void broken(Position position, String reason) {
      handler.broken("line " + position.line() + " of the report: " + reason);
    }
  }
}
