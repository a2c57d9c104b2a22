package dev.cordon.formats.lists;

import dev.cordon.formats.ByteCursor;
import dev.cordon.formats.FormatException;
import dev.cordon.formats.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the statements of an NSRL RDS 3 delta: hashes in them are told by their length (32, 40 or
 * 64 hex digits as a value of their own). INSERT and UPDATE give rows; DELETE gives rows that are
 * withdrawn. Nothing is executed.
 */
final class SqlRows {

  private static final int LONGEST_STATEMENT = 1 << 20;

  private final ByteCursor cursor;
  private final ListHandler handler;
  private final RowDraft row;
  private final byte[] statement = new byte[LONGEST_STATEMENT];
  private long statements;

  private SqlRows(InputStream stream, ListHandler handler) {
    this.cursor = new ByteCursor(stream);
    this.handler = handler;
    this.row = new RowDraft(handler, HashKind.SHA256);
  }

  static ListOutcome read(InputStream stream, ListHandler handler) throws IOException {
    SqlRows rows = new SqlRows(stream, handler);
    while (rows.cursor.peek() >= 0) {
      rows.statement();
    }
    if (rows.statements == 0) {
      throw new FormatException("no INSERT, UPDATE or DELETE stands in it");
    }
    return new ListOutcome(ListForm.SQL, "", "", "");
  }

  private void statement() throws IOException {
    skipBlanks();
    long offset = cursor.offset();
    long line = cursor.line();
    int used = 0;
    boolean isLong = false;
    int quote = 0;
    int next = cursor.read();
    while (next >= 0 && (quote != 0 || next != ';')) {
      if (quote == 0 && (next == '\'' || next == '"')) {
        quote = next;
      } else if (next == quote) {
        quote = 0;
      }
      if (used < statement.length) {
        statement[used++] = (byte) next;
      } else {
        isLong = true;
      }
      next = cursor.read();
    }
    if (used > 0) {
      Position position = new Position(offset, line, cursor.offset() - offset);
      String text = new String(statement, 0, used, StandardCharsets.UTF_8);
      tell(text, position, isLong, next < 0 && quote != 0);
    }
  }

  private void skipBlanks() throws IOException {
    while (true) {
      int next = cursor.peek();
      if (next == '-' && cursor.peek(1) == '-') {
        while (cursor.peek() >= 0 && cursor.peek() != '\n') {
          cursor.read();
        }
      } else if (next >= 0 && next <= ' ') {
        cursor.read();
      } else {
        return;
      }
    }
  }

  private void tell(String text, Position position, boolean isLong, boolean isOpen) {
    String verb = text.substring(0, Math.min(7, text.length())).toUpperCase(Locale.ROOT);
    boolean isKnown =
        verb.startsWith("INSERT") || verb.startsWith("UPDATE") || verb.startsWith("DELETE");
    if (!isKnown) {
      return;
    }
    statements++;
    if (isLong || isOpen) {
      handler.broken(
          position,
          isOpen
              ? "a quote is opened and not closed before the file ends"
              : "the statement is longer than " + LONGEST_STATEMENT + " bytes");
      return;
    }
    for (String group : groups(text, verb)) {
      hashes(group);
      if (verb.startsWith("DELETE")) {
        row.withdraw();
      }
      // Tables that hold no files have statements without a hash, and those are no rows.
      if (row.hasHash()) {
        row.end(position);
      }
      row.clear();
    }
  }

  /** The parts of a statement that are a row each: groups behind VALUES, else all of it. */
  private static List<String> groups(String text, String verb) {
    int values = text.toUpperCase(Locale.ROOT).indexOf("VALUES");
    if (!verb.startsWith("INSERT") || values < 0) {
      return List.of(text);
    }
    List<String> groups = new ArrayList<>();
    int start = values + 6;
    int quote = 0;
    for (int at = start; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character == '\'' || character == '"') {
        quote = quote == 0 ? character : quote == character ? 0 : quote;
      } else if (character == ')' && quote == 0) {
        groups.add(text.substring(start, at));
        start = at + 1;
      }
    }
    return groups;
  }

  private void hashes(String text) {
    int at = text.indexOf('\'');
    while (at >= 0) {
      int end = text.indexOf('\'', at + 1);
      if (end < 0) {
        return;
      }
      int length = end - at - 1;
      HashKind kind =
          switch (length) {
            case 32 -> HashKind.MD5;
            case 40 -> HashKind.SHA1;
            case 64 -> HashKind.SHA256;
            default -> null;
          };
      String value = text.substring(at + 1, end);
      if (kind != null && value.chars().allMatch(letter -> Character.digit(letter, 16) >= 0)) {
        row.hash(kind, value);
      }
      at = text.indexOf('\'', end + 1);
    }
  }
}
