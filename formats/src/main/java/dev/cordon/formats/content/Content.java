package dev.cordon.formats.content;

/** What a file's unpacked content is. */
public sealed interface Content {

  /** Whether a file of this content is a platform's own, not somebody's answer about it. */
  default boolean isOfPlatform() {
    return this instanceof SqlDump
        || this instanceof SqliteDatabase
        || this instanceof AccessLog
        || this instanceof W3cLog;
  }

  /** No bytes at all. */
  record Empty() implements Content {}

  /** A database dump as SQL. */
  record SqlDump() implements Content {}

  /** An SQLite database file. */
  record SqliteDatabase() implements Content {}

  /** Comma-separated values or their like. */
  record Csv() implements Content {}

  /** A web server's access log. */
  record AccessLog() implements Content {}

  /** JSON. */
  record Json() implements Content {}

  /** JSON lines: an object in each line. */
  record JsonLines() implements Content {}

  /** A web server's log in W3C extended form. */
  record W3cLog() implements Content {}

  /** A CyberTipline report as XML. */
  record TipReport() implements Content {}

  /** A workbook of sheets (XLSX). */
  record Workbook() implements Content {}

  /** An archive whose members can be walked. */
  record Archive(String form) implements Content {}

  /** Media: never opened, never copied. */
  record Media(MediaKind kind) implements Content {}

  /** Nothing known here. */
  record Unknown(String description) implements Content {}
}
