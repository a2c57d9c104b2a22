package dev.cordon.formats.dumps;

import dev.cordon.formats.ByteCursor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Passes over a statement to and with its delimiter: strings, names, comments, dollar quotes and
 * the bodies of functions and triggers are no end of it.
 */
final class StatementReader {

  /** Which words open a body whose semicolons do not end the statement. */
  enum Body {
    /** None. */
    NONE,
    /** BEGIN ATOMIC, as PostgreSQL's functions have it. */
    ATOMIC,
    /** BEGIN, as SQLite's triggers have it. */
    TRIGGER
  }

  private static final int TAG_LIMIT = 64;
  private static final int WORD_LIMIT = 16;

  private final ByteCursor cursor;
  private final SqlText text;
  private final SqlSettings settings;
  private final int limitBytes;
  private final StringBuilder word = new StringBuilder();
  private ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private String lastWord = "";
  private int depth;

  StatementReader(ByteCursor cursor, SqlText text, SqlSettings settings, DumpLimits limits) {
    this.cursor = cursor;
    this.text = text;
    this.settings = settings;
    this.limitBytes = limits.definitionBytes();
  }

  /** Passes over the rest of the statement; returns as much of it as a definition may have. */
  String skip(String delimiter) throws IOException {
    return skip(delimiter, Body.NONE);
  }

  /** Passes over the rest of a statement that may have a body. */
  String skip(String delimiter, Body body) throws IOException {
    kept = new ByteArrayOutputStream();
    word.setLength(0);
    lastWord = "";
    depth = 0;
    while (true) {
      int next = cursor.peek();
      if (next < 0) {
        break;
      }
      boolean escapes = isEscapeMark();
      if (!isWordPart(next)) {
        endWord(body);
      }
      if (depth == 0 && next == delimiter.charAt(0) && cursor.isAt(delimiter)) {
        cursor.skip(delimiter.length());
        break;
      }
      step(next, escapes);
    }
    return kept.toString(StandardCharsets.UTF_8);
  }

  private boolean isWordPart(int next) {
    return SqlText.isNamePart(next) && !(next == '$' && word.isEmpty());
  }

  private void step(int next, boolean escapes) throws IOException {
    if (isWordPart(next)) {
      if (word.length() < WORD_LIMIT) {
        word.append((char) next);
      }
      keep(cursor.read());
      return;
    }
    if (next == '\'' || next == '"' || next == '`') {
      quoted(hasBackslashes(next) || next == '\'' && escapes);
    } else if (next == '$' && settings.is(SqlDialect.POSTGRESQL)) {
      dollar();
    } else if (!text.skipComment()) {
      keep(cursor.read());
    } else {
      keep(' ');
    }
  }

  private boolean isEscapeMark() {
    return settings.is(SqlDialect.POSTGRESQL) && word.length() == 1 && (word.charAt(0) | 32) == 'e';
  }

  private boolean hasBackslashes(int quote) {
    return quote != '`'
        && settings.hasBackslashEscapes()
        && (quote == '\'' || !settings.hasAnsiQuotes());
  }

  private void endWord(Body body) {
    if (word.isEmpty()) {
      return;
    }
    if (body != Body.NONE) {
      String ended = word.toString().toUpperCase(Locale.ROOT);
      boolean opens =
          body == Body.TRIGGER
              ? ended.equals("BEGIN")
              : ended.equals("ATOMIC") && lastWord.equals("BEGIN");
      if (depth == 0 && opens || depth > 0 && ended.equals("CASE")) {
        depth++;
      } else if (depth > 0 && ended.equals("END")) {
        depth--;
      }
      lastWord = ended;
    }
    word.setLength(0);
  }

  private void quoted(boolean backslashes) throws IOException {
    int quote = cursor.read();
    keep(quote);
    int next;
    while ((next = cursor.read()) >= 0) {
      keep(next);
      if (next == '\\' && backslashes) {
        keep(cursor.read());
      } else if (next == quote) {
        return;
      }
    }
  }

  /** {@code $tag$ … $tag$}; a lone dollar sign is taken as it is. */
  private void dollar() throws IOException {
    String tag = dollarTag(cursor);
    if (tag.isEmpty()) {
      keep(cursor.read());
      return;
    }
    cursor.skip(tag.length());
    while (cursor.peek() >= 0 && !(cursor.peek() == '$' && isExactly(tag))) {
      cursor.read();
    }
    cursor.skip(tag.length());
    keep('\'');
    keep('\'');
  }

  private boolean isExactly(String tag) throws IOException {
    for (int index = 0; index < tag.length(); index++) {
      if (cursor.peek(index) != tag.charAt(index)) {
        return false;
      }
    }
    return true;
  }

  /** The dollar quote that begins here, or an empty text. */
  static String dollarTag(ByteCursor cursor) throws IOException {
    StringBuilder tag = new StringBuilder("$");
    int next;
    while (tag.length() < TAG_LIMIT && (next = cursor.peek(tag.length())) >= 0) {
      tag.append((char) next);
      if (next == '$') {
        return tag.toString();
      }
      if (!SqlText.isNamePart(next) || tag.length() == 2 && Character.isDigit(next)) {
        return "";
      }
    }
    return "";
  }

  private void keep(int next) {
    if (next >= 0 && kept.size() < limitBytes) {
      kept.write(next);
    }
  }
}
