package dev.cordon.web;

import dev.cordon.access.OperationId;

/** A stage that knows how much waits for the reader; the navigation shows the number. */
public interface Waiting {

  /** The path of the stage in the navigation. */
  String path();

  /** How much waits for the reader in the operation. */
  long count(OperationId operation);
}
