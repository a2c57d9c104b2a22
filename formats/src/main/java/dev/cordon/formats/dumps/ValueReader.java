package dev.cordon.formats.dumps;

import dev.cordon.formats.ByteCursor;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one value of a tuple into a sink. A failure is told as the reason, null is success. */
final class ValueReader {

  static final String CUT = "the dump ends in the middle of the row";
  static final String RESTART = "the row is cut, another statement begins inside it";

  private static final int WORD_LIMIT = 64;

  private final ByteCursor cursor;
  private final SqlText text;
  private final ValueSink sink;

  ValueReader(ByteCursor cursor, SqlText text, ValueSink sink) {
    this.cursor = cursor;
    this.text = text;
    this.sink = sink;
  }

  @Nullable String read() throws IOException {
    sink.begin();
    int next = cursor.peek();
    if (next < 0) {
      return CUT;
    }
    if (next == '\'' || next == '"') {
      return string();
    }
    if (next == '0' && (cursor.peek(1) | 32) == 'x') {
      cursor.skip(2);
      return hexadecimal(-1);
    }
    boolean quoteFollows = cursor.peek(1) == '\'';
    if (quoteFollows && (next | 32) == 'x') {
      cursor.skip(2);
      return hexadecimal('\'');
    }
    if (quoteFollows && (next | 32) == 'b') {
      cursor.skip(2);
      return bits();
    }
    if (next == '_') {
      return introduced();
    }
    return bare();
  }

  /** {@code _binary '…'}: the introducer says how the bytes are meant, not how they are written. */
  private @Nullable String introduced() throws IOException {
    text.word(WORD_LIMIT);
    text.skipSpace();
    return cursor.peek() == '_' ? "has an unexpected character in a value" : read();
  }

  private @Nullable String string() throws IOException {
    int quote = cursor.read();
    int escape = text.hasBackslashEscapes() ? '\\' : quote;
    while (true) {
      sink.appendUntil(cursor, quote, escape);
      int next = cursor.peek();
      if (next < 0) {
        return CUT;
      }
      if (next == '\n' && startsStatement(cursor, 1)) {
        cursor.read();
        return RESTART;
      }
      if (next == '\\' && escape == '\\') {
        cursor.read();
        int escaped = cursor.read();
        if (escaped < 0) {
          return CUT;
        }
        unescape(escaped);
      } else if (next == quote) {
        cursor.read();
        if (cursor.peek() != quote) {
          sink.end(DumpRow.Kind.STRING);
          return null;
        }
        sink.append(cursor.read());
      } else if (next == '\n') {
        sink.append(cursor.read());
      }
    }
  }

  private void unescape(int letter) {
    switch (letter) {
      case '0' -> sink.append(0);
      case 'n' -> sink.append('\n');
      case 'r' -> sink.append('\r');
      case 't' -> sink.append('\t');
      case 'b' -> sink.append('\b');
      case 'Z' -> sink.append(0x1A);
      case '%', '_' -> {
        sink.append('\\');
        sink.append(letter);
      }
      default -> sink.append(letter);
    }
  }

  private @Nullable String hexadecimal(int end) throws IOException {
    int high = -1;
    while (true) {
      int digit = Character.digit(cursor.peek(), 16);
      if (digit < 0) {
        break;
      }
      cursor.read();
      if (high < 0) {
        high = digit;
      } else {
        sink.append(high << 4 | digit);
        high = -1;
      }
    }
    if (high >= 0) {
      return cursor.peek() < 0 ? CUT : "has an odd number of hexadecimal digits in a value";
    }
    if (end >= 0 && cursor.read() != end) {
      return "has an unexpected character in a hexadecimal value";
    }
    sink.end(DumpRow.Kind.BINARY);
    return null;
  }

  private @Nullable String bits() throws IOException {
    StringBuilder digits = new StringBuilder();
    int next;
    while ((next = cursor.read()) == '0' || next == '1') {
      if (digits.length() == WORD_LIMIT) {
        return "has a bit value of more than " + WORD_LIMIT + " bits";
      }
      digits.append((char) next);
    }
    if (next != '\'') {
      return next < 0 ? CUT : "has an unexpected character in a bit value";
    }
    String padded = "0".repeat((8 - digits.length() % 8) % 8) + digits;
    for (int index = 0; index < padded.length(); index += 8) {
      sink.append(Integer.parseInt(padded.substring(index, index + 8), 2));
    }
    sink.end(DumpRow.Kind.BINARY);
    return null;
  }

  /** A number, a word, or an expression with brackets; kept as written, never evaluated. */
  private @Nullable String bare() throws IOException {
    int depth = 0;
    boolean expression = false;
    StringBuilder word = new StringBuilder();
    while (true) {
      int next = cursor.peek();
      if (next < 0 || next == ';' && depth == 0) {
        return next < 0 ? CUT : "the row is cut, the statement ends inside it";
      }
      if (depth == 0 && (next == ',' || next == ')')) {
        break;
      }
      if (next == '\'' || next == '"') {
        if (depth == 0) {
          return "has an unexpected quote in a value";
        }
        skipString();
        continue;
      }
      if (next == '\n' && depth == 0 && !word.isEmpty() && startsStatement(cursor, 1)) {
        return RESTART;
      }
      depth += next == '(' ? 1 : next == ')' ? -1 : 0;
      expression |= next == '(';
      cursor.read();
      if (next > ' ' || depth > 0) {
        sink.append(next);
        if (word.length() < WORD_LIMIT) {
          word.append((char) next);
        }
      }
    }
    return endBare(word.toString().toUpperCase(Locale.ROOT), expression);
  }

  private @Nullable String endBare(String word, boolean expression) {
    if (word.isEmpty()) {
      return "has an empty value";
    }
    boolean none = word.equals("NULL") || word.equals("DEFAULT");
    DumpRow.Kind bare = expression ? DumpRow.Kind.EXPRESSION : DumpRow.Kind.BARE;
    sink.end(none ? DumpRow.Kind.NULL : bare);
    return null;
  }

  private void skipString() throws IOException {
    int quote = cursor.read();
    sink.append(quote);
    int next;
    while ((next = cursor.read()) >= 0) {
      sink.append(next);
      if (next == '\\') {
        sink.append(Math.max(0, cursor.read()));
      } else if (next == quote) {
        return;
      }
    }
  }

  /**
   * Whether a new statement of a dump begins at this distance. A dump writes line feeds inside
   * strings as escapes, so a line that begins like this is no string's content.
   */
  static boolean startsStatement(ByteCursor cursor, int distance) throws IOException {
    int first = cursor.peek(distance);
    return switch (first) {
      case 'I' -> at(cursor, distance, "INSERT INTO `");
      case '-' ->
          at(cursor, distance, "-- MySQL dump")
              || at(cursor, distance, "-- MariaDB dump")
              || at(cursor, distance, "-- Table structure for")
              || at(cursor, distance, "-- Dumping data for");
      case '/' ->
          at(cursor, distance, "/*!40000 ALTER TABLE `") || at(cursor, distance, "/*!40101 SET ");
      case 'C' -> at(cursor, distance, "CREATE TABLE `");
      case 'D' -> at(cursor, distance, "DROP TABLE IF EXISTS `");
      case 'U' -> at(cursor, distance, "UNLOCK TABLES;");
      case 'L' -> at(cursor, distance, "LOCK TABLES `");
      default -> false;
    };
  }

  private static boolean at(ByteCursor cursor, int distance, String ascii) throws IOException {
    for (int index = 0; index < ascii.length(); index++) {
      if (cursor.peek(distance + index) != ascii.charAt(index)) {
        return false;
      }
    }
    return true;
  }
}
