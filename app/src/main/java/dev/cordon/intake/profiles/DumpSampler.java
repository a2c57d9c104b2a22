package dev.cordon.intake.profiles;

import dev.cordon.formats.Position;
import dev.cordon.formats.dumps.DumpHandler;
import dev.cordon.formats.dumps.DumpRow;
import dev.cordon.formats.dumps.DumpTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Samples the tables of a dump or a database file. */
final class DumpSampler implements DumpHandler {

  private final SampleDraft draft;
  private final String prefix;

  DumpSampler(SampleDraft draft, String prefix) {
    this.draft = draft;
    this.prefix = prefix;
  }

  @Override
  public void table(DumpTable table) {
    draft.table(prefix + table.name(), "sql", null, null, table.columnNames());
  }

  @Override
  public void row(DumpRow row) {
    TableDraft table = at(row.table(), row.columns());
    if (table == null || !table.wants() || !table.columns().equals(firstOf(row.columns()))) {
      return;
    }
    if (draft.hides(prefix + row.table(), table.seen())) {
      return;
    }
    List<SampledValue> values = new ArrayList<>(row.size());
    for (int index = 0; index < Math.min(row.size(), table.columns().size()); index++) {
      values.add(value(row, index));
    }
    table.keep(row.position(), values);
  }

  @Override
  public void broken(String name, List<String> columns, Position position, String reason) {
    TableDraft table = at(name, columns);
    if (table != null) {
      table.unreadable(position, reason);
    }
  }

  private @org.jspecify.annotations.Nullable TableDraft at(String name, List<String> columns) {
    TableDraft table = draft.table(prefix + name, "sql", null, null, columns);
    if (table != null && table.columns().isEmpty()) {
      draft.note(name + ": the dump does not name its columns, so no profile can know it.");
    }
    return table;
  }

  private List<String> firstOf(List<String> columns) {
    return columns.subList(0, Math.min(columns.size(), draft.limits().columns()));
  }

  private SampledValue value(DumpRow row, int index) {
    if (row.kind(index) == DumpRow.Kind.NULL) {
      return SampledValue.NONE;
    }
    long length = row.length(index);
    byte[] dropped = row.digest(index);
    if (dropped != null) {
      return new SampledValue(null, null, length, HexFormat.of().formatHex(dropped));
    }
    if (row.media(index) != null) {
      return new SampledValue(null, null, length, "media");
    }
    String text = row.text(index);
    if (length > draft.limits().valueBytes() || text == null) {
      int most = draft.limits().valueBytes() / 4;
      String start = text == null ? null : text.substring(0, Math.min(most, text.length()));
      return new SampledValue(start, null, length, "cut");
    }
    byte[] bytes = row.bytes(index);
    boolean same =
        bytes == null || java.util.Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8));
    String latin = same || bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1);
    return new SampledValue(text, latin, length, null);
  }
}
