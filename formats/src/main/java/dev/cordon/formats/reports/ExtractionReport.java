package dev.cordon.formats.reports;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.Position;
import dev.cordon.formats.dumps.CsvHandler;
import dev.cordon.formats.dumps.CsvHeader;
import dev.cordon.formats.dumps.CsvParser;
import dev.cordon.formats.dumps.CsvRow;
import dev.cordon.formats.xml.XmlEvents;
import dev.cordon.formats.xml.XmlLimits;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads a report of a phone extraction as a stream: the files it lists and nothing else. A table
 * needs a column of a path or name and one of digests. Memory does not grow with its length.
 */
public final class ExtractionReport {

  private static final int HEAD_BYTES = 4096;
  private static final int LONGEST_TEXT = 1 << 16;

  private ExtractionReport() {}

  /** Whether a file that begins so is a report in XML. */
  public static boolean isXml(byte[] head, int length) {
    String text = new String(head, 0, Math.min(length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
    String plain = text.replace("\0", "");
    return plain.contains("<project") && plain.contains("cellebrite.com/report");
  }

  /**
   * Reads to the end, or until the handler has enough.
   *
   * @throws FormatException where it is no report, with the reason
   */
  public static void read(InputStream stream, ReportHandler handler) throws IOException {
    BufferedInputStream held = new BufferedInputStream(stream, 1 << 16);
    held.mark(HEAD_BYTES + 1);
    byte[] head = held.readNBytes(HEAD_BYTES);
    held.reset();
    if (isXml(head, head.length)) {
      xml(held, handler);
    } else {
      table(numbered(held, head), handler);
    }
  }

  private static void xml(InputStream stream, ReportHandler handler) throws IOException {
    FileDraft draft = new FileDraft();
    try (XmlEvents events = new XmlEvents(stream, XmlLimits.STANDARD)) {
      boolean isInFile = false;
      String item = "";
      StringBuilder text = new StringBuilder();
      for (XmlEvents.Event event = events.next();
          event != XmlEvents.Event.FINISHED;
          event = events.next()) {
        switch (event) {
          case START -> {
            if (events.name().equals("file")) {
              isInFile = true;
              draft.clear();
              attribute(events, draft, "path");
              attribute(events, draft, "size");
              attribute(events, draft, "deleted");
            } else if (isInFile && events.name().equals("item")) {
              String name = events.attribute("name");
              item = name == null ? "" : name;
              text.setLength(0);
            }
          }
          case TEXT -> {
            if (!item.isEmpty() && text.length() < LONGEST_TEXT) {
              text.append(events.text());
            }
          }
          case END -> {
            if (!item.isEmpty() && events.name().equals("item")) {
              draft.take(item, text.toString());
              item = "";
            } else if (isInFile && events.name().equals("file")) {
              isInFile = false;
              if (!handler.file(draft.end())) {
                return;
              }
            }
          }
          case FINISHED -> {}
        }
      }
    } catch (FormatException broken) {
      handler.broken("the report " + broken.getMessage());
    }
  }

  private static void attribute(XmlEvents events, FileDraft draft, String name) {
    String value = events.attribute(name);
    if (value != null) {
      draft.take(name, value);
    }
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
        throw new FormatException(
            "is no report of a phone extraction: neither XML of UFED nor a table with a column md5,"
                + " sha1 or sha256");
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
