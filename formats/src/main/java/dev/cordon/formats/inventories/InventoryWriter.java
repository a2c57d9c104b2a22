package dev.cordon.formats.inventories;

import java.io.IOException;

/** Writes an inventory record by record. For one thread; closing ends the document. */
public interface InventoryWriter extends AutoCloseable {

  /** The next record. */
  void add(MediaRecord media) throws IOException;

  @Override
  void close() throws IOException;
}
