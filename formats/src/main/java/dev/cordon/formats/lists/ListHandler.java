package dev.cordon.formats.lists;

import dev.cordon.formats.Position;

/** Receives what a list holds, in its order; calls come from the reading thread. */
public interface ListHandler {

  /** A row with at least one hash. */
  void entry(ListEntry entry);

  /** A row, or a part of one whose other hashes are told, that holds no usable hash. */
  void broken(Position position, String reason);
}
