package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.intake.Balance;
import dev.cordon.intake.Origin;
import dev.cordon.intake.RowRecord;
import dev.cordon.intake.RowRecord.State;
import dev.cordon.intake.SourceId;
import org.jspecify.annotations.Nullable;

/** Counts the units of one table and writes the index of them. */
final class Counts {

  private final SourceId source;
  private final String table;
  private final RecordOutput output;
  private long rows;
  private long stored;
  private long quarantined;
  private long duplicates;

  Counts(SourceId source, String table, RecordOutput output) {
    this.source = source;
    this.table = table;
    this.output = output;
  }

  /** The place of the next unit. */
  Origin next() {
    return new Origin(source, table, ++rows);
  }

  void stored(Origin origin, Position position, @Nullable String key, @Nullable String note) {
    stored++;
    write(origin, position, key, State.STORED, note, null);
  }

  void quarantined(Origin origin, Position position, String reason) {
    quarantined++;
    write(origin, position, null, State.QUARANTINED, reason, null);
  }

  void duplicate(Origin origin, Position position, @Nullable String key, Origin first) {
    duplicates++;
    write(origin, position, key, State.DUPLICATE, "repeats an earlier row", first);
  }

  Balance balance(String name, String unit) {
    return new Balance(name, unit, rows, stored, quarantined, duplicates);
  }

  private void write(
      Origin origin,
      Position position,
      @Nullable String key,
      State state,
      @Nullable String reason,
      @Nullable Origin first) {
    output.write(
        new RowRecord(
            origin,
            position.byteOffset(),
            position.line(),
            position.lengthBytes(),
            key,
            state,
            reason,
            first));
  }
}
