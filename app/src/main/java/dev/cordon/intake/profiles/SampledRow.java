package dev.cordon.intake.profiles;

import dev.cordon.formats.Position;
import java.util.List;

/** A sampled row: where it stands, and its values in the order of its table's columns. */
public record SampledRow(Position position, List<SampledValue> values) {

  /** Copies the list. */
  public SampledRow {
    values = List.copyOf(values);
  }

  /** The value of a column; none where the row is shorter. */
  SampledValue value(int column) {
    return column < values.size() ? values.get(column) : SampledValue.NONE;
  }
}
