package dev.cordon.intake.internal;

import org.jspecify.annotations.Nullable;

/** The values of one row by the number of their column. */
public interface RowSource {

  /** The value as text, or null where there is none or it may not be taken. */
  @Nullable String text(int column);

  /** The value as bytes, or null where there is none or it may not be taken. */
  byte @Nullable [] bytes(int column);

  /** The length of the value in bytes, also of values not taken. */
  long length(int column);
}
