package dev.cordon.intake;

import dev.cordon.formats.Position;
import dev.cordon.formats.content.CharsetJudge;
import dev.cordon.formats.content.Content;
import dev.cordon.formats.content.ContentJudge;
import dev.cordon.formats.dumps.CsvHandler;
import dev.cordon.formats.dumps.CsvHeader;
import dev.cordon.formats.dumps.CsvParser;
import dev.cordon.formats.dumps.CsvRow;
import dev.cordon.formats.dumps.DumpHandler;
import dev.cordon.formats.dumps.DumpLimits;
import dev.cordon.formats.dumps.DumpParser;
import dev.cordon.formats.dumps.DumpRow;
import dev.cordon.formats.dumps.DumpTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes one row apart from its own bytes and the first bytes of its source, which say how it is
 * written; the source between is not read. Where that is not certain the answer is none.
 */
final class RowCells {

  /** How much of the source's beginning is needed. */
  static final int HEAD_BYTES = 1 << 18;

  private static final Pattern FIRST_STATEMENT =
      Pattern.compile("(?im)^\\s*(CREATE|INSERT|REPLACE|COPY|DROP|LOCK|ALTER|BEGIN|START)\\b");

  private RowCells() {}

  /** A value: its text, or only its length where it is media or was not kept. */
  record Value(@Nullable String text, long length, boolean isKept) {}

  /** The values of the row, one for each column. */
  static Optional<List<Value>> of(byte[] head, byte[] row, int columns) throws IOException {
    Content content =
        ContentJudge.judge(
            java.util.Arrays.copyOf(head, Math.min(head.length, ContentJudge.HEAD_BYTES)));
    if (content instanceof Content.Csv && !CharsetJudge.judge(head).isWide()) {
      return csv(head, row, columns);
    }
    return content instanceof Content.SqlDump ? dump(head, row, columns) : Optional.empty();
  }

  /** The head up to the end of a whole row, then the row. */
  private static Optional<List<Value>> csv(byte[] head, byte[] row, int columns)
      throws IOException {
    Rows rows = new Rows();
    CsvParser.parse(new ByteArrayInputStream(head), rows);
    long end = rows.beforeLast;
    if (end <= 0 || end > head.length) {
      return Optional.empty();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(head, 0, (int) end);
    if (head[(int) end - 1] != '\n' && head[(int) end - 1] != '\r') {
      bytes.write('\n');
    }
    long begin = bytes.size();
    bytes.write(row);
    bytes.write('\n');
    Rows found = new Rows();
    CsvParser.parse(new ByteArrayInputStream(bytes.toByteArray()), found);
    CsvRow last = found.last;
    if (last == null || last.position().byteOffset() != begin || last.values().size() != columns) {
      return Optional.empty();
    }
    return Optional.of(
        last.values().stream().map(text -> new Value(text, text.length(), true)).toList());
  }

  private static final class Rows implements CsvHandler {

    private @Nullable CsvRow last;
    private long beforeLast;

    @Override
    public void header(CsvHeader header) {
      beforeLast = header.position().byteOffset() + header.position().lengthBytes();
    }

    @Override
    public void row(CsvRow found) {
      CsvRow before = last;
      if (before != null) {
        beforeLast = before.position().byteOffset() + before.position().lengthBytes();
      }
      last = found;
    }

    @Override
    public void broken(Position position, String reason) {}
  }

  /** What the dump says before its first table, then one statement with the row. */
  private static Optional<List<Value>> dump(byte[] head, byte[] row, int columns)
      throws IOException {
    String beginning = new String(head, StandardCharsets.ISO_8859_1);
    java.util.regex.Matcher first = FIRST_STATEMENT.matcher(beginning);
    if (!first.find() || row.length == 0) {
      return Optional.empty();
    }
    String names =
        IntStream.rangeClosed(1, columns)
            .mapToObj(place -> "c" + place)
            .collect(Collectors.joining(","));
    boolean isTuple = row[0] == '(';
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(head, 0, first.start());
    String before = isTuple ? "\nINSERT INTO t (%s) VALUES " : "\nCOPY t (%s) FROM stdin;\n";
    bytes.write(before.formatted(names).getBytes(StandardCharsets.US_ASCII));
    bytes.write(row);
    bytes.write((isTuple ? ";\n" : "\n\\.\n").getBytes(StandardCharsets.US_ASCII));
    Tuples tuples = new Tuples();
    DumpParser.parse(new ByteArrayInputStream(bytes.toByteArray()), DumpLimits.STANDARD, tuples);
    return tuples.rows == 1 && tuples.values.size() == columns
        ? Optional.of(tuples.values)
        : Optional.empty();
  }

  private static final class Tuples implements DumpHandler {

    private int rows;
    private List<Value> values = List.of();

    @Override
    public void table(DumpTable table) {}

    @Override
    public void row(DumpRow found) {
      rows++;
      values = valuesOf(found);
    }

    @Override
    public void broken(String table, List<String> columns, Position position, String reason) {
      rows++;
      values = List.of();
    }
  }

  /** The values of a row of a dump. */
  static List<Value> valuesOf(DumpRow found) {
    List<Value> values = new ArrayList<>();
    for (int place = 0; place < found.size(); place++) {
      boolean isKept = found.media(place) == null && !found.isDropped(place);
      values.add(new Value(isKept ? found.text(place) : null, found.length(place), isKept));
    }
    return values;
  }
}
