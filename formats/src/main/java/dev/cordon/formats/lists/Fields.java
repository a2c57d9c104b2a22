package dev.cordon.formats.lists;

/** The fields of one record of a table (RFC 4180). */
final class Fields {

  /** Takes a field and its place from 0. */
  @FunctionalInterface
  interface Taker {
    void field(int place, String text);
  }

  private Fields() {}

  /** Splits at the delimiter outside quotes; true where a quote is still open at the end. */
  static boolean split(String line, char delimiter, Taker taker) {
    int start = 0;
    int place = 0;
    int length = line.length();
    while (true) {
      if (start < length && line.charAt(start) == '"') {
        StringBuilder field = new StringBuilder();
        int end = quoted(line, start + 1, field);
        if (end < 0) {
          return true;
        }
        int next = line.indexOf(delimiter, end);
        int stop = next < 0 ? length : next;
        field.append(line, end, stop);
        taker.field(place++, field.toString());
        if (next < 0) {
          return false;
        }
        start = next + 1;
        continue;
      }
      int next = line.indexOf(delimiter, start);
      taker.field(place++, line.substring(start, next < 0 ? length : next));
      if (next < 0) {
        return false;
      }
      start = next + 1;
    }
  }

  /** Reads behind an opening quote; the place behind the closing one, -1 where there is none. */
  private static int quoted(String line, int from, StringBuilder field) {
    int at = from;
    while (at < line.length()) {
      char character = line.charAt(at);
      if (character != '"') {
        field.append(character);
      } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
        field.append('"');
        at++;
      } else {
        return at + 1;
      }
      at++;
    }
    return -1;
  }
}
