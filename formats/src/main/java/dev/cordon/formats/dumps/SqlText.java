package dev.cordon.formats.dumps;

import dev.cordon.formats.ByteCursor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The small pieces of SQL text: blanks and comments, words, names. */
final class SqlText {

  private static final int REMARK_LIMIT = 64;
  private static final int IDENTIFIER_LIMIT = 512;
  private static final int MOST_PARTS = 4;

  /** Versions no server has: what stands in such a comment is run by nobody. */
  private static final List<String> NEVER = List.of("99999", "999999");

  private final ByteCursor cursor;
  private final SqlSettings settings;
  private final Consumer<String> remarks;
  private int conditionals;
  private String version = "";

  /** Reads from the cursor; comments' beginnings between statements are told. */
  SqlText(ByteCursor cursor, SqlSettings settings, Consumer<String> remarks) {
    this.cursor = cursor;
    this.settings = settings;
    this.remarks = remarks;
  }

  /** The version an executable comment around the present place asks for, or an empty text. */
  String conditionalVersion() {
    return conditionals > 0 ? version : "";
  }

  /** Passes over blanks, comments and stray semicolons; returns whether anything follows. */
  boolean skipBlanks() throws IOException {
    while (true) {
      int next = cursor.peek();
      if (next < 0) {
        return false;
      }
      if (next <= ' ' || next == ';') {
        cursor.read();
      } else if (next == '-' && cursor.peek(1) == '-') {
        remarks.accept(restOfLine(REMARK_LIMIT));
      } else if (!skipComment()) {
        return true;
      }
    }
  }

  /** Passes over blanks and comments inside a statement. */
  void skipSpace() throws IOException {
    while (true) {
      int next = cursor.peek();
      if (next > '/') {
        return;
      }
      if (next >= 0 && next <= ' ') {
        cursor.read();
      } else if (next < 0 || !skipComment()) {
        return;
      }
    }
  }

  /**
   * Passes over a comment, if one begins here. The marks of an executable comment are passed over
   * alone: what stands between them is read.
   */
  boolean skipComment() throws IOException {
    boolean mysql = settings.is(SqlDialect.MYSQL);
    int next = cursor.peek();
    int second = next == '#' || next == '-' || next == '/' || next == '*' ? cursor.peek(1) : -1;
    if (next == '#' && mysql) {
      restOfLine(0);
      return true;
    }
    if (next == '-' && second == '-') {
      if (mysql && cursor.peek(2) > ' ') {
        return false;
      }
      restOfLine(0);
      return true;
    }
    if (next == '*' && second == '/' && conditionals > 0) {
      conditionals--;
      cursor.skip(2);
      return true;
    }
    if (next != '/' || second != '*') {
      return false;
    }
    if (!mysql || !openConditional()) {
      cursor.skip(2);
      untilCommentEnd(settings.is(SqlDialect.POSTGRESQL));
    }
    return true;
  }

  private boolean openConditional() throws IOException {
    int place = cursor.peek(2) == 'M' ? 3 : 2;
    if (cursor.peek(place) != '!') {
      return false;
    }
    place++;
    StringBuilder digits = new StringBuilder();
    while (digits.length() < 6 && Character.isDigit(cursor.peek(place))) {
      digits.append((char) cursor.peek(place++));
    }
    if (NEVER.contains(digits.toString())) {
      return false;
    }
    cursor.skip(place);
    version = digits.toString();
    conditionals++;
    return true;
  }

  private void untilCommentEnd(boolean nests) throws IOException {
    int depth = 1;
    int next;
    while ((next = cursor.read()) >= 0) {
      if (next == '*' && cursor.peek() == '/') {
        cursor.read();
        depth--;
        if (depth == 0) {
          return;
        }
      } else if (nests && next == '/' && cursor.peek() == '*') {
        cursor.read();
        depth++;
      }
    }
  }

  /** Takes the rest of the line; returns at most so many characters of it. */
  String restOfLine(int keep) throws IOException {
    StringBuilder line = new StringBuilder();
    int next;
    while ((next = cursor.read()) >= 0 && next != '\n') {
      if (line.length() < keep) {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  /** Takes letters, digits and underscores; an empty word takes nothing. */
  String word(int limit) throws IOException {
    StringBuilder word = new StringBuilder();
    int next = cursor.peek();
    while (word.length() < limit && next < 128 && isNamePart(next) && next != '$') {
      word.append((char) next);
      cursor.read();
      next = cursor.peek();
    }
    return word.toString();
  }

  /** Takes a name, quoted or bare; an empty one takes nothing. */
  String identifier() throws IOException {
    int quote = cursor.peek();
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    if (quote != '`' && quote != '"' && quote != '[') {
      while (isNamePart(cursor.peek()) && name.size() < IDENTIFIER_LIMIT) {
        name.write(cursor.read());
      }
      return name.toString(StandardCharsets.UTF_8);
    }
    int end = quote == '[' ? ']' : quote;
    cursor.read();
    int next;
    while ((next = cursor.read()) >= 0) {
      if (next == end) {
        if (cursor.peek() != end || end == ']') {
          break;
        }
        cursor.read();
      }
      if (name.size() < IDENTIFIER_LIMIT) {
        name.write(next);
      }
    }
    return name.toString(StandardCharsets.UTF_8);
  }

  /** Takes {@code table}, {@code database.table} or {@code database.schema.table}. */
  List<String> qualifiedIdentifier() throws IOException {
    List<String> parts = new ArrayList<>();
    parts.add(identifier());
    while (cursor.peek() == '.' && parts.size() < MOST_PARTS) {
      cursor.read();
      parts.add(identifier());
    }
    return parts;
  }

  static boolean isNamePart(int next) {
    return next >= 'a' && next <= 'z'
        || next >= 'A' && next <= 'Z'
        || next >= '0' && next <= '9'
        || next == '_'
        || next == '$'
        || next >= 128;
  }
}
