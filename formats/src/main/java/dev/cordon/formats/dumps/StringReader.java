package dev.cordon.formats.dumps;

import dev.cordon.formats.ByteCursor;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a quoted string into a sink, its escapes undone as its dialect has them. */
final class StringReader {

  private final ByteCursor cursor;
  private final SqlSettings settings;
  private final ValueSink sink;
  private Charset charset = StandardCharsets.UTF_8;
  private boolean hidesBackslashes;
  private boolean hasLineFeeds;

  StringReader(ByteCursor cursor, SqlSettings settings, ValueSink sink) {
    this.cursor = cursor;
    this.settings = settings;
    this.sink = sink;
  }

  /** Another statement begins; its strings are in this character set. */
  void begin(Charset next) {
    charset = next;
    hidesBackslashes = SqlCharsets.hidesBackslashes(next);
  }

  /** Reads the string that begins here with its quote; null or the reason it cannot be read. */
  @Nullable String read(boolean backslashes) throws IOException {
    int quote = cursor.read();
    int escape = backslashes ? '\\' : quote;
    boolean lineFeeds = false;
    while (true) {
      plain(quote, escape);
      int next = cursor.peek();
      if (next < 0) {
        return ValueReader.CUT;
      }
      if (next == '\n') {
        if (startsStatement(1)) {
          cursor.read();
          return ValueReader.RESTART;
        }
        lineFeeds = true;
        sink.append(cursor.read());
      } else if (next == '\\' && backslashes) {
        cursor.read();
        if (!escape()) {
          return ValueReader.CUT;
        }
      } else if (next == quote) {
        cursor.read();
        if (cursor.peek() != quote) {
          hasLineFeeds |= lineFeeds;
          return sink.end(DumpRow.Kind.STRING);
        }
        sink.append(cursor.read());
      }
    }
  }

  /** Reads {@code $tag$ … $tag$}. */
  @Nullable String readDollar(String tag) throws IOException {
    cursor.skip(tag.length());
    while (true) {
      sink.appendUntil(cursor, '$', '$');
      int next = cursor.peek();
      if (next < 0) {
        return ValueReader.CUT;
      }
      if (next == '$' && cursor.isAt(tag)) {
        cursor.skip(tag.length());
        return sink.end(DumpRow.Kind.STRING);
      }
      if (next == '$' || next == '\n') {
        sink.append(cursor.read());
      }
    }
  }

  /** Copies a string inside an expression as it is written, quotes and escapes with it. */
  void copy(boolean backslashes) throws IOException {
    int quote = cursor.read();
    sink.appendBare(quote);
    int next;
    while ((next = cursor.read()) >= 0) {
      sink.appendBare(next);
      if (next == '\\' && backslashes) {
        sink.appendBare(Math.max(0, cursor.read()));
      } else if (next == quote) {
        return;
      }
    }
  }

  private void plain(int quote, int escape) throws IOException {
    if (!hidesBackslashes) {
      sink.appendUntil(cursor, quote, escape);
      return;
    }
    int next;
    while ((next = cursor.peek()) >= 0 && next != quote && next != escape && next != '\n') {
      boolean pair = SqlCharsets.isPair(charset, next, cursor.peek(1));
      sink.append(cursor.read());
      if (pair) {
        sink.append(cursor.read());
      }
    }
  }

  /** Undoes the escape behind a backslash; false at the end of the dump. */
  private boolean escape() throws IOException {
    int letter = cursor.read();
    if (letter < 0) {
      return false;
    }
    if (settings.is(SqlDialect.POSTGRESQL)) {
      SqlEscapes.postgres(cursor, letter, sink::append);
    } else {
      SqlEscapes.mysql(letter, sink::append);
    }
    return true;
  }

  /**
   * Whether a new statement of a dump begins at this distance. mysqldump writes line feeds inside
   * strings as escapes, so a line that begins like this is no string's content; a dump that has
   * shown a line feed inside a string was written by another hand, there it may be.
   */
  boolean startsStatement(int distance) throws IOException {
    boolean escapesLineFeeds = settings.is(SqlDialect.MYSQL) && settings.hasBackslashEscapes();
    if (!escapesLineFeeds || hasLineFeeds) {
      return false;
    }
    return switch (cursor.peek(distance)) {
      case 'I' -> at(distance, "INSERT INTO `") || at(distance, "INSERT IGNORE INTO `");
      case 'R' -> at(distance, "REPLACE INTO `");
      case '-' ->
          at(distance, "-- MySQL dump")
              || at(distance, "-- MariaDB dump")
              || at(distance, "-- Table structure for")
              || at(distance, "-- Dumping data for");
      case '/' -> at(distance, "/*!40000 ALTER TABLE `") || at(distance, "/*!40101 SET ");
      case 'C' -> at(distance, "CREATE TABLE `");
      case 'D' -> at(distance, "DROP TABLE IF EXISTS `");
      case 'U' -> at(distance, "UNLOCK TABLES;");
      case 'L' -> at(distance, "LOCK TABLES `");
      default -> false;
    };
  }

  private boolean at(int distance, String ascii) throws IOException {
    for (int index = 0; index < ascii.length(); index++) {
      if (cursor.peek(distance + index) != ascii.charAt(index)) {
        return false;
      }
    }
    return true;
  }
}
