package dev.cordon.formats.dumps;

import dev.cordon.formats.ByteCursor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what mysqldump and mariadb-dump write: CREATE TABLE and INSERT or REPLACE statements are
 * read as text, everything else is passed over, nothing is executed. Memory is bounded by the
 * limits, whatever the dump. Not thread-safe.
 */
public final class DumpParser {

  private static final int WORD_LIMIT = 64;

  private final ByteCursor cursor;
  private final DumpLimits limits;
  private final DumpHandler handler;
  private final SqlText text;
  private final Map<String, DumpTable> tables = new HashMap<>();
  private String delimiter = ";";
  private Charset charset = StandardCharsets.UTF_8;
  private @Nullable String database;
  private @Nullable String firstDatabase;

  private DumpParser(InputStream stream, DumpLimits limits, DumpHandler handler) {
    this.cursor = new ByteCursor(stream);
    this.limits = limits;
    this.handler = handler;
    this.text = new SqlText(cursor, limits);
  }

  /** Reads the stream to its end and tells the handler what it holds. */
  public static void parse(InputStream stream, DumpLimits limits, DumpHandler handler)
      throws IOException {
    new DumpParser(stream, limits, handler).run();
  }

  private void run() throws IOException {
    while (text.skipBlanks(this::noteSetting)) {
      String word = text.word(WORD_LIMIT).toUpperCase(Locale.ROOT);
      switch (word) {
        case "INSERT", "REPLACE" -> insert();
        case "CREATE" -> create();
        case "USE" -> use();
        case "DELIMITER" -> delimiter = newDelimiter();
        case "SET" -> noteSetting(text.skipStatement(delimiter));
        default -> text.skipStatement(delimiter);
      }
    }
  }

  private String newDelimiter() throws IOException {
    String line = text.restOfLine(WORD_LIMIT).trim();
    return line.isEmpty() ? ";" : line;
  }

  private void use() throws IOException {
    text.skipBlanks(this::noteSetting);
    String name = text.identifier();
    text.skipStatement(delimiter);
    if (firstDatabase == null) {
      firstDatabase = name;
    }
    database = name;
  }

  /** The name as told to the handler: with its database once the dump has gone on to a second. */
  private String qualified(String name) {
    return database == null || database.equals(firstDatabase) ? name : database + "." + name;
  }

  private void create() throws IOException {
    text.skipBlanks(this::noteSetting);
    String word = text.word(WORD_LIMIT);
    if (word.equalsIgnoreCase("TEMPORARY")) {
      text.skipBlanks(this::noteSetting);
      word = text.word(WORD_LIMIT);
    }
    if (word.equalsIgnoreCase("DATABASE") || word.equalsIgnoreCase("SCHEMA")) {
      text.skipStatement(delimiter);
      return;
    }
    if (!word.equalsIgnoreCase("TABLE")) {
      text.skipStatement(delimiter);
      return;
    }
    text.skipBlanks(this::noteSetting);
    if (cursor.isAt("IF NOT EXISTS")) {
      cursor.skip("IF NOT EXISTS".length());
      text.skipBlanks(this::noteSetting);
    }
    String name = qualified(text.qualifiedIdentifier());
    String body = text.skipStatement(delimiter);
    DumpTable table = TableDefinition.parse(name, body);
    tables.put(name, table);
    handler.table(table);
  }

  private void insert() throws IOException {
    new InsertReader(cursor, text, limits, handler, delimiter)
        .read(this::qualified, tables, charset);
  }

  /** Takes the character set from SET NAMES; everything else in settings changes nothing. */
  private void noteSetting(String setting) {
    String upper = setting.toUpperCase(Locale.ROOT);
    int names = upper.indexOf("NAMES ");
    if (names >= 0) {
      String name = setting.substring(names + 6).trim().split("[^A-Za-z0-9_]")[0];
      charset = SqlCharsets.of(name);
    }
    if (upper.contains("SQL_MODE")) {
      text.noBackslashEscapes(upper.contains("NO_BACKSLASH_ESCAPES"));
    }
  }
}
