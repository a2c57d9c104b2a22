package dev.cordon.intake;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One unit of a source's balance: where it lies and what became of it. */
public record RowRecord(
    Origin origin,
    long byteOffset,
    long line,
    long length,
    @Nullable String sourceKey,
    State state,
    @Nullable String reason,
    @Nullable Origin duplicateOf)
    implements NormalisedRecord {

  /** What became of a row. */
  public enum State {
    /** Its records were written. */
    STORED,
    /** It could not be read; the reason says why. */
    QUARANTINED,
    /** It repeats the row it points to. */
    DUPLICATE;

    /** The word written to the records. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same position and state without the row's key in its product. */
  RowRecord withoutKey() {
    return new RowRecord(origin, byteOffset, line, length, null, state, reason, duplicateOf);
  }

  @Override
  public RecordKind kind() {
    return RecordKind.ROWS;
  }

  @Override
  public @Nullable Object[] values() {
    Origin first = duplicateOf;
    return new @Nullable Object[] {
      byteOffset,
      line,
      length,
      sourceKey,
      state.word(),
      reason,
      first == null ? null : first.source().toString(),
      first == null ? null : first.table(),
      first == null ? null : (Long) first.row()
    };
  }
}
