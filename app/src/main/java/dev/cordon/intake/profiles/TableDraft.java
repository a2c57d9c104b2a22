package dev.cordon.intake.profiles;

import dev.cordon.formats.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table while its source is looked at: keeps the first rows, counts the others. */
final class TableDraft {

  private static final int MOST_UNREADABLE = 20;

  private final SampleDraft whole;
  private final String name;
  private final String form;
  private final @Nullable String list;
  private final @Nullable String format;
  private final List<String> columns;
  private final List<SampledRow> rows = new ArrayList<>();
  private final List<UnreadableRow> unreadable = new ArrayList<>();
  private long rowsSeen;
  private long unreadableSeen;

  TableDraft(
      SampleDraft whole,
      String name,
      String form,
      @Nullable String list,
      @Nullable String format,
      List<String> columns) {
    this.whole = whole;
    this.name = name;
    this.form = form;
    this.list = list;
    this.format = format;
    this.columns = new ArrayList<>(columns);
  }

  /** Whether a further row would be kept; it is counted in any case. */
  boolean wants() {
    rowsSeen++;
    return rows.size() < whole.limits().rows() && whole.hasRoom();
  }

  void keep(Position position, List<SampledValue> values) {
    rows.add(new SampledRow(position, values));
    whole.took(values);
  }

  void unreadable(Position position, String reason) {
    rowsSeen++;
    unreadableSeen++;
    if (unreadable.size() < MOST_UNREADABLE) {
      unreadable.add(new UnreadableRow(position, reason));
    }
  }

  /** How many rows were seen, this one included. */
  long seen() {
    return rowsSeen;
  }

  List<String> columns() {
    return columns;
  }

  /** The place of a column that may be new; -1 when there are too many. */
  int place(String column) {
    int known = columns.indexOf(column);
    if (known >= 0 || columns.size() == whole.limits().columns()) {
      return known;
    }
    columns.add(column);
    return columns.size() - 1;
  }

  SampledTable finish() {
    return new SampledTable(
        name, form, list, format, columns, rows, rowsSeen, unreadable, unreadableSeen);
  }
}
