package dev.cordon.formats.dumps;

import dev.cordon.formats.ByteCursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/** What stands behind a backslash, undone: MySQL's, PostgreSQL's in strings and in COPY. */
final class SqlEscapes {

  private SqlEscapes() {}

  static void mysql(int letter, IntConsumer bytes) {
    switch (letter) {
      case '0' -> bytes.accept(0);
      case 'n' -> bytes.accept('\n');
      case 'r' -> bytes.accept('\r');
      case 't' -> bytes.accept('\t');
      case 'b' -> bytes.accept('\b');
      case 'Z' -> bytes.accept(0x1A);
      case '%', '_' -> {
        bytes.accept('\\');
        bytes.accept(letter);
      }
      default -> bytes.accept(letter);
    }
  }

  /** As in {@code E'…'}: letters, octal and hexadecimal bytes, Unicode. */
  static void postgres(ByteCursor cursor, int letter, IntConsumer bytes) throws IOException {
    if (letter == 'u' || letter == 'U') {
      int point = number(cursor, 0, 16, letter == 'u' ? 4 : 8);
      String character = Character.isValidCodePoint(point) ? Character.toString(point) : "\uFFFD";
      for (byte next : character.getBytes(StandardCharsets.UTF_8)) {
        bytes.accept(next & 0xFF);
      }
    } else {
      copy(cursor, letter, bytes);
    }
  }

  /** As in COPY's text form. */
  static void copy(ByteCursor cursor, int letter, IntConsumer bytes) throws IOException {
    switch (letter) {
      case 'b' -> bytes.accept('\b');
      case 'f' -> bytes.accept('\f');
      case 'n' -> bytes.accept('\n');
      case 'r' -> bytes.accept('\r');
      case 't' -> bytes.accept('\t');
      case 'v' -> bytes.accept(0x0B);
      case '0', '1', '2', '3', '4', '5', '6', '7' ->
          bytes.accept(number(cursor, letter - '0', 8, 2) & 0xFF);
      case 'x' ->
          bytes.accept(Character.digit(cursor.peek(), 16) < 0 ? 'x' : number(cursor, 0, 16, 2));
      default -> bytes.accept(letter);
    }
  }

  private static int number(ByteCursor cursor, int first, int radix, int most) throws IOException {
    int value = first;
    for (int count = 0; count < most; count++) {
      int digit = Character.digit(cursor.peek(), radix);
      if (digit < 0) {
        break;
      }
      value = value * radix + digit;
      cursor.read();
    }
    return value;
  }
}
