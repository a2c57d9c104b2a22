package dev.cordon.formats.profiles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table nobody knows, as far as it was looked at.
 *
 * @param name what it is to be called
 * @param form sql, csv, json or log
 * @param list for JSON: the path of the list
 * @param format for logs: how the lines are built
 * @param columns the columns' names
 * @param rows sampled rows; null for values that are missing or were not kept
 */
public record TableSample(
    String name,
    String form,
    @Nullable String list,
    @Nullable String format,
    List<String> columns,
    List<List<@Nullable String>> rows) {

  /** Copies the lists. */
  public TableSample {
    columns = List.copyOf(columns);
    List<List<@Nullable String>> kept = new ArrayList<>(rows.size());
    rows.forEach(row -> kept.add(Collections.unmodifiableList(new ArrayList<>(row))));
    rows = Collections.unmodifiableList(kept);
  }

  /** The values a column has in the sample, blanks left out. */
  public List<String> values(int column) {
    List<String> values = new ArrayList<>();
    for (List<@Nullable String> row : rows) {
      String value = column < row.size() ? row.get(column) : null;
      if (value != null && !value.isBlank()) {
        values.add(value);
      }
    }
    return values;
  }

  /** Whether a column's values read like free text: long, with several words. */
  public boolean readsLikeText(int column) {
    List<String> values = values(column);
    return ValueShapes.isText(values) && ValueShapes.of(values).isEmpty();
  }
}
