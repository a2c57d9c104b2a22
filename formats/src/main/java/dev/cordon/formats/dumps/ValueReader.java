package dev.cordon.formats.dumps;

import dev.cordon.formats.ByteCursor;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads one value of a tuple into a sink. A failure is told as the reason, null is success. */
final class ValueReader {

  static final String CUT = "the dump ends in the middle of the row";
  static final String RESTART = "the row is cut, another statement begins inside it";
  static final String UNEXPECTED = "has an unexpected character in a value";

  private static final int WORD_LIMIT = 64;
  private static final boolean[] PLAIN = new boolean[256];

  static {
    for (int next = '!'; next < 256; next++) {
      PLAIN[next] = ",();'\"[]/-".indexOf(next) < 0;
    }
  }

  private final ByteCursor cursor;
  private final SqlText text;
  private final SqlSettings settings;
  private final ValueSink sink;
  private final StringReader strings;
  private boolean isAssigned;

  ValueReader(ByteCursor cursor, SqlText text, SqlSettings settings, ValueSink sink) {
    this.cursor = cursor;
    this.text = text;
    this.settings = settings;
    this.sink = sink;
    this.strings = new StringReader(cursor, settings, sink);
  }

  /** Another statement begins; its strings are in this character set. */
  void begin(Charset charset) {
    strings.begin(charset);
  }

  /** Reads the value that begins here. */
  @Nullable String read() throws IOException {
    sink.begin();
    return literal(true);
  }

  /** Reads the value of an assignment, which the statement's end may end too. */
  @Nullable String readAssigned() throws IOException {
    isAssigned = true;
    String failure = read();
    isAssigned = false;
    return failure;
  }

  /** Whether another statement begins here. */
  boolean startsStatement() throws IOException {
    return strings.startsStatement(0);
  }

  private @Nullable String literal(boolean mayBeIntroduced) throws IOException {
    int next = cursor.peek();
    if (next < 0) {
      return CUT;
    }
    if (next == '\'' || next == '"') {
      return cast(strings.read(hasBackslashes(next)));
    }
    if (next == '0' && (cursor.peek(1) | 32) == 'x') {
      cursor.skip(2);
      return hexadecimal(-1);
    }
    if (next == '0' && (cursor.peek(1) | 32) == 'b') {
      cursor.skip(2);
      return bits(-1);
    }
    if (cursor.peek(1) == '\'') {
      return prefixed(next | 32);
    }
    if (next == '_' && mayBeIntroduced) {
      return introduced();
    }
    if (next == '$' && settings.is(SqlDialect.POSTGRESQL)) {
      String tag = StatementReader.dollarTag(cursor);
      return tag.isEmpty() ? UNEXPECTED : cast(strings.readDollar(tag));
    }
    return bare();
  }

  private boolean hasBackslashes(int quote) {
    return settings.hasBackslashEscapes() && (quote == '\'' || !settings.hasAnsiQuotes());
  }

  /** {@code x'…'}, {@code b'…'}, {@code N'…'}, {@code E'…'}. */
  private @Nullable String prefixed(int letter) throws IOException {
    if (letter == 'x' || letter == 'b') {
      cursor.skip(2);
      String failure = letter == 'x' ? hexadecimal('\'') : bits('\'');
      return cast(failure);
    }
    if (letter == 'n') {
      cursor.skip(1);
      sink.charset(StandardCharsets.UTF_8);
      return cast(strings.read(hasBackslashes('\'')));
    }
    if (letter == 'e' && settings.is(SqlDialect.POSTGRESQL)) {
      cursor.skip(1);
      return cast(strings.read(true));
    }
    return bare();
  }

  /**
   * {@code _binary '…'}: the introducer says in which character set the bytes are meant, not how
   * they are written.
   */
  private @Nullable String introduced() throws IOException {
    String name = text.word(WORD_LIMIT);
    text.skipSpace();
    if (!name.equalsIgnoreCase("_binary")) {
      sink.charset(SqlCharsets.of(name.substring(1)));
    }
    return literal(false);
  }

  /** Passes over {@code ::type} behind a value. */
  private @Nullable String cast(@Nullable String failure) throws IOException {
    if (failure != null || cursor.peek() != ':' || cursor.peek(1) != ':') {
      return failure;
    }
    int depth = 0;
    while (true) {
      int next = cursor.peek();
      if (next < 0) {
        return CUT;
      }
      if (next == ';' || depth == 0 && (next == ',' || next == ')')) {
        return null;
      }
      depth += next == '(' ? 1 : next == ')' ? -1 : 0;
      cursor.read();
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
        sink.appendBare(high << 4 | digit);
        high = -1;
      }
    }
    if (high >= 0) {
      return cursor.peek() < 0 ? CUT : "has an odd number of hexadecimal digits in a value";
    }
    if (end >= 0 && cursor.peek() != end) {
      return cursor.peek() < 0 ? CUT : "has an unexpected character in a hexadecimal value";
    }
    if (end >= 0) {
      cursor.read();
    }
    return sink.end(DumpRow.Kind.BINARY);
  }

  private @Nullable String bits(int end) throws IOException {
    StringBuilder digits = new StringBuilder();
    int next;
    while ((next = cursor.peek()) == '0' || next == '1') {
      if (digits.length() == WORD_LIMIT && settings.is(SqlDialect.MYSQL)) {
        return "has a bit value of more than " + WORD_LIMIT + " bits";
      }
      digits.append((char) cursor.read());
      if (digits.length() == 8 * WORD_LIMIT * WORD_LIMIT) {
        return "has a bit value of more than " + digits.length() + " bits";
      }
    }
    if (end >= 0 && next != end) {
      return next < 0 ? CUT : "has an unexpected character in a bit value";
    }
    if (end >= 0) {
      cursor.read();
    }
    if (settings.is(SqlDialect.POSTGRESQL)) {
      digits.chars().forEach(sink::appendBare);
      return sink.end(DumpRow.Kind.BARE);
    }
    String padded = "0".repeat((8 - digits.length() % 8) % 8) + digits;
    for (int index = 0; index < padded.length(); index += 8) {
      sink.appendBare(Integer.parseInt(padded.substring(index, index + 8), 2));
    }
    return sink.end(DumpRow.Kind.BINARY);
  }

  /** A number, a word, or an expression with brackets; kept as written, never evaluated. */
  private @Nullable String bare() throws IOException {
    int depth = 0;
    boolean expression = false;
    while (true) {
      sink.appendWhile(cursor, PLAIN);
      int next = cursor.peek();
      if (isAssigned && depth == 0 && sink.length() > 0 && (next == ';' || next == ' ')) {
        break;
      }
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
        strings.copy(hasBackslashes(next));
        continue;
      }
      if (next == '\n' && depth == 0 && sink.length() > 0 && strings.startsStatement(1)) {
        return RESTART;
      }
      if ((next == '/' || next == '-') && text.skipComment()) {
        continue;
      }
      boolean opens = next == '(' || next == '[';
      depth += opens ? 1 : next == ')' || next == ']' ? -1 : 0;
      expression |= opens;
      cursor.read();
      if (next > ' ' || depth > 0) {
        sink.appendBare(next);
      }
    }
    return endBare(expression);
  }

  private @Nullable String endBare(boolean expression) {
    if (sink.length() == 0) {
      return "has an empty value";
    }
    boolean none = sink.isWord("NULL") || sink.isWord("DEFAULT");
    DumpRow.Kind bare = expression ? DumpRow.Kind.EXPRESSION : DumpRow.Kind.BARE;
    return sink.end(none ? DumpRow.Kind.NULL : bare);
  }
}
