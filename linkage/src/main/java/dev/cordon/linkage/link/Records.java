package dev.cordon.linkage.link;

import dev.cordon.linkage.Engine;
import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.model.Cleaner;
import dev.cordon.linkage.model.Field;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.plan.Tables;
import dev.cordon.linkage.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills the table {@code record} of a model: numbers rows from 0, cleans their values and learns
 * which fields are empty or constant. Not thread-safe.
 */
public final class Records {

  private static final int MOST_RECORDS = 500_000_000;

  private final LinkageModel model;
  private final long[] filled;
  private final @Nullable String[] only;
  private final boolean[] varied;
  private int count;
  private boolean allPlain = true;

  /** For a model whose fields are the ones to fill. */
  public Records(LinkageModel model) {
    this.model = model;
    this.filled = new long[model.fields().size()];
    this.only = new @Nullable String[model.fields().size()];
    this.varied = new boolean[model.fields().size()];
  }

  /** Gives rows to a sink. */
  @FunctionalInterface
  public interface Rows {
    /** Sends every row. */
    void sendTo(Sink sink);
  }

  /** Takes rows. */
  @FunctionalInterface
  public interface Sink {
    /** One row: its source's number, its name there, and its text for each column or null. */
    void row(int source, String name, @Nullable String[] texts);
  }

  /** Reads all rows; {@code columns} are the names of the texts' places. */
  public void fill(Engine engine, List<String> columns, Rows rows) {
    List<String> definitions = new ArrayList<>();
    definitions.add("id INTEGER");
    definitions.add("source INTEGER");
    definitions.add("name VARCHAR");
    definitions.add("plain BOOLEAN");
    model.fields().forEach(field -> definitions.add(Tables.column(field.name()) + " VARCHAR"));
    int[] places = places(columns);
    int[][] joined = joined();
    engine.create(
        Tables.RECORD,
        definitions,
        writer ->
            rows.sendTo(
                (source, name, texts) -> writer.row(values(source, name, texts, places, joined))));
  }

  /** How many records there are. */
  public int count() {
    return count;
  }

  /** Whether every value is ASCII. */
  public boolean allPlain() {
    return allPlain;
  }

  /** Fields without any value, or with one value everywhere: they tell nothing apart. */
  public Map<String, String> useless() {
    Map<String, String> useless = new HashMap<>();
    for (int field = 0; field < filled.length; field++) {
      if (filled[field] == 0) {
        useless.put(model.fields().get(field).name(), "empty");
      } else if (!varied[field] && filled[field] > 1) {
        useless.put(model.fields().get(field).name(), "the same in every record");
      }
    }
    return useless;
  }

  private @Nullable Object[] values(
      int source, String name, @Nullable String[] texts, int[] places, int[][] joined) {
    if (count == MOST_RECORDS) {
      throw new LinkageException("there are more than " + MOST_RECORDS + " records");
    }
    int fields = model.fields().size();
    @Nullable Object[] values = new @Nullable Object[4 + fields];
    boolean plain = true;
    for (int field = 0; field < fields; field++) {
      String text = places[field] >= 0 ? texts[places[field]] : join(values, joined[field]);
      String value = text == null ? "" : Cleaner.clean(model.fields().get(field).cleaning(), text);
      if (!value.isEmpty()) {
        values[4 + field] = value;
        plain &= Folding.isAscii(value);
        note(field, value);
      }
    }
    values[0] = count++;
    values[1] = source;
    values[2] = name;
    values[3] = plain;
    allPlain &= plain;
    return values;
  }

  private void note(int field, String value) {
    filled[field]++;
    String seen = only[field];
    if (seen == null) {
      only[field] = value;
    } else if (!varied[field] && !seen.equals(value)) {
      varied[field] = true;
    }
  }

  private static @Nullable String join(@Nullable Object[] values, int[] parts) {
    StringBuilder text = new StringBuilder();
    for (int part : parts) {
      if (values[4 + part] instanceof String value) {
        text.append(text.isEmpty() ? "" : " ").append(value);
      }
    }
    return text.isEmpty() ? null : text.toString();
  }

  private int[] places(List<String> columns) {
    int[] places = new int[model.fields().size()];
    for (int index = 0; index < places.length; index++) {
      places[index] =
          model.fields().get(index).columns().stream()
              .mapToInt(columns::indexOf)
              .filter(place -> place >= 0)
              .findFirst()
              .orElse(-1);
    }
    return places;
  }

  private int[][] joined() {
    List<String> names = model.fields().stream().map(Field::name).toList();
    return model.fields().stream()
        .map(field -> field.joined().stream().mapToInt(names::indexOf).toArray())
        .toArray(int[][]::new);
  }
}
