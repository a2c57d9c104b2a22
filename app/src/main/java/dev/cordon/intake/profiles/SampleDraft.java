package dev.cordon.intake.profiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is seen of a source while it is looked at. */
final class SampleDraft {

  private static final int VALUE_COST = 64;

  private final SampleLimits limits;
  private final HiddenSample hidden;
  private final Map<String, TableDraft> tables = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private long keptBytes;
  private boolean isFull;

  SampleDraft(SampleLimits limits, HiddenSample hidden) {
    this.limits = limits;
    this.hidden = hidden;
  }

  /** Whether an order hides a row of a table; it is counted and not shown. */
  boolean hides(String table, long number) {
    return hidden.hides(table, number);
  }

  /** Whether an order hides any row; where rows have no number while sampled none is shown. */
  boolean hidesAny() {
    return hidden.hidesAny();
  }

  SampleLimits limits() {
    return limits;
  }

  /** The table of this name, made when there is none; null when there are too many. */
  @Nullable TableDraft table(
      String name,
      String form,
      @Nullable String list,
      @Nullable String format,
      List<String> columns) {
    TableDraft known = tables.get(name);
    if (known != null) {
      return known;
    }
    if (tables.size() == limits.tables()) {
      note("It has more than " + limits.tables() + " tables; the first are shown.");
      return null;
    }
    if (columns.size() > limits.columns()) {
      note(
          name
              + " has "
              + columns.size()
              + " columns; the first "
              + limits.columns()
              + " are shown. Write its profile as a file.");
    }
    TableDraft made =
        new TableDraft(
            this,
            name,
            form,
            list,
            format,
            columns.subList(0, Math.min(columns.size(), limits.columns())));
    tables.put(name, made);
    return made;
  }

  boolean isKnown(String name) {
    return tables.containsKey(name);
  }

  boolean hasRoom() {
    if (keptBytes < limits.keptBytes()) {
      return true;
    }
    if (!isFull) {
      isFull = true;
      note(
          "Samples are kept up to " + (limits.keptBytes() >> 20) + " MiB; later rows are counted.");
    }
    return false;
  }

  void took(List<SampledValue> values) {
    for (SampledValue value : values) {
      String text = value.text();
      keptBytes += VALUE_COST + (text == null ? 0 : 2L * text.length());
    }
  }

  void note(String note) {
    if (notes.size() < 50 && !notes.contains(note)) {
      notes.add(note);
    }
  }

  SourceSample finish(String form, boolean isWhole, long contentBytes) {
    return new SourceSample(
        form,
        tables.values().stream().map(TableDraft::finish).toList(),
        isWhole,
        contentBytes,
        notes);
  }
}
