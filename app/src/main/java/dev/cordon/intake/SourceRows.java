package dev.cordon.intake;

import dev.cordon.Page;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds a row of a source among the records. */
final class SourceRows {

  private SourceRows() {}

  static Optional<SourceRow> find(SealedRecords records, Source source, String table, long row) {
    try (PreparedStatement statement = records.connection().prepareStatement(IntakeSql.ROW)) {
      bind(statement, source, table, row);
      try (ResultSet found = statement.executeQuery()) {
        if (!found.next()) {
          return Optional.empty();
        }
        Object duplicateRow = found.getObject("duplicate_of_row");
        return Optional.of(
            new SourceRow(
                source.id().toString(),
                source.name(),
                table,
                row,
                found.getLong("byte_offset"),
                found.getLong("line"),
                found.getLong("length"),
                found.getString("source_key"),
                found.getString("state"),
                found.getString("reason"),
                found.getString("duplicate_of_source"),
                found.getString("duplicate_of_table"),
                duplicateRow == null ? null : (Long) duplicateRow,
                pieces(records, source, table, row)));
      }
    } catch (SQLException failure) {
      throw new IntakeException("the row could not be read from the records", failure);
    }
  }

  /** The same from where the row's records stand; none where that was not noted. */
  static Optional<Optional<SourceRow>> find(
      Vault vault,
      RecordPermission permission,
      Source source,
      String table,
      long row,
      RowSet hidden) {
    Origin origin = new Origin(new SourceId(source.id()), table, row);
    return SealedRecords.row(vault, permission, origin, hidden)
        .map(records -> Optional.ofNullable(row(source, origin, records)));
  }

  private static @Nullable SourceRow row(
      Source source, Origin origin, Map<RecordKind, List<Map<String, String>>> records) {
    List<Map<String, String>> index = records.getOrDefault(RecordKind.ROWS, List.of());
    if (index.isEmpty()) {
      return null;
    }
    Map<String, String> found = index.getFirst();
    String duplicateRow = found.get("duplicate_of_row");
    List<SourceRow.Piece> pieces = new ArrayList<>();
    for (RecordKind kind : RecordKind.recordKinds()) {
      for (Map<String, String> piece : records.getOrDefault(kind, List.of())) {
        pieces.add(new SourceRow.Piece(kind.dataSet(), piece));
      }
    }
    return new SourceRow(
        source.id().toString(),
        source.name(),
        origin.table(),
        origin.row(),
        number(found, "byte_offset"),
        number(found, "line"),
        number(found, "length"),
        found.get("source_key"),
        Objects.requireNonNull(found.get("state")),
        found.get("reason"),
        found.get("duplicate_of_source"),
        found.get("duplicate_of_table"),
        duplicateRow == null ? null : Long.valueOf(duplicateRow),
        pieces);
  }

  private static long number(Map<String, String> values, String name) {
    return Long.parseLong(Objects.requireNonNull(values.get(name)));
  }

  static Map<String, String> handles(SealedRecords records, String system, Set<String> accounts) {
    Map<String, String> handles = new HashMap<>();
    try (PreparedStatement statement = records.connection().prepareStatement(IntakeSql.HANDLES)) {
      statement.setString(1, system);
      statement.setArray(2, records.connection().createArrayOf("VARCHAR", accounts.toArray()));
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          handles.put(found.getString("account"), found.getString("handle"));
        }
      }
      return handles;
    } catch (SQLException failure) {
      throw new IntakeException("the accounts could not be read from the records", failure);
    }
  }

  /** A page of rows in the order of the file; nothing is sorted, memory does not grow. */
  static List<FoundRow> page(SealedRecords records, Source source, RowFilter filter, int page) {
    List<FoundRow> rows = new ArrayList<>();
    each(records, source, filter, Page.SIZE, Page.offset(page), rows::add);
    return rows;
  }

  /** Gives rows in the order of the file, as they are read. */
  static void each(
      SealedRecords records,
      Source source,
      RowFilter filter,
      long limit,
      long offset,
      Consumer<FoundRow> reader) {
    try (PreparedStatement statement = records.connection().prepareStatement(IntakeSql.ROWS)) {
      bind(statement, source, filter);
      statement.setLong(8, limit);
      statement.setLong(9, offset);
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          reader.accept(row(found));
        }
      }
    } catch (SQLException failure) {
      throw new IntakeException("the rows could not be read from the records", failure);
    }
  }

  static long count(SealedRecords records, Source source, RowFilter filter) {
    try (PreparedStatement statement =
        records.connection().prepareStatement(IntakeSql.COUNT_ROWS)) {
      bind(statement, source, filter);
      try (ResultSet found = statement.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    } catch (SQLException failure) {
      throw new IntakeException("the rows could not be counted in the records", failure);
    }
  }

  private static void bind(PreparedStatement statement, Source source, RowFilter filter)
      throws SQLException {
    String state = filter.state() == null ? "" : filter.state().word();
    statement.setString(1, source.id().toString());
    statement.setString(2, state);
    statement.setString(3, state);
    statement.setString(4, filter.table());
    statement.setString(5, filter.table());
    statement.setString(6, filter.reason());
    statement.setString(7, filter.reason());
  }

  private static FoundRow row(ResultSet found) throws SQLException {
    String first = found.getString("duplicate_of_source");
    return new FoundRow(
        found.getString("source_table"),
        found.getLong("source_row"),
        found.getLong("byte_offset"),
        found.getLong("line"),
        found.getLong("length"),
        found.getString("reason"),
        first == null
            ? null
            : new FoundRow.First(
                first, found.getString("duplicate_of_table"), found.getLong("duplicate_of_row")),
        null);
  }

  private static List<SourceRow.Piece> pieces(
      SealedRecords records, Source source, String table, long row) throws SQLException {
    List<SourceRow.Piece> pieces = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      if (kind == RecordKind.ROWS) {
        continue;
      }
      try (PreparedStatement statement =
          records.connection().prepareStatement(IntakeSql.piecesOf(kind))) {
        bind(statement, source, table, row);
        try (ResultSet found = statement.executeQuery()) {
          while (found.next()) {
            pieces.add(new SourceRow.Piece(kind.dataSet(), values(kind, found)));
          }
        }
      }
    }
    return pieces;
  }

  private static Map<String, String> values(RecordKind kind, ResultSet found) throws SQLException {
    Map<String, String> values = new LinkedHashMap<>();
    for (RecordColumn column : kind.columns().subList(3, kind.columns().size())) {
      String text = found.getString(column.name());
      if (text != null) {
        values.put(column.name(), text);
      }
    }
    return values;
  }

  private static void bind(PreparedStatement statement, Source source, String table, long row)
      throws SQLException {
    statement.setString(1, source.id().toString());
    statement.setString(2, table);
    statement.setLong(3, row);
  }
}
