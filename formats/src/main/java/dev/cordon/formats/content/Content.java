package dev.cordon.formats.content;

/** What a file's unpacked content is. */
public sealed interface Content {

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

  /** Media: never opened, never copied. */
  record Media(MediaKind kind) implements Content {}

  /** Nothing known here. */
  record Unknown(String description) implements Content {}
}
