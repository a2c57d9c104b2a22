package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.formats.content.Content;
import dev.cordon.formats.dumps.DumpHandler;
import dev.cordon.formats.dumps.DumpLimits;
import dev.cordon.formats.dumps.DumpParser;
import dev.cordon.formats.dumps.DumpRow;
import dev.cordon.formats.dumps.DumpTable;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.formats.sqlite.SqliteLimits;
import dev.cordon.formats.sqlite.SqliteReader;
import dev.cordon.intake.Balance;
import dev.cordon.intake.DuplicateIndex;
import dev.cordon.intake.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a database: a dump as SQL, or an SQLite file. */
public final class SqlReader implements SourceReader, DumpHandler {

  private final Part part;
  private final boolean isSqlite;
  private final Profiles profiles;
  private final DuplicateIndex duplicates;
  private final Map<String, DumpTable> declared = new LinkedHashMap<>();
  private final Map<String, SqlTable> tables = new LinkedHashMap<>();
  private final Set<String> products = new LinkedHashSet<>();
  private boolean isCut;

  /** For one part, looked through before. */
  public SqlReader(Part part, Profiles profiles, DuplicateIndex duplicates) {
    this.part = part;
    this.isSqlite = part.findings().content() instanceof Content.SqliteDatabase;
    this.profiles = profiles;
    this.duplicates = duplicates;
  }

  @Override
  public List<String> read(PartBytes bytes) throws IOException {
    List<String> notes = new ArrayList<>();
    if (isSqlite) {
      SqliteReader.read(bytes.random(), SqliteLimits.STANDARD, this)
          .notes()
          .forEach(note -> notes.add(part.title() + ": " + note));
    } else {
      DumpParser.parse(bytes.stream(), DumpLimits.STANDARD, this);
    }
    tables.values().forEach(SqlTable::finish);
    if (isCut) {
      notes.add(part.title() + " ends in the middle of a row; that row is quarantined");
    }
    return notes;
  }

  @Override
  public void table(DumpTable table) {
    declared.put(table.name(), table);
    tables.computeIfAbsent(table.name(), name -> open(name, table.columnNames()));
  }

  @Override
  public void row(DumpRow row) {
    at(row.table(), row.columns(), row.position()).row(row);
  }

  @Override
  public void broken(String table, List<String> columns, Position position, String reason) {
    isCut |= reason.contains("dump ends");
    Counts counts = at(table, columns, position).counts();
    Origin origin = counts.next();
    counts.quarantined(origin, position, reason);
  }

  @Override
  public List<Balance> balances() {
    String unit = isSqlite ? "SQLite row" : "SQL tuple";
    return tables.entrySet().stream()
        .map(entry -> entry.getValue().counts().balance(part.line(entry.getKey()), unit))
        .toList();
  }

  @Override
  public boolean isCut() {
    return isCut;
  }

  @Override
  public String form() {
    String form = isSqlite ? "SQLite database" : "SQL dump";
    return products.isEmpty() ? form : form + " (" + String.join(", ", products) + ")";
  }

  private SqlTable at(String table, List<String> columns, Position position) {
    SqlTable known = tables.get(table);
    if (known == null) {
      known = open(table, columns);
      tables.put(table, known);
    }
    if (!known.hasColumns(columns)) {
      known.use(columns, mapper(table, columns), primaryKey(table));
    }
    if (!isSqlite && part.member() == 0 && known.isNewShape(columns)) {
      part.tally().shape(table, position.byteOffset(), columns);
    }
    return known;
  }

  private SqlTable open(String table, List<String> columns) {
    SqlTable opened =
        new SqlTable(
            new Counts(part, table),
            new DumpRowSource(part.holdsMedia()),
            duplicates,
            part.findings().groups().get(table),
            part.scope());
    opened.use(columns, mapper(table, columns), primaryKey(table));
    return opened;
  }

  /** The key the table declares, before its rows or behind them; else that of a table like it. */
  private List<String> primaryKey(String table) {
    List<String> own = ownKey(table);
    if (!own.isEmpty()) {
      return own;
    }
    Map<String, String> groups = part.findings().groups();
    String group = groups.get(table);
    for (Map.Entry<String, String> entry : groups.entrySet()) {
      List<String> other = entry.getValue().equals(group) ? ownKey(entry.getKey()) : List.of();
      if (!other.isEmpty()) {
        return other;
      }
    }
    return List.of();
  }

  private List<String> ownKey(String table) {
    DumpTable known = declared.get(table);
    return known != null && !known.primaryKey().isEmpty()
        ? known.primaryKey()
        : part.findings().keys().getOrDefault(table, List.of());
  }

  private @Nullable TableMapper mapper(String table, List<String> columns) {
    if (columns.isEmpty()) {
      return null;
    }
    Optional<Profiles.Match> found = profiles.find("sql", columns);
    part.tally().met(part.table(table), "sql", null, columns, found);
    return found
        .map(match -> {
          String product = match.profile().product();
          products.add(product == null ? match.profile().name() : product);
          return new TableMapper(match.table(), columns, part.output());
        })
        .orElse(null);
  }
}
