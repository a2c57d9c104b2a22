package dev.cordon.formats.dumps;

import dev.cordon.formats.BoundedLines.Line;
import dev.cordon.formats.Position;
import dev.cordon.formats.Text;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV as the field writes it: delimiter, byte order mark and character set found out, lines
 * before the header, no header, names given twice, another export with another delimiter in the
 * same file, records split by unquoted line breaks, quotes escaped by a backslash. Memory is
 * bounded by the limits. Not thread-safe.
 */
public final class CsvParser {

  /** The longest line held, in bytes. */
  public static final int LINE_LIMIT_BYTES = 1 << 20;

  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int FEWEST_COLUMNS = 3;
  private static final int FEWEST_LINES = 3;
  private static final int SAMPLE_LINES = 20;
  private static final int MOST_LINES = 200;
  private static final int MOST_PIECES = 20;

  private final CsvText source;
  private final CsvHandler handler;
  private final Deque<Line> ahead = new ArrayDeque<>();
  private @Nullable CsvHeader header;

  private CsvParser(CsvText source, CsvHandler handler) {
    this.source = source;
    this.handler = handler;
  }

  /** Reads the stream to its end and tells the handler what it holds. */
  public static void parse(InputStream stream, CsvHandler handler) throws IOException {
    CsvText source = CsvText.of(stream, LINE_LIMIT_BYTES);
    handler.charset(source.verdict());
    new CsvParser(source, handler).run();
  }

  private void run() throws IOException {
    Line line;
    while ((line = take()) != null) {
      if (line.isDropped()) {
        broken(
            line.position(),
            "the line is longer than "
                + LINE_LIMIT_BYTES
                + " bytes (SHA-256 "
                + line.digest()
                + ")");
      } else if (!line.isBlank()) {
        entry(line);
      }
    }
  }

  private void entry(Line line) throws IOException {
    CsvHeader present = header;
    if (isNothingButNul(line)) {
      broken(line.position(), "holds nothing but NUL bytes");
      return;
    }
    if (present == null) {
      first(line);
      return;
    }
    Draft draft = read(line, present.delimiter());
    boolean fits = draft != null && draft.values.size() == present.columns().size();
    Draft loose = fits ? null : loosely(line, present);
    if (loose != null) {
      tell(present, loose, false, "quotes are written in another way than CSV has them");
      return;
    }
    if (draft == null) {
      CsvHeader another = anotherHeader(line, present);
      if (another == null) {
        broken(line.position(), "a quote is opened and never closed");
      } else {
        open(another);
      }
      return;
    }
    int expected = present.columns().size();
    if (draft.values.size() == expected && !present.isAnother(draft.values)) {
      drop(draft.linesAhead);
      tell(present, draft, false, null);
      return;
    }
    CsvHeader another = anotherHeader(line, present);
    if (another != null) {
      open(another);
      return;
    }
    if (isRemark(line)) {
      broken(line.position(), "is a remark, not a record");
      return;
    }
    Draft whole = rejoin(line, present);
    if (whole != null) {
      drop(whole.linesAhead);
      tell(present, whole, true, null);
      return;
    }
    drop(draft.linesAhead);
    broken(draft.position, "has " + draft.values.size() + " columns, the header has " + expected);
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
    CsvHeader best = null;
    for (char delimiter : DELIMITERS) {
      List<String> names = CsvFields.split(text, delimiter);
      boolean better = best == null || names != null && names.size() > best.columns().size();
      if (names != null && better && CsvHeader.isPlausible(names)) {
        best = new CsvHeader(names, delimiter, line.position());
      }
    }
    if (best != null) {
      open(best);
      return;
    }
    CsvHeader invented = withoutHeader(line);
    if (invented == null) {
      broken(line.position(), "stands before any header");
    } else {
      open(invented);
      entry(line);
    }
  }

  /** The columns of a file that begins with records, when this line and those after it are some. */
  private @Nullable CsvHeader withoutHeader(Line line) throws IOException {
    for (char delimiter : DELIMITERS) {
      List<String> first = CsvFields.split(source.text(line.bytes()).value(), delimiter);
      if (first == null || first.size() < FEWEST_COLUMNS) {
        continue;
      }
      boolean[] data = new boolean[first.size()];
      Arrays.fill(data, true);
      boolean same = note(first, data);
      int lines = 1;
      for (; same && lines < SAMPLE_LINES; lines++) {
        Line next = peek(lines);
        if (next == null) {
          break;
        }
        List<String> values = CsvFields.split(source.text(next.bytes()).value(), delimiter);
        same = values != null && values.size() == first.size() && note(values, data);
      }
      if (same && lines >= FEWEST_LINES) {
        return CsvHeader.invented(first.size(), delimiter, line.position());
      }
    }
    return null;
  }

  /** Notes which columns hold data in this line too; whether any is left. */
  private static boolean note(List<String> values, boolean[] data) {
    boolean any = false;
    for (int index = 0; index < data.length; index++) {
      data[index] &= isData(values.get(index).strip());
      any |= data[index];
    }
    return any;
  }

  /** Numbers, times, addresses: nothing a column would be called. */
  private static boolean isData(String value) {
    return !value.isEmpty()
        && (Character.isDigit(value.charAt(0)) || value.indexOf('@') > 0)
        && value.length() <= 64;
  }

  private void open(CsvHeader found) {
    header = found;
    handler.header(found);
  }

  private @Nullable CsvHeader anotherHeader(Line line, CsvHeader present) {
    String text = source.text(line.bytes()).value();
    for (char delimiter : DELIMITERS) {
      List<String> names = CsvFields.split(text, delimiter);
      if (names != null && names.size() >= 2 && present.isAnother(names)) {
        return new CsvHeader(names, delimiter, line.position());
      }
    }
    return null;
  }

  /** A record as far as it is known: its values, how many lines after its first it takes. */
  private record Draft(
      List<String> values, Position position, boolean isWindows1252, int linesAhead) {}

  /** Reads the record that begins in this line; null when its quote is never closed. */
  private @Nullable Draft read(Line line, char delimiter) throws IOException {
    Text text = source.text(line.bytes());
    List<String> values = CsvFields.split(text.value(), delimiter);
    if (values != null) {
      return new Draft(values, line.position(), text.isWindows1252(), 0);
    }
    StringBuilder joined = new StringBuilder(text.value());
    boolean windows = text.isWindows1252();
    Position position = line.position();
    for (int count = 1; count <= MOST_LINES && joined.length() < LINE_LIMIT_BYTES; count++) {
      Line next = peek(count);
      if (next == null || next.isDropped()) {
        return null;
      }
      Text part = source.text(next.bytes());
      joined.append('\n').append(part.value());
      windows |= part.isWindows1252();
      position = joined(position, next.position());
      if (part.value().indexOf('"') >= 0) {
        values = CsvFields.split(joined.toString(), delimiter);
        if (values != null) {
          return new Draft(values, position, windows, count);
        }
      }
    }
    return null;
  }

  /** Puts a record together whose pieces make exactly the expected columns; null when none do. */
  private @Nullable Draft rejoin(Line line, CsvHeader present) throws IOException {
    int expected = present.columns().size();
    Text text = source.text(line.bytes());
    List<String> values = CsvFields.split(text.value(), present.delimiter());
    if (values == null || values.size() >= expected) {
      return null;
    }
    List<String> joined = new ArrayList<>(values);
    boolean windows = text.isWindows1252();
    Position position = line.position();
    for (int count = 1; count <= MOST_PIECES; count++) {
      Line next = peek(count);
      if (next == null || next.isDropped() || isRemark(next)) {
        return null;
      }
      Text part = source.text(next.bytes());
      List<String> more = CsvFields.split(part.value(), present.delimiter());
      boolean isWhole = more != null && more.size() == expected;
      if (more == null
          || isWhole
          || joined.size() + more.size() - 1 > expected
          || present.isAnother(more)) {
        return null;
      }
      joined.set(joined.size() - 1, joined.getLast() + "\n" + more.getFirst());
      joined.addAll(more.subList(1, more.size()));
      windows |= part.isWindows1252();
      position = joined(position, next.position());
      if (joined.size() == expected) {
        return new Draft(joined, position, windows, count);
      }
    }
    return null;
  }

  private void tell(CsvHeader present, Draft draft, boolean rejoined, @Nullable String odd) {
    boolean nul = draft.values.stream().anyMatch(value -> value.indexOf('\0') >= 0);
    String remark = nul ? "holds NUL bytes" : odd;
    handler.row(
        new CsvRow(present, draft.values, draft.position, draft.isWindows1252, rejoined, remark));
  }

  /** The record in this line when quotes are read loosely, if it fits the header then. */
  private @Nullable Draft loosely(Line line, CsvHeader present) {
    Text text = source.text(line.bytes());
    if (text.value().indexOf('"') < 0) {
      return null;
    }
    List<String> values = CsvFields.splitLoosely(text.value(), present.delimiter());
    return values == null || values.size() != present.columns().size()
        ? null
        : new Draft(values, line.position(), text.isWindows1252(), 0);
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

  private static Position joined(Position first, Position last) {
    long length = last.byteOffset() + last.lengthBytes() - first.byteOffset();
    return new Position(first.byteOffset(), first.line(), length);
  }

  private static boolean isRemark(Line line) {
    return line.bytes().length > 0 && line.bytes()[0] == '#';
  }

  private @Nullable Line take() throws IOException {
    return ahead.isEmpty() ? source.lines().next() : ahead.poll();
  }

  /** The line so many after the one taken last. */
  private @Nullable Line peek(int distance) throws IOException {
    while (ahead.size() < distance) {
      Line next = source.lines().next();
      if (next == null) {
        return null;
      }
      ahead.add(next);
    }
    Iterator<Line> each = ahead.iterator();
    Line line = each.next();
    for (int index = 1; index < distance; index++) {
      line = each.next();
    }
    return line;
  }

  private void drop(int count) {
    for (int index = 0; index < count; index++) {
      ahead.poll();
    }
  }
}
