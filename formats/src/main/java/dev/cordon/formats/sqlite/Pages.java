package dev.cordon.formats.sqlite;

import java.io.IOException;
import java.util.BitSet;

/**
 * The pages of a database. Each is given out once: in a sound file no page belongs to two places,
 * so that no loop and no shared page can make reading take longer than the file is long.
 */
final class Pages {

  private final RandomBytes bytes;
  private final DatabaseHeader header;
  private final BitSet taken = new BitSet();

  Pages(RandomBytes bytes, DatabaseHeader header) {
    this.bytes = bytes;
    this.header = header;
  }

  DatabaseHeader header() {
    return header;
  }

  /** Reads a page into the target. */
  void take(long number, byte[] target) throws IOException, BrokenPage {
    if (number < 1 || number > header.pages()) {
      throw new BrokenPage("page " + number + " lies beyond the file's " + header.pages());
    }
    if (taken.get((int) (number - 1))) {
      throw new BrokenPage("page " + number + " is used in two places");
    }
    taken.set((int) (number - 1));
    int count = bytes.read(offset(number), target, header.pageBytes());
    if (count < header.pageBytes()) {
      throw new BrokenPage("page " + number + " is cut, the file ends inside it");
    }
  }

  /** Where a page begins. */
  long offset(long number) {
    return (number - 1) * header.pageBytes();
  }
}
