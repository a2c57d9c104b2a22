package dev.cordon.formats.dumps;

import dev.cordon.formats.ByteCursor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * The small pieces of SQL text: blanks and comments, words, identifiers, statements passed over.
 */
final class SqlText {

  private static final int SETTING_LIMIT = 512;
  private static final int IDENTIFIER_LIMIT = 512;

  private final ByteCursor cursor;
  private final DumpLimits limits;
  private boolean noBackslashEscapes;

  SqlText(ByteCursor cursor, DumpLimits limits) {
    this.cursor = cursor;
    this.limits = limits;
  }

  void noBackslashEscapes(boolean value) {
    noBackslashEscapes = value;
  }

  boolean hasBackslashEscapes() {
    return !noBackslashEscapes;
  }

  /**
   * Passes over blanks, comments and stray semicolons; tells conditional comments' text. Returns
   * whether anything follows.
   */
  boolean skipBlanks(Consumer<String> conditional) throws IOException {
    while (true) {
      int next = cursor.peek();
      if (next < 0) {
        return false;
      }
      if (next <= ' ' || next == ';') {
        cursor.read();
      } else if (!skipComment(conditional)) {
        return true;
      }
    }
  }

  /** Passes over blanks and comments inside a statement. */
  void skipSpace() throws IOException {
    while (true) {
      int next = cursor.peek();
      if (next >= 0 && next <= ' ') {
        cursor.read();
      } else if (next < 0 || !skipComment(ignored -> {})) {
        return;
      }
    }
  }

  private boolean skipComment(Consumer<String> conditional) throws IOException {
    int next = cursor.peek();
    if (next == '#') {
      restOfLine(0);
      return true;
    }
    if (next == '-' && cursor.peek(1) == '-') {
      int after = cursor.peek(2);
      if (after <= ' ') {
        restOfLine(0);
        return true;
      }
      return false;
    }
    if (next == '/' && cursor.peek(1) == '*') {
      boolean isConditional = cursor.peek(2) == '!' || cursor.peek(2) == 'M';
      cursor.skip(2);
      String content = untilCommentEnd();
      if (isConditional) {
        conditional.accept(content);
      }
      return true;
    }
    return false;
  }

  private String untilCommentEnd() throws IOException {
    StringBuilder content = new StringBuilder();
    int next;
    while ((next = cursor.read()) >= 0) {
      if (next == '*' && cursor.peek() == '/') {
        cursor.read();
        break;
      }
      if (content.length() < SETTING_LIMIT) {
        content.append((char) next);
      }
    }
    return content.toString();
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

  /** Takes letters and underscores; an empty word takes nothing. */
  String word(int limit) throws IOException {
    StringBuilder word = new StringBuilder();
    int next = cursor.peek();
    while (word.length() < limit && (Character.isLetterOrDigit(next) || next == '_')) {
      word.append((char) next);
      cursor.read();
      next = cursor.peek();
    }
    return word.toString();
  }

  /** Takes a name, quoted or bare. */
  String identifier() throws IOException {
    int quote = cursor.peek();
    if (quote != '`' && quote != '"') {
      return word(IDENTIFIER_LIMIT);
    }
    cursor.read();
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    int next;
    while ((next = cursor.read()) >= 0) {
      if (next == quote) {
        if (cursor.peek() != quote) {
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

  /** Takes {@code table} or {@code database.table}; returns the table. */
  String qualifiedIdentifier() throws IOException {
    String name = identifier();
    while (cursor.peek() == '.') {
      cursor.read();
      name = identifier();
    }
    return name;
  }

  /**
   * Passes over the statement to and with its delimiter, strings and comments respected. Returns as
   * much of it as a definition may have.
   */
  String skipStatement(String delimiter) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    while (true) {
      int next = cursor.peek();
      if (next < 0) {
        break;
      }
      if (next == delimiter.charAt(0) && cursor.isAt(delimiter)) {
        cursor.skip(delimiter.length());
        break;
      }
      if (next == '\'' || next == '"' || next == '`') {
        quoted(kept);
      } else if (!skipComment(ignored -> {})) {
        keep(kept, cursor.read());
      }
    }
    return kept.toString(StandardCharsets.UTF_8);
  }

  private void quoted(ByteArrayOutputStream kept) throws IOException {
    int quote = cursor.read();
    keep(kept, quote);
    int next;
    while ((next = cursor.read()) >= 0) {
      keep(kept, next);
      if (next == '\\' && quote != '`' && hasBackslashEscapes()) {
        keep(kept, cursor.read());
      } else if (next == quote) {
        return;
      }
    }
  }

  private void keep(ByteArrayOutputStream kept, int next) {
    if (next >= 0 && kept.size() < limits.definitionBytes()) {
      kept.write(next);
    }
  }
}
