package dev.cordon.formats.sqlite;

import java.io.IOException;

/**
 * The bytes of one record, from its cell and, where they do not fit, from a chain of overflow
 * pages. Read once, from front to end.
 */
final class Payload {

  private final Pages pages;
  private final byte[] overflow;
  private byte[] present = new byte[0];
  private int place;
  private int end;
  private long left;
  private long next;
  private long given;

  Payload(Pages pages) {
    this.pages = pages;
    this.overflow = new byte[pages.header().pageBytes()];
  }

  /**
   * A record of so many bytes, of which so many lie in the page at this place; the others begin on
   * the page named behind them.
   */
  void begin(byte[] page, int start, int local, long length) throws BrokenPage {
    present = page;
    place = start;
    end = start + local;
    left = length - local;
    given = 0;
    next = left > 0 ? Bytes.unsigned(page, end) : 0;
    long room = pages.header().pages() * (pages.header().usableBytes() - 4L);
    if (left > room) {
      throw new BrokenPage("the row says it is longer than the file, " + length + " bytes");
    }
  }

  /** How many bytes were given since the record began. */
  long given() {
    return given;
  }

  int read() throws IOException, BrokenPage {
    more();
    given++;
    return present[place++] & 0xFF;
  }

  long varint() throws IOException, BrokenPage {
    long value = 0;
    for (int index = 0; index < 8; index++) {
      int part = read();
      value = value << 7 | part & 0x7F;
      if (part < 0x80) {
        return value;
      }
    }
    return value << 8 | read();
  }

  /** Gives so many bytes to the target, piece by piece. */
  void give(long length, Bytes.Target target) throws IOException, BrokenPage {
    long wanted = length;
    while (wanted > 0) {
      more();
      int count = (int) Math.min(wanted, end - place);
      target.take(present, place, count);
      place += count;
      given += count;
      wanted -= count;
    }
  }

  private void more() throws IOException, BrokenPage {
    if (place < end) {
      return;
    }
    if (left == 0) {
      throw new BrokenPage("the row's values are longer than the row");
    }
    pages.take(next, overflow);
    present = overflow;
    next = Bytes.unsigned(overflow, 0);
    place = 4;
    int count = (int) Math.min(left, pages.header().usableBytes() - 4L);
    end = place + count;
    left -= count;
  }
}
