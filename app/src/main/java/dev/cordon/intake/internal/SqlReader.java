package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.formats.dumps.DumpHandler;
import dev.cordon.formats.dumps.DumpLimits;
import dev.cordon.formats.dumps.DumpParser;
import dev.cordon.formats.dumps.DumpRow;
import dev.cordon.formats.dumps.DumpTable;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.Balance;
import dev.cordon.intake.DuplicateIndex;
import dev.cordon.intake.Origin;
import dev.cordon.intake.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a database dump. */
public final class SqlReader implements SourceReader, DumpHandler {

  private static final String UNIT = "SQL tuple";

  private final SourceId source;
  private final String name;
  private final Map<String, String> groups;
  private final boolean holdsMedia;
  private final Profiles profiles;
  private final RecordOutput output;
  private final DuplicateIndex duplicates;
  private final Map<String, DumpTable> declared = new LinkedHashMap<>();
  private final Map<String, SqlTable> tables = new LinkedHashMap<>();
  private final Set<String> products = new LinkedHashSet<>();
  private boolean isCut;

  /** For one source, judged before. */
  public SqlReader(
      String name,
      Judgement judgement,
      Profiles profiles,
      RecordOutput output,
      DuplicateIndex duplicates) {
    this.source = judgement.id();
    this.name = name;
    this.groups = judgement.groups();
    this.holdsMedia = judgement.mediaFound() > 0;
    this.profiles = profiles;
    this.output = output;
    this.duplicates = duplicates;
  }

  @Override
  public List<String> read(InputStream content) throws IOException {
    DumpParser.parse(content, DumpLimits.STANDARD, this);
    tables.values().forEach(SqlTable::finish);
    return isCut
        ? List.of(name + " ends in the middle of a row; that row is quarantined")
        : List.of();
  }

  @Override
  public void table(DumpTable table) {
    declared.put(table.name(), table);
    tables.computeIfAbsent(table.name(), tableName -> open(tableName, table.columnNames()));
  }

  @Override
  public void row(DumpRow row) {
    at(row.table(), row.columns()).row(row);
  }

  @Override
  public void broken(String table, List<String> columns, Position position, String reason) {
    isCut |= reason.contains("dump ends");
    Counts counts = at(table, columns).counts();
    Origin origin = counts.next();
    counts.quarantined(origin, position, reason);
  }

  @Override
  public List<Balance> balances() {
    return tables.entrySet().stream()
        .map(entry -> entry.getValue().counts().balance(name + "/" + entry.getKey(), UNIT))
        .toList();
  }

  @Override
  public boolean isCut() {
    return isCut;
  }

  @Override
  public String form() {
    return products.isEmpty() ? "SQL dump" : "SQL dump (" + String.join(", ", products) + ")";
  }

  private SqlTable at(String table, List<String> columns) {
    SqlTable known = tables.get(table);
    if (known == null) {
      known = open(table, columns);
      tables.put(table, known);
    }
    if (!known.hasColumns(columns)) {
      known.use(columns, mapper(columns), primaryKey(table));
    }
    return known;
  }

  private SqlTable open(String table, List<String> columns) {
    SqlTable opened =
        new SqlTable(
            new Counts(source, table, output),
            new DumpRowSource(holdsMedia),
            duplicates,
            groups.get(table),
            source + "/");
    opened.use(columns, mapper(columns), primaryKey(table));
    return opened;
  }

  private List<String> primaryKey(String table) {
    DumpTable own = declared.get(table);
    if (own != null && !own.primaryKey().isEmpty()) {
      return own.primaryKey();
    }
    String group = groups.get(table);
    for (Map.Entry<String, String> entry : groups.entrySet()) {
      DumpTable other = declared.get(entry.getKey());
      if (entry.getValue().equals(group) && other != null && !other.primaryKey().isEmpty()) {
        return other.primaryKey();
      }
    }
    return List.of();
  }

  private @Nullable TableMapper mapper(List<String> columns) {
    if (columns.isEmpty()) {
      return null;
    }
    return profiles
        .find("sql", columns)
        .map(match -> {
          String product = match.profile().product();
          products.add(product == null ? match.profile().name() : product);
          return new TableMapper(match.table(), columns, output);
        })
        .orElse(null);
  }
}
