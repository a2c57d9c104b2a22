package dev.cordon.formats.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Databases written by SQLite itself, and what SQLite says their rows are. */
final class Databases {

  private static final int[] SIZES = {
    0, 1, 2, 100, 440, 470, 477, 478, 500, 1000, 4050, 4061, 4062, 4090, 4100, 9000, 70_000
  };

  private Databases() {}

  /** Runs the statements on a new database and returns its file. */
  static Path write(Path folder, String name, List<String> statements) throws SQLException {
    Path file = folder.resolve(name);
    try (Connection connection = open(file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    return file;
  }

  /** A database of many shapes of tables and values. */
  static Path ofManyShapes(Path folder, int pageBytes, String encoding, int vacuum)
      throws SQLException {
    Path file =
        write(
            folder,
            "shapes-" + pageBytes + encoding + vacuum + ".db",
            List.of(
                "PRAGMA page_size=" + pageBytes,
                "PRAGMA encoding='" + encoding + "'",
                "PRAGMA auto_vacuum=" + vacuum,
                "CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, \"na\"\"me\" TEXT -- it's; (\n"
                    + ", [a b] BLOB, price REAL, any_one, n NUMERIC, old /* a, b */ INT DEFAULT (5))",
                "CREATE TABLE pairs (b TEXT, a INTEGER, c BLOB, PRIMARY KEY (a DESC, b)) WITHOUT ROWID",
                "CREATE TABLE computed (a INT, v INT AS (a + 1), s TEXT GENERATED ALWAYS AS (a || 'x') STORED, z)",
                "CREATE TABLE empty_one (key TEXT, value)",
                "CREATE TABLE gone (a, b)",
                "CREATE VIEW seen AS SELECT id FROM users",
                "CREATE INDEX by_name ON users (price)",
                "CREATE TRIGGER t AFTER DELETE ON gone BEGIN SELECT 1; END"));
    try (Connection connection = open(file);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      fill(connection, new Random(pageBytes + vacuum), 250);
      statement.execute("INSERT INTO computed (a, z) VALUES (1, 'z'), (NULL, 2), (-5, x'00')");
      statement.execute(
          "INSERT INTO users (id, price) VALUES (-7, 3), (4611686018427387904, 1e300)");
      statement.execute("DELETE FROM users WHERE id % 3 = 1 AND id > 0");
      statement.execute("DROP TABLE gone");
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("ALTER TABLE users ADD COLUMN later TEXT DEFAULT 'it''s (old)'");
      statement.execute("ALTER TABLE users ADD COLUMN latest REAL DEFAULT 3");
      statement.execute("ALTER TABLE users ADD COLUMN hidden INT NOT NULL DEFAULT -12");
      statement.execute("INSERT INTO users (any_one, later, latest) VALUES ('new', NULL, 2.5)");
    }
    return file;
  }

  private static void fill(Connection connection, Random random, int rows) throws SQLException {
    String insert = "INSERT INTO users (\"na\"\"me\", [a b], price, any_one, n) VALUES (?,?,?,?,?)";
    String pair = "INSERT INTO pairs VALUES (?,?,?)";
    try (PreparedStatement users = connection.prepareStatement(insert);
        PreparedStatement gone = connection.prepareStatement("INSERT INTO gone VALUES (?,?)");
        PreparedStatement pairs = connection.prepareStatement(pair)) {
      for (int index = 0; index < rows; index++) {
        int size = SIZES[index % SIZES.length];
        byte[] bytes = new byte[index % 7 == 0 ? size : Math.min(size, 600)];
        random.nextBytes(bytes);
        users.setString(1, index % 5 == 0 ? null : "Ærø 中 😀 " + "x".repeat(index % 90));
        users.setBytes(2, bytes);
        users.setObject(3, index % 2 == 0 ? (Object) index : (Object) (index / 7.0));
        users.setObject(4, number(index, random));
        users.setString(5, index % 2 == 0 ? "12.0" : "0x" + index);
        users.execute();
        pairs.setString(1, "key" + index + "y".repeat(index % 50 * 10));
        pairs.setLong(2, index % 20);
        pairs.setBytes(3, bytes);
        pairs.execute();
        gone.setInt(1, index);
        gone.setBytes(2, bytes);
        gone.execute();
      }
    }
  }

  private static Object number(int index, Random random) {
    return switch (index % 6) {
      case 0 -> index % 4 - 1;
      case 1 -> random.nextInt(70_000) - 35_000;
      case 2 -> random.nextInt();
      case 3 -> random.nextLong() >> 17;
      case 4 -> random.nextLong();
      default -> random.nextGaussian();
    };
  }

  /**
   * A database of a few pages, with overflow pages, a tree of two levels and a key of two columns.
   */
  static Path ofFewRows(Path folder, int pageBytes, String encoding) throws SQLException {
    return write(
        folder,
        "few-" + pageBytes + encoding + ".db",
        List.of(
            "PRAGMA page_size=" + pageBytes,
            "PRAGMA encoding='" + encoding + "'",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT, y REAL DEFAULT 2, z BLOB)",
            "CREATE TABLE p (a, b, c, PRIMARY KEY (b, a)) WITHOUT ROWID",
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30)"
                + " INSERT INTO t SELECT i, 'text ' || i, i / 3.0, randomblob(i * 40) FROM n",
            "INSERT INTO p SELECT x, id % 4, z FROM t WHERE id < 20",
            "DELETE FROM t WHERE id = 29"));
  }

  /** Every row of every table as SQLite gives it: table, then columns by name. */
  static List<String> rows(Path file) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = open(file);
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      for (String table : tables) {
        rows(statement, table, lines);
      }
    }
    return lines;
  }

  private static void rows(Statement statement, String table, List<String> lines)
      throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet names =
        statement.executeQuery("SELECT name, hidden FROM pragma_table_xinfo('" + table + "')")) {
      while (names.next()) {
        if (names.getInt(2) != 2) {
          columns.add(names.getString(1));
        }
      }
    }
    StringBuilder select = new StringBuilder("SELECT 1");
    for (String column : columns) {
      String name = "\"" + column.replace("\"", "\"\"") + "\"";
      select.append(", typeof(").append(name).append("), ").append(name);
    }
    try (ResultSet rows = statement.executeQuery(select + " FROM \"" + table + "\"")) {
      while (rows.next()) {
        TreeMap<String, String> values = new TreeMap<>();
        for (int index = 0; index < columns.size(); index++) {
          values.put(columns.get(index), value(rows, index * 2 + 2));
        }
        lines.add(table + values);
      }
    }
  }

  private static String value(ResultSet rows, int place) throws SQLException {
    return switch (rows.getString(place)) {
      case "null" -> "null";
      case "integer" -> Long.toString(rows.getLong(place + 1));
      case "real" -> Reals.text(rows.getDouble(place + 1));
      case "text" -> "'" + rows.getString(place + 1) + "'";
      default -> HexFormat.of().formatHex(rows.getBytes(place + 1));
    };
  }

  static Connection open(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  static byte[] bytes(Path file) throws IOException {
    return Files.readAllBytes(file);
  }
}
