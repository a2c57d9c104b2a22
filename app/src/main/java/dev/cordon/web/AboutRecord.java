package dev.cordon.web;

import dev.cordon.access.OperationId;

/** Knows how much is open about the record a page shows; the page offers it with the number. */
public interface AboutRecord {

  /**
   * How much is open about a record.
   *
   * @param record the address of its page, below the operation
   */
  long open(OperationId operation, String record);
}
