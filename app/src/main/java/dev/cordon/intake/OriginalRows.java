package dev.cordon.intake;

import dev.cordon.formats.Position;
import dev.cordon.formats.content.Content;
import dev.cordon.formats.content.ContentJudge;
import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.content.UnpackedStream;
import dev.cordon.formats.dumps.CsvHandler;
import dev.cordon.formats.dumps.CsvHeader;
import dev.cordon.formats.dumps.CsvParser;
import dev.cordon.formats.dumps.CsvRow;
import dev.cordon.formats.dumps.DumpHandler;
import dev.cordon.formats.dumps.DumpLimits;
import dev.cordon.formats.dumps.DumpParser;
import dev.cordon.formats.dumps.DumpRow;
import dev.cordon.formats.dumps.DumpTable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Opens the original of one row in a sealed source: reads the source up to it, for some seconds at
 * most, and masks what no record holds. Dumps and CSV have columns; of other forms the row is
 * masked as a whole.
 */
final class OriginalRows {

  private static final Duration ATMOST = Duration.ofSeconds(5);
  private static final int LONGEST_SHOWN = 120;
  private static final int LOOK_AT_CLOCK_EVERY = 1024;

  private final SourceRow row;
  private final Set<String> mapped;
  private final byte[] key;
  private final long deadline = System.nanoTime() + ATMOST.toNanos();
  private final List<OriginalRow.Cell> cells = new ArrayList<>();
  private long looked;

  private OriginalRows(SourceRow row, byte[] key) {
    this.row = row;
    this.key = key;
    this.mapped =
        row.records().stream()
            .flatMap(piece -> piece.values().values().stream())
            .filter(value -> value.length() <= LONGEST_SHOWN)
            .collect(Collectors.toSet());
  }

  /** Opens the sealed source from its beginning. */
  interface Opening {
    InputStream open() throws IOException;
  }

  /** The row was found, or will not be. */
  private static final class Ended extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Ended() {
      super("ended", null, false, false);
    }
  }

  static OriginalRow open(SourceRow row, Opening sealed, byte[] key) throws IOException {
    if (row.table().startsWith("#")) {
      return OriginalRow.absent(
          "It lies in a member of an archive; its position counts from the member's beginning.");
    }
    OriginalRows reader = new OriginalRows(row, key);
    try (InputStream source = sealed.open()) {
      reader.read(source);
    } catch (Ended ended) {
      // Found, or time is over: what is there is shown.
    }
    SourceSlices.Slice slice = new SourceSlices.Slice(row.byteOffset(), row.length());
    Map<SourceSlices.Slice, MaskedValue> masks =
        SourceSlices.mask(sealed.open(), List.of(slice), key, ATMOST);
    MaskedValue whole = masks.get(slice);
    return new OriginalRow(
        reader.cells,
        whole,
        whole == null
            ? "It lies too far into the source to be reached within some seconds; its position"
                + " stands here."
            : null);
  }

  private void read(InputStream source) throws IOException {
    UnpackedStream unpacked = UnpackedStream.of(source, PackedLimits.STANDARD);
    BufferedInputStream stream =
        new BufferedInputStream(unpacked, ContentJudge.HEAD_BYTES + LOOK_AT_CLOCK_EVERY);
    stream.mark(ContentJudge.HEAD_BYTES + 1);
    byte[] head = stream.readNBytes(ContentJudge.HEAD_BYTES);
    stream.reset();
    Content content = ContentJudge.judge(head);
    if (content instanceof Content.SqlDump) {
      DumpParser.parse(stream, DumpLimits.STANDARD, new Dump());
    }
    if (content instanceof Content.Csv) {
      CsvParser.parse(stream, new Csv());
    }
  }

  /** Whether this is the row; ends the reading when it was passed or time is over. */
  private boolean isAt(Position position) {
    if (position.byteOffset() > row.byteOffset()
        || (++looked % LOOK_AT_CLOCK_EVERY == 0 && System.nanoTime() - deadline > 0)) {
      throw new Ended();
    }
    return position.byteOffset() == row.byteOffset();
  }

  private void add(String column, @Nullable String value) {
    if (value == null) {
      cells.add(new OriginalRow.Cell(column, null, null));
      return;
    }
    boolean shown = value.length() <= LONGEST_SHOWN && mapped.contains(value);
    cells.add(
        new OriginalRow.Cell(
            column, shown ? value : null, shown ? null : MaskedValue.of(value, key)));
  }

  private final class Dump implements DumpHandler {

    @Override
    public void table(DumpTable table) {}

    @Override
    public void row(DumpRow found) {
      if (!isAt(found.position())) {
        return;
      }
      for (int place = 0; place < found.size(); place++) {
        String column =
            place < found.columns().size() ? found.columns().get(place) : "column " + (place + 1);
        if (found.media(place) != null || found.isDropped(place)) {
          cells.add(
              new OriginalRow.Cell(column, null, new MaskedValue(found.length(place), "not kept")));
          continue;
        }
        add(column, found.text(place));
      }
      throw new Ended();
    }

    @Override
    public void broken(String table, List<String> columns, Position position, String reason) {
      if (isAt(position)) {
        throw new Ended();
      }
    }
  }

  private final class Csv implements CsvHandler {

    private List<String> columns = List.of();

    @Override
    public void header(CsvHeader header) {
      columns = header.columns();
    }

    @Override
    public void row(CsvRow found) {
      if (!isAt(found.position())) {
        return;
      }
      for (int place = 0; place < found.values().size(); place++) {
        add(
            place < columns.size() ? columns.get(place) : "column " + (place + 1),
            found.values().get(place));
      }
      throw new Ended();
    }

    @Override
    public void broken(Position position, String reason) {
      if (isAt(position)) {
        throw new Ended();
      }
    }
  }
}
