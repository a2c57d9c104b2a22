package dev.cordon.formats.dumps;

import dev.cordon.formats.ByteCursor;
import dev.cordon.formats.dumps.DumpTable.DumpColumn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A CREATE TABLE statement as text: columns in order with what is written behind each name, primary
 * key, character set. Nothing in it is executed.
 *
 * @param attributes per column what stands behind its name, as written
 * @param generated the columns the database computes
 * @param parents the tables it inherits columns from, each name in its parts
 * @param options what stands behind the closing bracket
 */
public record TableDefinition(
    DumpTable table,
    List<String> attributes,
    List<String> generated,
    List<List<String>> parents,
    String options) {

  private static final Set<String> MYSQL_ELEMENTS =
      Set.of("KEY", "INDEX", "UNIQUE", "FULLTEXT", "SPATIAL", "CONSTRAINT", "FOREIGN", "CHECK");
  private static final Set<String> OTHER_ELEMENTS =
      Set.of("UNIQUE", "CONSTRAINT", "FOREIGN", "CHECK", "PRIMARY", "LIKE");

  private static final Pattern GENERATED =
      Pattern.compile("\\bGENERATED\\s+ALWAYS\\s+AS\\s*\\(|\\bAS\\s*\\(");
  private static final Pattern INHERITS = Pattern.compile("\\bINHERITS\\s*\\(");
  private static final Pattern KEY = Pattern.compile("\\bPRIMARY\\s+KEY\\b");

  /** Copies the lists. */
  public TableDefinition {
    attributes = List.copyOf(attributes);
    generated = List.copyOf(generated);
    parents = List.copyOf(parents);
  }

  /** Reads SQLite's statement. */
  public static TableDefinition ofSqlite(String name, String statement) {
    SqlSettings settings = new SqlSettings(SqlDialect.SQLITE);
    ByteCursor cursor =
        new ByteCursor(new ByteArrayInputStream(statement.getBytes(StandardCharsets.UTF_8)));
    SqlText text = new SqlText(cursor, settings, remark -> {});
    try {
      String bare = new StatementReader(cursor, text, settings, DumpLimits.STANDARD).skip(";");
      return parse(name, bare.substring(DefinitionText.open(bare)), settings);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Reads what stands behind CREATE TABLE and the name. */
  static TableDefinition parse(String name, String definition, SqlSettings settings) {
    SqlDialect dialect = settings.dialect();
    DefinitionText text = new DefinitionText(definition, settings.hasBackslashEscapes());
    List<DumpColumn> columns = new ArrayList<>();
    List<String> attributes = new ArrayList<>();
    List<String> generated = new ArrayList<>();
    List<String> primaryKey = new ArrayList<>();
    String element;
    if (!text.isPlain()) {
      DumpTable table = new DumpTable(name, List.of(), List.of(), charset(definition));
      return new TableDefinition(table, attributes, generated, List.of(), definition);
    }
    while ((element = text.element()) != null) {
      String bare = DefinitionText.withoutStrings(element).toUpperCase(Locale.ROOT);
      if (isConstraint(element, bare, dialect)) {
        if (KEY.matcher(bare).find() && primaryKey.isEmpty()) {
          primaryKey.addAll(DefinitionText.names(element));
        }
        continue;
      }
      DumpColumn column = column(element);
      columns.add(column);
      attributes.add(DefinitionText.afterName(element));
      String behind = DefinitionText.withoutStrings(attributes.getLast()).toUpperCase(Locale.ROOT);
      if (KEY.matcher(behind).find()) {
        primaryKey.add(column.name());
      }
      if (GENERATED.matcher(behind).find()) {
        generated.add(column.name());
      }
    }
    String options = text.rest();
    DumpTable table = new DumpTable(name, columns, primaryKey, charset(options));
    return new TableDefinition(table, attributes, generated, parents(options), options);
  }

  /** What stands behind DEFAULT in a column's definition, and all that follows it. */
  public Optional<String> behindDefault(int column) {
    return Optional.ofNullable(DefinitionText.behindDefault(attributes.get(column)));
  }

  TableDefinition withPrimaryKey(List<String> names) {
    DumpTable keyed = new DumpTable(table.name(), table.columns(), names, table.charset());
    return new TableDefinition(keyed, attributes, generated, parents, options);
  }

  TableDefinition withColumns(List<DumpColumn> columns) {
    DumpTable whole = new DumpTable(table.name(), columns, table.primaryKey(), table.charset());
    return new TableDefinition(whole, attributes, generated, parents, options);
  }

  TableDefinition withoutColumns() {
    return withColumns(List.of());
  }

  private static boolean isConstraint(String element, String bare, SqlDialect dialect) {
    if (DefinitionText.isQuoted(element)) {
      return false;
    }
    String[] words = bare.split("[\\s(]+", 3);
    String second = words.length > 1 ? words[1] : "";
    return switch (words[0]) {
      case "PRIMARY" -> second.equals("KEY") || dialect != SqlDialect.MYSQL;
      case "PERIOD" -> second.equals("FOR");
      case "EXCLUDE" -> second.equals("USING") || bare.startsWith("EXCLUDE (");
      default -> (dialect == SqlDialect.MYSQL ? MYSQL_ELEMENTS : OTHER_ELEMENTS).contains(words[0]);
    };
  }

  private static DumpColumn column(String element) {
    String rest = DefinitionText.afterName(element);
    String type = rest.split("[\\s(]", 2)[0].replace("\"", "").toLowerCase(Locale.ROOT);
    return new DumpColumn(DefinitionText.name(element), type, charset(rest));
  }

  private static List<List<String>> parents(String options) {
    Matcher inherits = INHERITS.matcher(options.toUpperCase(Locale.ROOT));
    if (!inherits.find()) {
      return List.of();
    }
    return DefinitionText.qualifiedNames(options.substring(inherits.end() - 1));
  }

  private static @Nullable String charset(String text) {
    String bare = DefinitionText.withoutStrings(text);
    String upper = bare.toUpperCase(Locale.ROOT);
    for (String key : List.of("CHARACTER SET", "CHARSET", "COLLATE")) {
      int found = upper.indexOf(key);
      if (found >= 0) {
        String rest = bare.substring(found + key.length()).replace('=', ' ').trim();
        String name = rest.split("[^A-Za-z0-9_]", 2)[0].toLowerCase(Locale.ROOT);
        boolean isCollation = key.equals("COLLATE");
        return name.isEmpty() ? null : isCollation ? name.split("_", 2)[0] : name;
      }
    }
    return null;
  }
}
