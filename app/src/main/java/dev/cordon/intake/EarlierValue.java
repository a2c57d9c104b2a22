package dev.cordon.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A normal form that newer rules replaced; what was written stands in its own record.
 *
 * @param dataSet the data set of that record
 * @param place which of the records this row gave to that data set, from 1
 * @param valueKind the kind of selector or fact; {@code IP} for an access
 * @param rules the version of the rules that made it
 */
public record EarlierValue(
    Origin origin,
    String dataSet,
    long place,
    String valueKind,
    @Nullable String value,
    @Nullable String verdict,
    long rules,
    Instant replacedAt)
    implements NormalisedRecord {

  @Override
  public RecordKind kind() {
    return RecordKind.EARLIER_VALUES;
  }

  @Override
  public @Nullable Object[] values() {
    return new @Nullable Object[] {dataSet, place, valueKind, value, verdict, rules, replacedAt};
  }
}
