package dev.cordon.formats.lists;

import java.nio.charset.StandardCharsets;

/** How a list is written. */
public enum ListForm {
  /** One JSON document: VICS 1.x and 2.0, CAID, exchanges. */
  JSON,
  /** A JSON object on each line. */
  JSON_LINES,
  /** A table whose first line names its columns. */
  TABLE,
  /** One hash on each line. */
  LINES,
  /** An SQLite 3 database: NSRL RDS 3. */
  SQLITE,
  /** SQL statements: a delta of NSRL RDS 3. */
  SQL;

  /** How many first bytes tell it. */
  static final int HEAD_BYTES = 1 << 16;

  /** Told by the first bytes of the unpacked file. */
  static ListForm of(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("SQLite format 3\0")) {
      return SQLITE;
    }
    boolean isWide = text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff");
    String start = text.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
    if (start.startsWith("[") || isWide) {
      return JSON;
    }
    int end = start.indexOf('\n');
    String first = (end < 0 ? start : start.substring(0, end)).strip();
    if (start.startsWith("{")) {
      boolean isWhole = end > 0 && first.endsWith("}");
      return isWhole ? JSON_LINES : JSON;
    }
    if (start.regionMatches(true, 0, "INSERT ", 0, 7)
        || start.matches("(?is)(--|/\\*|BEGIN|PRAGMA|DELETE |UPDATE |CREATE |DROP ).*")) {
      return SQL;
    }
    return first.matches("[0-9A-Fa-f]{32,64}") ? LINES : TABLE;
  }
}
