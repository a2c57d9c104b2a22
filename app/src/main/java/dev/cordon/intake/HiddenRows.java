package dev.cordon.intake;

import dev.cordon.access.OperationId;
import java.util.function.Predicate;

/**
 * Which rows of an operation's sources were erased by order. Asked while records are written anew,
 * so that a retake brings nothing back: of such a row only position and state are written, so that
 * the balance adds up.
 *
 * <p>Implementers answer from what they hold in memory, for every record, without failing; rows are
 * named by source, table and number, which stay the same from edition to edition. Rows that are
 * restricted only are written and hidden by who opens the records.
 */
@FunctionalInterface
public interface HiddenRows {

  /** No row was erased. */
  Predicate<Origin> NONE = row -> false;

  /** The erased rows of an operation as they stand now. */
  Predicate<Origin> erased(OperationId operation);
}
