package dev.cordon.oversight;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of what is handed out: a title and its rows, in order.
 *
 * @param name in files
 * @param title for readers
 * @param rows by column; the column {@code third_person} says why a row may be about somebody else
 */
public record Section(String name, String title, List<Map<String, @Nullable Object>> rows) {

  /** The column that flags a row. */
  public static final String FLAG = "third_person";

  /** The same part with nothing in it but why it is withheld. */
  Section withheld(String because) {
    return new Section(name, title, List.of(Map.of("withheld", because)));
  }

  /** The columns with a value in any row, without the flag. */
  public List<String> columns() {
    return rows.isEmpty()
        ? List.of()
        : rows.getFirst().keySet().stream()
            .filter(column ->
                !column.equals(FLAG)
                    && rows.stream().anyMatch(row -> Objects.nonNull(row.get(column))))
            .toList();
  }

  /** How many rows may be about somebody else. */
  public long flagged() {
    return rows.stream().filter(row -> row.get(FLAG) != null).count();
  }
}
