package dev.cordon.formats.sqlite;

/** Big-endian numbers in a page. */
final class Bytes {

  /** Takes a piece of a value. */
  interface Target {

    /** These bytes are valid during the call only. */
    void take(byte[] bytes, int offset, int length);
  }

  private Bytes() {}

  static int unsignedShort(byte[] page, int place) throws BrokenPage {
    check(page, place, 2);
    return (page[place] & 0xFF) << 8 | page[place + 1] & 0xFF;
  }

  static long unsigned(byte[] page, int place) throws BrokenPage {
    check(page, place, 4);
    return (page[place] & 0xFFL) << 24
        | (page[place + 1] & 0xFF) << 16
        | (page[place + 2] & 0xFF) << 8
        | page[place + 3] & 0xFF;
  }

  /** The value of a varint, as {@link #varintBytes} long. */
  static long varint(byte[] page, int place) throws BrokenPage {
    long value = 0;
    int bytes = varintBytes(page, place);
    for (int index = 0; index < bytes; index++) {
      int next = page[place + index];
      value = index == 8 ? value << 8 | next & 0xFF : value << 7 | next & 0x7F;
    }
    return value;
  }

  static int varintBytes(byte[] page, int place) throws BrokenPage {
    for (int index = 0; index < 9; index++) {
      check(page, place + index, 1);
      if (page[place + index] >= 0) {
        return index + 1;
      }
    }
    return 9;
  }

  private static void check(byte[] page, int place, int length) throws BrokenPage {
    if (place < 0 || place + length > page.length) {
      throw new BrokenPage("a cell reaches beyond its page");
    }
  }
}
