package dev.cordon.intake.profiles;

import dev.cordon.formats.profiles.Profiles;
import dev.cordon.formats.profiles.TableSample;
import dev.cordon.intake.internal.LogForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table of a source, as far as it was looked at.
 *
 * @param name what the source calls it
 * @param form sql, csv, json or log
 * @param list for JSON: the path of the list
 * @param format for logs: how the lines seem to be built
 * @param rows the first rows
 * @param rowsSeen how many rows were seen
 * @param unreadable the first rows that would be quarantined
 * @param unreadableSeen how many of them were seen
 */
public record SampledTable(
    String name,
    String form,
    @Nullable String list,
    @Nullable String format,
    List<String> columns,
    List<SampledRow> rows,
    long rowsSeen,
    List<UnreadableRow> unreadable,
    long unreadableSeen) {

  /** Copies the lists. */
  public SampledTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    unreadable = List.copyOf(unreadable);
  }

  /** The sample as proposals take it. */
  public TableSample sample() {
    List<List<@Nullable String>> values = new ArrayList<>(rows.size());
    for (SampledRow row : rows) {
      List<@Nullable String> texts = new ArrayList<>(columns.size());
      for (int index = 0; index < columns.size(); index++) {
        texts.add(row.value(index).text());
      }
      values.add(texts);
    }
    return new TableSample(bareName(), form, list, format, columns, values);
  }

  /** The profile that reads this table, if any of these does. */
  public Optional<Profiles.Match> readBy(Profiles profiles) {
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    if (form.equals("log")) {
      return profiles.logs().stream()
          .filter(log -> LogForms.isSame(format, log.table().format()))
          .findFirst();
    }
    return list == null ? profiles.find(form, columns) : profiles.findList(list, columns);
  }

  /** Its name in a profile: without the place in an archive and the database. */
  private String bareName() {
    String inside = name.substring(name.lastIndexOf('/') + 1);
    String bare = inside.substring(inside.lastIndexOf('.') + 1);
    return bare.isBlank() ? "records" : bare;
  }
}
