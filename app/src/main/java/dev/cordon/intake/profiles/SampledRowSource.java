package dev.cordon.intake.profiles;

import dev.cordon.intake.internal.RowSource;
import org.jspecify.annotations.Nullable;

/** Shows a sampled row to the mappings; what was not kept whole is not shown. */
record SampledRowSource(SampledRow row) implements RowSource {

  @Override
  public @Nullable String text(int column) {
    SampledValue value = row.value(column);
    return value.isWhole() ? value.text() : null;
  }

  @Override
  public byte @Nullable [] bytes(int column) {
    SampledValue value = row.value(column);
    return value.isWhole() ? value.bytes() : null;
  }

  @Override
  public long length(int column) {
    return row.value(column).lengthBytes();
  }
}
