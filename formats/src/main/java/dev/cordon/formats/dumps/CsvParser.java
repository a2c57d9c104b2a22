package dev.cordon.formats.dumps;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cordon.formats.BoundedLines.Line;
import dev.cordon.formats.Position;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV as the field writes it: delimiter, byte order mark and character set found out, lines
 * before the header, no header, names given twice, another export with another delimiter in the
 * same file, quotes escaped by a backslash. A line of another count of columns than the header is
 * broken; it is put together with those behind it only where the columns' shapes prove that an
 * unquoted line break split one record. Every line that is not blank is told: as a header, within a
 * row or as broken. Memory is bounded by the limits. Not thread-safe.
 */
public final class CsvParser {

  /** The longest line held, in bytes. */
  public static final int LINE_LIMIT_BYTES = 1 << 20;

  private final CsvText source;
  private final CsvHandler handler;
  private final CsvLines lines;
  private final CsvHeaders headers;
  private final CsvRecords records;
  private @Nullable CsvHeader header;
  private CsvShapes shapes = new CsvShapes(0);

  private CsvParser(CsvText source, CsvHandler handler) {
    this.source = source;
    this.handler = handler;
    this.lines = new CsvLines(source.lines());
    this.headers = new CsvHeaders(source, lines);
    this.records = new CsvRecords(source, lines);
  }

  /** Reads the stream to its end and tells the handler what it holds. */
  public static void parse(InputStream stream, CsvHandler handler) throws IOException {
    CsvText source = CsvText.of(stream, LINE_LIMIT_BYTES);
    handler.charset(source.verdict());
    new CsvParser(source, handler).run();
  }

  private void run() throws IOException {
    Line line;
    while ((line = lines.take()) != null) {
      if (line.isDropped()) {
        broken(
            line.position(),
            "the line is longer than "
                + LINE_LIMIT_BYTES
                + " bytes (SHA-256 "
                + line.digest()
                + ")");
      } else if (isNothingButNul(line)) {
        broken(line.position(), "holds nothing but NUL bytes");
      } else if (!isBlank(line)) {
        entry(line);
      }
    }
  }

  private void entry(Line line) throws IOException {
    CsvHeader present = header;
    if (present == null) {
      first(line);
      return;
    }
    CsvDraft draft = records.read(line, present);
    CsvDraft record = fitting(line, draft, present);
    if (record != null && !headers.isAnother(record.values())) {
      tell(present, record, false);
    } else {
      misfit(line, draft, present);
    }
  }

  /** The record that fits the header, its quotes read strictly or, where that is odd, loosely. */
  private @Nullable CsvDraft fitting(Line line, @Nullable CsvDraft draft, CsvHeader present) {
    CsvDraft strict =
        draft != null && draft.values().size() == present.columns().size() ? draft : null;
    if (strict != null && strict.odd() == null) {
      return strict;
    }
    CsvDraft loose = records.loosely(line, present);
    return loose == null ? strict : loose;
  }

  /** A line that is no record of the present header. */
  private void misfit(Line line, @Nullable CsvDraft draft, CsvHeader present) throws IOException {
    CsvHeader another = headers.another(line);
    if (another != null) {
      open(another);
    } else if (isRemark(line)) {
      broken(line.position(), "is a remark, not a record");
    } else if (draft == null) {
      broken(line.position(), "a quote is opened and never closed");
    } else {
      CsvDraft whole = records.rejoined(line, present, shapes);
      if (whole != null) {
        tell(present, whole, true);
        return;
      }
      lines.drop(draft.linesAhead());
      String spread = draft.lines() == 1 ? "" : ", over " + draft.lines() + " lines";
      int columns = draft.values().size();
      int expected = present.columns().size();
      handler.misfit(
          draft.position(),
          columns,
          "has " + columns + " columns, the header has " + expected + spread);
    }
  }

  private void first(Line line) throws IOException {
    if (isRemark(line)) {
      broken(line.position(), "is a remark, not a record");
      return;
    }
    String text = source.text(line.bytes()).value();
    if (text.length() <= 6 && text.startsWith("sep=")) {
      broken(line.position(), "names the delimiter, is not a record");
      return;
    }
    CsvHeader named = headers.named(line);
    if (named != null) {
      open(named);
      return;
    }
    CsvHeader invented = headers.invented(line);
    if (invented == null) {
      broken(line.position(), "stands before any header");
    } else {
      open(invented);
      entry(line);
    }
  }

  private void open(CsvHeader found) {
    if (header == null || !header.columns().equals(found.columns())) {
      shapes = new CsvShapes(found.columns().size());
    }
    header = found;
    headers.use(found);
    handler.header(found);
  }

  private void tell(CsvHeader present, CsvDraft draft, boolean rejoined) {
    lines.drop(draft.linesAhead());
    if (!rejoined) {
      shapes.learn(draft.values());
    }
    boolean nul = draft.values().stream().anyMatch(value -> value.indexOf('\0') >= 0);
    String remark = nul ? "holds NUL bytes" : draft.odd();
    handler.row(
        new CsvRow(
            present, draft.values(), draft.position(), draft.isWindows1252(), rejoined, remark));
  }

  /** Blanks alone are no record; tabs are one where they stand between columns. */
  private boolean isBlank(Line line) {
    CsvHeader present = header;
    boolean tabs = present != null && present.delimiter() == '\t';
    return line.isBlank() && !(tabs && new String(line.bytes(), US_ASCII).indexOf('\t') >= 0);
  }

  private static boolean isNothingButNul(Line line) {
    for (byte next : line.bytes()) {
      if (next != 0) {
        return false;
      }
    }
    return line.bytes().length > 0;
  }

  private void broken(Position position, String reason) {
    handler.broken(position, reason);
  }

  private static boolean isRemark(Line line) {
    return line.bytes().length > 0 && line.bytes()[0] == '#';
  }
}
