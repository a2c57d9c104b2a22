package dev.cordon.formats.sheets;

import java.io.IOException;
import java.io.InputStream;

/** A workbook's bytes; opened twice, and must give the same bytes each time. */
@FunctionalInterface
public interface WorkbookSource {

  /** The bytes from their start. The reader closes the stream. */
  InputStream open() throws IOException;
}
