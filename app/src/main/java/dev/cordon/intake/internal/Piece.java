package dev.cordon.intake.internal;

import dev.cordon.intake.Holder;
import dev.cordon.intake.Origin;

/** One thing a mapping takes from a row. */
interface Piece {

  /** Writes what the row gives. */
  void write(Origin origin, Holder holder, RowScope scope);

  /** Writes what still waits. */
  default void finish() {}
}
