package dev.cordon.intake;

import dev.cordon.RefusedException;

/** A source whose copy lies in the vault holds what may not lie there; nothing was changed. */
final class MediaFoundException extends RefusedException {

  private static final long serialVersionUID = 1L;

  private final String found;

  MediaFoundException(String name, String found) {
    super(
        name
            + " holds "
            + found
            + ", by today's judge, and a copy of it lies in the vault. Nothing was changed. Its"
            + " page asks whether it is read again and the copy destroyed.");
    this.found = found;
  }

  String found() {
    return found;
  }
}
