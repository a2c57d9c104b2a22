package dev.cordon.intake.internal;

import dev.cordon.formats.sheets.WorkbookSource;
import dev.cordon.formats.sqlite.RandomBytes;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a file or of an archive's member, their packing taken off: as a stream that is read
 * once, or, for forms that need it, at any place or from the start again. Nothing is unpacked to a
 * disk.
 */
public interface PartBytes {

  /** The bytes from front to back; to be read once. */
  InputStream stream();

  /**
   * The bytes at any place; what is packed is held in memory.
   *
   * @throws dev.cordon.formats.FormatException when it is packed and too large for that
   */
  RandomBytes random() throws IOException;

  /**
   * The bytes from the start, as often as asked; what can not be opened again is held in memory.
   *
   * @throws dev.cordon.formats.FormatException when it is too large for that
   */
  WorkbookSource again() throws IOException;
}
