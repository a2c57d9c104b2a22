package dev.cordon.formats.dumps;

import dev.cordon.formats.BoundedLines.Line;
import dev.cordon.formats.Position;
import dev.cordon.formats.Text;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the record that begins in a line, with the lines that belong to it. Not thread-safe. */
final class CsvRecords {

  /** The longest record of several lines, in letters. */
  private static final int LONGEST_RECORD = 1 << 20;

  private static final int MOST_LINES = 20_000;
  private static final int MOST_PIECES = 20;
  private static final String OTHER_QUOTES = "quotes are written in another way than CSV has them";
  private static final String RECORD_IN_TEXT =
      "its quoted text holds lines that look like records of their own";

  private final CsvText source;
  private final CsvLines lines;

  CsvRecords(CsvText source, CsvLines lines) {
    this.source = source;
    this.lines = lines;
  }

  /** The record by the rules of CSV; null when its quote is never closed. */
  @Nullable CsvDraft read(Line line, CsvHeader header) throws IOException {
    Text text = source.text(line.bytes());
    CsvFields fields = new CsvFields(header.delimiter());
    fields.add(text.value());
    if (!fields.isOpen()) {
      String odd = fields.isOdd() ? OTHER_QUOTES : null;
      return new CsvDraft(fields.values(), line.position(), text.isWindows1252(), 0, odd);
    }
    boolean windows = text.isWindows1252();
    boolean hasRecords = false;
    long length = text.value().length();
    for (int count = 1; count <= MOST_LINES && length < LONGEST_RECORD; count++) {
      Line next = lines.peek(count);
      if (next == null || next.isDropped()) {
        return null;
      }
      Text part = source.text(next.bytes());
      length += part.value().length() + 1;
      windows |= part.isWindows1252();
      fields.add(part.value());
      if (fields.isTorn()) {
        return null;
      }
      if (!fields.isOpen()) {
        Position position = CsvDraft.joined(line.position(), next.position());
        String odd = hasRecords ? RECORD_IN_TEXT : fields.isOdd() ? OTHER_QUOTES : null;
        return new CsvDraft(fields.values(), position, windows, count, odd);
      }
      hasRecords = hasRecords || isRecord(part.value(), header);
    }
    return null;
  }

  private static boolean isRecord(String line, CsvHeader header) {
    List<String> values = CsvFields.split(line, header.delimiter());
    return header.columns().size() > 1
        && values != null
        && values.size() == header.columns().size();
  }

  /** The record in this line when quotes are read loosely, if it fits the header then. */
  @Nullable CsvDraft loosely(Line line, CsvHeader header) {
    Text text = source.text(line.bytes());
    if (text.value().indexOf('"') < 0) {
      return null;
    }
    List<String> values = CsvFields.splitLoosely(text.value(), header.delimiter());
    return values == null || values.size() != header.columns().size()
        ? null
        : new CsvDraft(values, line.position(), text.isWindows1252(), 0, OTHER_QUOTES);
  }

  /**
   * The record an unquoted line break inside one value split, where the shapes of the columns prove
   * it; null where they do not: each line then stands for itself.
   */
  @Nullable CsvDraft rejoined(Line line, CsvHeader header, CsvShapes shapes) throws IOException {
    int expected = header.columns().size();
    Text text = source.text(line.bytes());
    List<String> joined = CsvFields.split(text.value(), header.delimiter());
    if (joined == null || joined.size() >= expected) {
      return null;
    }
    int split = joined.size() - 1;
    boolean windows = text.isWindows1252();
    for (int count = 1; count <= MOST_PIECES; count++) {
      Line next = lines.peek(count);
      if (next == null || next.isDropped()) {
        return null;
      }
      Text part = source.text(next.bytes());
      List<String> more = CsvFields.split(part.value(), header.delimiter());
      if (more == null || joined.size() + more.size() - 1 > expected) {
        return null;
      }
      joined.set(split, joined.get(split) + "\n" + more.getFirst());
      joined.addAll(more.subList(1, more.size()));
      windows |= part.isWindows1252();
      if (joined.size() == expected) {
        return shapes.isOneRecord(joined, split, more)
            ? new CsvDraft(
                joined, CsvDraft.joined(line.position(), next.position()), windows, count, null)
            : null;
      }
      if (more.size() > 1) {
        return null;
      }
    }
    return null;
  }
}
