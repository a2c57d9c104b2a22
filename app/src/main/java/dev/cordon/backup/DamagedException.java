package dev.cordon.backup;

import dev.cordon.CordonException;

/** Something of a backup is not what it was: which file, what was expected, what was found. */
final class DamagedException extends CordonException {

  private static final long serialVersionUID = 1L;

  DamagedException(String message) {
    super(message);
  }
}
