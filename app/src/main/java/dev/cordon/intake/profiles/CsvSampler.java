package dev.cordon.intake.profiles;

import dev.cordon.formats.Position;
import dev.cordon.formats.dumps.CsvHandler;
import dev.cordon.formats.dumps.CsvHeader;
import dev.cordon.formats.dumps.CsvRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Samples a CSV file; each further header in it begins a table of its own. */
final class CsvSampler implements CsvHandler {

  private final SampleDraft draft;
  private final String prefix;
  private @Nullable TableDraft table;
  private int headers;
  private long rows;

  CsvSampler(SampleDraft draft, String prefix) {
    this.draft = draft;
    this.prefix = prefix;
  }

  @Override
  public void header(CsvHeader header) {
    TableDraft open = table;
    if (open != null && open.columns().equals(header.columns())) {
      return;
    }
    headers++;
    String name = prefix + (headers == 1 ? "records" : "records " + headers);
    table = draft.table(name, "csv", null, null, header.columns());
    if (header.isInvented()) {
      draft.note("The file has no header; its columns are called by their number.");
    }
  }

  @Override
  public void row(CsvRow row) {
    rows++;
    TableDraft open = table;
    if (open == null || !open.wants() || draft.hides(prefix + "records", rows)) {
      return;
    }
    List<SampledValue> values = new ArrayList<>(row.values().size());
    for (String value : row.values()) {
      values.add(TextValues.of(value, draft.limits()));
    }
    open.keep(row.position(), values);
  }

  @Override
  public void broken(Position position, String reason) {
    rows++;
    TableDraft open = table;
    if (open == null) {
      open = draft.table(prefix + "records", "csv", null, null, List.of());
      table = open;
    }
    if (open != null) {
      open.unreadable(position, reason);
    }
  }
}
