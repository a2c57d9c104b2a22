package dev.cordon.intake.profiles;

import dev.cordon.intake.Origin;
import dev.cordon.intake.RowSet;
import dev.cordon.intake.SourceId;
import java.util.UUID;

/** The rows of a source that no reader gets, by their numbers, while it is sampled. */
record HiddenSample(SourceId source, RowSet rows) {

  /** Nothing is hidden. */
  static final HiddenSample NONE = new HiddenSample(new SourceId(new UUID(0, 0)), RowSet.NONE);

  boolean hides(String table, long number) {
    return !rows.isEmpty() && rows.contains(new Origin(source, table, number));
  }

  boolean hidesAny() {
    return !rows.isEmpty();
  }
}
