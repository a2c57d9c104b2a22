package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.intake.Balance;
import dev.cordon.intake.Origin;
import dev.cordon.intake.RowRecord;
import dev.cordon.intake.RowRecord.State;
import org.jspecify.annotations.Nullable;

/** Counts the units of one table and writes the index of them. */
final class Counts {

  private final Part part;
  private final String table;
  private long rows;
  private long stored;
  private long quarantined;
  private long duplicates;
  private long unmapped;

  /** Counts the units of the part's table of this name. */
  Counts(Part part, String table) {
    this.part = part;
    this.table = part.table(table);
  }

  /** The place of the next unit. */
  Origin next() {
    return new Origin(part.source(), table, ++rows);
  }

  /** The place of a unit that has its number from elsewhere; no number comes twice. */
  Origin at(long number) {
    rows++;
    return new Origin(part.source(), table, number);
  }

  void stored(Origin origin, Position position, @Nullable String key, @Nullable String note) {
    stored++;
    write(origin, position, key, State.STORED, note, null);
  }

  /** Of a unit no profile fits only place and length are kept. */
  void unmapped(Origin origin, Position position, @Nullable String key, @Nullable String note) {
    unmapped++;
    stored(origin, position, key, note);
  }

  void quarantined(Origin origin, Position position, String reason) {
    quarantined++;
    part.tally().quarantined(reason);
    write(origin, position, null, State.QUARANTINED, reason, null);
  }

  void duplicate(Origin origin, Position position, @Nullable String key, Origin first) {
    duplicates++;
    write(origin, position, key, State.DUPLICATE, "repeats an earlier row", first);
  }

  /** The balance under this name; tells how many units no profile fits. */
  Balance balance(String name, String unit) {
    if (unmapped > 0) {
      part.tally().unmapped(name, unmapped);
    }
    return new Balance(name, unit, rows, stored, quarantined, duplicates);
  }

  private void write(
      Origin origin,
      Position position,
      @Nullable String key,
      State state,
      @Nullable String reason,
      @Nullable Origin first) {
    part.output()
        .write(
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
