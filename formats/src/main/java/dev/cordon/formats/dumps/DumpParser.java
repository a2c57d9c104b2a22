package dev.cordon.formats.dumps;

import dev.cordon.formats.ByteCursor;
import dev.cordon.formats.dumps.StatementReader.Body;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/**
 * Reads what mysqldump, mariadb-dump, phpMyAdmin, Adminer, pg_dump (plain) and SQLite's shell
 * write: CREATE TABLE, INSERT, REPLACE and COPY are read as text, everything else is passed over,
 * nothing is executed. Memory is bounded by the limits, whatever the dump. Not thread-safe.
 */
public final class DumpParser {

  private static final int WORD_LIMIT = 64;
  private static final String VIEW_VERSION = "50001";
  private static final List<String> VIEW_REMARKS =
      List.of("-- Temporary table structure for view", "-- Stand-in structure for view");

  private final ByteCursor cursor;
  private final DumpHandler handler;
  private final SqlSettings settings;
  private final SqlText text;
  private final StatementReader statements;
  private final TableNames names;
  private final DumpTables tables;
  private final InsertReader inserts;
  private final CopyReader copies;
  private final LargeObjectReader largeObjects;
  private String delimiter = ";";
  private boolean isViewNext;

  private DumpParser(InputStream stream, DumpLimits limits, DumpHandler handler)
      throws IOException {
    this.cursor = new ByteCursor(stream);
    this.handler = handler;
    this.settings = new SqlSettings(SqlDialect.of(cursor));
    this.text = new SqlText(cursor, settings, this::remark);
    this.statements = new StatementReader(cursor, text, settings, limits);
    this.names = new TableNames(settings);
    this.tables = new DumpTables(settings, names);
    this.inserts = new InsertReader(cursor, text, settings, statements, tables, limits, handler);
    this.copies = new CopyReader(cursor, text, statements, tables, limits, handler);
    this.largeObjects = new LargeObjectReader(cursor, text, settings, limits, handler);
  }

  /** Reads the stream to its end and tells the handler what it holds. */
  public static void parse(InputStream stream, DumpLimits limits, DumpHandler handler)
      throws IOException {
    new DumpParser(stream, limits, handler).run();
  }

  private void run() throws IOException {
    while (text.skipBlanks()) {
      if (cursor.peek() == '\\') {
        command(text.restOfLine(WORD_LIMIT * 8));
        continue;
      }
      String word = text.word(WORD_LIMIT).toUpperCase(Locale.ROOT);
      switch (word) {
        case "INSERT", "REPLACE" -> inserts.read(delimiter);
        case "COPY" -> copies.read();
        case "CREATE" -> create();
        case "ALTER" -> alter();
        case "USE" -> use();
        case "DELIMITER" -> delimiter = newDelimiter();
        case "SET" -> set();
        case "SELECT" -> select();
        default -> statements.skip(delimiter);
      }
    }
  }

  /** A line comment between statements. */
  private void remark(String line) {
    SqlDialect announced = SqlDialect.announcedBy(line);
    if (announced != null && !settings.is(announced)) {
      settings.begin(announced);
      delimiter = ";";
      tables.forgetShape();
    }
    isViewNext =
        VIEW_REMARKS.stream().anyMatch(line::startsWith)
            || isViewNext && !line.startsWith("-- Table structure for table");
  }

  /** A command of psql: only the change of database matters. */
  private void command(String line) {
    String[] words = line.trim().split("\\s+", 3);
    if (words.length < 2 || !words[0].equals("\\connect") && !words[0].equals("\\c")) {
      return;
    }
    int named = line.indexOf("dbname=");
    String last = words.length > 2 && words[1].startsWith("-") ? words[2] : words[1];
    String name = named >= 0 ? line.substring(named + 7) : last;
    names.use(name.replace("'", "").replace("\"", "").replace("\\", "").trim());
    settings.begin(settings.dialect());
    tables.forgetShape();
  }

  private String newDelimiter() throws IOException {
    String line = text.restOfLine(WORD_LIMIT).trim();
    return line.isEmpty() ? ";" : line;
  }

  private void set() throws IOException {
    settings.apply(statements.skip(delimiter));
    tables.forgetShape();
  }

  private void use() throws IOException {
    text.skipSpace();
    String name = text.identifier();
    statements.skip(delimiter);
    names.use(name);
  }

  private void select() throws IOException {
    text.skipSpace();
    if (settings.is(SqlDialect.POSTGRESQL)) {
      largeObjects.read();
    }
    statements.skip(delimiter);
  }

  private void create() throws IOException {
    boolean isView = text.conditionalVersion().equals(VIEW_VERSION) || isViewNext;
    isViewNext = false;
    Body body = Body.NONE;
    String word;
    do {
      text.skipSpace();
      word = text.word(WORD_LIMIT).toUpperCase(Locale.ROOT);
      body = body == Body.NONE ? body(word) : body;
    } while (isModifier(word));
    if (!word.equals("TABLE")) {
      statements.skip(delimiter, body);
      return;
    }
    text.skipSpace();
    if (cursor.isAt("IF NOT EXISTS")) {
      cursor.skip("IF NOT EXISTS".length());
      text.skipSpace();
    }
    String name = tables.name(text.qualifiedIdentifier());
    String definition = statements.skip(delimiter);
    if (!isView) {
      handler.table(tables.declare(TableDefinition.parse(name, definition, settings)));
    }
  }

  private static boolean isModifier(String word) {
    return switch (word) {
      case "TEMPORARY", "TEMP", "GLOBAL", "LOCAL", "UNLOGGED", "FOREIGN", "OR", "REPLACE" -> true;
      default -> false;
    };
  }

  private Body body(String word) {
    return switch (word) {
      case "TRIGGER" -> settings.is(SqlDialect.SQLITE) ? Body.TRIGGER : Body.NONE;
      case "FUNCTION", "PROCEDURE" -> settings.is(SqlDialect.POSTGRESQL) ? Body.ATOMIC : Body.NONE;
      default -> Body.NONE;
    };
  }

  private void alter() throws IOException {
    text.skipSpace();
    boolean isTable = text.word(WORD_LIMIT).equalsIgnoreCase("TABLE");
    text.skipSpace();
    if (isTable && cursor.isAt("ONLY ")) {
      cursor.skip(5);
      text.skipSpace();
    }
    String name = isTable ? tables.name(text.qualifiedIdentifier()) : "";
    String key = DefinitionText.behindPrimaryKey(statements.skip(delimiter));
    DumpTable keyed = isTable && key != null ? tables.key(name, DefinitionText.names(key)) : null;
    if (keyed != null) {
      handler.keyed(keyed);
    }
  }
}
