package dev.cordon.formats.dumps;

import dev.cordon.formats.ByteCursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose SQL a dump is written in; told by what stands at its head. */
enum SqlDialect {
  /** MySQL, MariaDB and what imitates them. */
  MYSQL,
  /** PostgreSQL. */
  POSTGRESQL,
  /** SQLite's own text dump. */
  SQLITE;

  private static final int HEAD_BYTES = 1 << 15;

  private static final Map<SqlDialect, List<String>> MARKS =
      Map.of(
          MYSQL,
          List.of("-- MySQL dump", "-- MariaDB dump", "/*!", "/*M!", "`", "ENGINE=", "SET NAMES"),
          POSTGRESQL,
          List.of(
              "-- PostgreSQL database",
              "SET standard_conforming_strings",
              "SET client_encoding",
              " FROM stdin;",
              "pg_catalog."),
          SQLITE,
          List.of("PRAGMA foreign_keys=", "BEGIN TRANSACTION;\nCREATE TABLE"));

  /** The dialect whose first mark stands before every other's; MySQL without any. */
  static SqlDialect of(ByteCursor cursor) throws IOException {
    String head = new String(cursor.head(HEAD_BYTES), StandardCharsets.ISO_8859_1);
    SqlDialect best = MYSQL;
    int first = Integer.MAX_VALUE;
    for (SqlDialect dialect : values()) {
      for (String mark : MARKS.getOrDefault(dialect, List.of())) {
        int place = head.indexOf(mark);
        if (place >= 0 && place < first) {
          first = place;
          best = dialect;
        }
      }
    }
    return best;
  }

  /** The dialect a comment announces, for dumps written one behind the other, or null. */
  static @Nullable SqlDialect announcedBy(String comment) {
    if (comment.startsWith("-- PostgreSQL database")) {
      return POSTGRESQL;
    }
    boolean isMysql = comment.startsWith("-- MySQL dump") || comment.startsWith("-- MariaDB dump");
    return isMysql ? MYSQL : null;
  }
}
