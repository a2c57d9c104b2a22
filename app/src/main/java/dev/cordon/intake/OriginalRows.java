package dev.cordon.intake;

import dev.cordon.formats.FormatException;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Opens the original of one row in a sealed source and masks what no record holds. Dumps and CSV
 * have columns: where they were noted the row is taken apart from its own bytes; else the source is
 * read up to it, for some seconds at most. Of other forms the row is masked as a whole.
 */
final class OriginalRows {

  private static final Duration ATMOST = Duration.ofSeconds(5);
  private static final int LONGEST_SHOWN = 120;
  private static final int LONGEST_ROW = 16 << 20;
  private static final int LOOK_AT_CLOCK_EVERY = 1024;

  private final Vault vault;
  private final String sha256;
  private final RecordPermission permission;
  private final SourceRow row;
  private final Set<String> mapped;
  private final byte[] key;
  private final long deadline = System.nanoTime() + ATMOST.toNanos();
  private final List<OriginalRow.Cell> cells = new ArrayList<>();
  private long looked;

  private OriginalRows(Vault vault, String sha256, RecordPermission permission, SourceRow row) {
    this.vault = vault;
    this.sha256 = sha256;
    this.permission = permission;
    this.row = row;
    this.key = vault.key().maskKey();
    this.mapped =
        row.records().stream()
            .flatMap(piece -> piece.values().values().stream())
            .filter(value -> value.length() <= LONGEST_SHOWN)
            .collect(Collectors.toSet());
  }

  /** The row was found, or will not be. */
  private static final class Ended extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Ended() {
      super("ended", null, false, false);
    }
  }

  static OriginalRow open(Vault vault, String sha256, RecordPermission permission, SourceRow row)
      throws IOException {
    if (row.table().startsWith("#")) {
      return OriginalRow.absent(
          "It lies in a member of an archive; its position counts from the member's beginning.");
    }
    OriginalRows reader = new OriginalRows(vault, sha256, permission, row);
    MaskedValue whole = reader.whole();
    if (!reader.takeApart()) {
      reader.readUpTo();
    }
    return new OriginalRow(
        reader.cells,
        whole,
        whole == null
            ? "It lies too far into the source to be reached within some seconds; its position"
                + " stands here."
            : null);
  }

  private @Nullable MaskedValue whole() throws IOException {
    SourceSlices.Slice slice = new SourceSlices.Slice(row.byteOffset(), row.length());
    try (SealedBytes source = new SealedBytes(vault, sha256, permission)) {
      Map<SourceSlices.Slice, MaskedValue> masks =
          SourceSlices.mask(source, List.of(slice), key, ATMOST);
      return masks.get(slice);
    }
  }

  /** Whether the columns were noted and the row's own bytes gave all its values. */
  private boolean takeApart() throws IOException {
    SourceId source = SourceId.parse(row.source());
    Optional<Path> records = vault.folders().current(source);
    if (records.isEmpty() || row.length() > LONGEST_ROW) {
      return false;
    }
    Optional<List<String>> columns =
        RowShapes.find(records.get(), source, vault.key(), row.table(), row.byteOffset());
    if (columns.isEmpty()) {
      return false;
    }
    try (SealedBytes sealed = new SealedBytes(vault, sha256, permission)) {
      byte[] head = sealed.read(RowCells.HEAD_BYTES);
      if (row.byteOffset() < head.length || !sealed.goTo(row.byteOffset(), deadline)) {
        return false;
      }
      byte[] bytes = sealed.read((int) row.length());
      Optional<List<RowCells.Value>> values = RowCells.of(head, bytes, columns.get().size());
      values.ifPresent(found -> add(columns.get(), found));
      return values.isPresent();
    } catch (FormatException notAlone) {
      return false;
    }
  }

  private void readUpTo() throws IOException {
    try (InputStream source = vault.openSource(sha256, permission)) {
      read(source);
    } catch (Ended ended) {
      // Found, or time is over: what is there is shown.
    }
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

  private void add(List<String> columns, List<RowCells.Value> values) {
    for (int place = 0; place < values.size(); place++) {
      String column = place < columns.size() ? columns.get(place) : "column " + (place + 1);
      RowCells.Value value = values.get(place);
      if (value.isKept()) {
        add(column, value.text());
      } else {
        cells.add(new OriginalRow.Cell(column, null, new MaskedValue(value.length(), "not kept")));
      }
    }
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
      if (isAt(found.position())) {
        add(found.columns(), RowCells.valuesOf(found));
        throw new Ended();
      }
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
      if (isAt(found.position())) {
        add(
            columns,
            found.values().stream()
                .map(text -> new RowCells.Value(text, text.length(), true))
                .toList());
        throw new Ended();
      }
    }

    @Override
    public void broken(Position position, String reason) {
      if (isAt(position)) {
        throw new Ended();
      }
    }
  }
}
