package dev.cordon.intake;

import dev.cordon.access.OperationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Finds every row of the sources that holds something of a person. Reads what is restricted, too;
 * opens texts to count them and shows none. Not thread-safe.
 */
final class PersonSearch {

  private final OperationId operation;
  private final Vault vault;
  private final Connection connection;

  PersonSearch(OperationId operation, Vault vault, SealedRecords records) {
    this.operation = operation;
    this.vault = vault;
    this.connection = records.connection();
  }

  /** Looks through all records and texts of the operation. */
  PersonRows find(Sought sought, List<SourceId> withTexts) {
    try {
      for (String table : PersonSql.TABLES) {
        run(table);
      }
      addAccounts(sought.accounts());
      addRows(sought.rows());
      String selector = sought.selector();
      if (selector != null) {
        String value = selector.strip().toLowerCase(Locale.ROOT);
        run(PersonSql.ACCOUNTS_BY_SELECTOR, value);
        run(PersonSql.ORDERS_BY_SELECTOR, value);
        run(PersonSql.ROWS_BY_SELECTOR, value);
      }
      run(PersonSql.ORDERS);
      run(PersonSql.REFERENCES);
      run(PersonSql.REFERENCES_BY_NUMBER);
      for (String held : PersonSql.held()) {
        run(held);
      }
      run(PersonSql.REPEATED);
      List<AccountName> accounts = accounts();
      Map<UUID, Long> texts = texts(withTexts, accounts);
      return new PersonRows(accounts, rows(), counts(), texts, number(PersonSql.QUARANTINED));
    } catch (SQLException failure) {
      throw new IntakeException("the person's rows could not be found in the records", failure);
    } catch (IOException failure) {
      throw new UncheckedIOException("the person's texts could not be read", failure);
    }
  }

  private void addAccounts(List<AccountName> accounts) throws SQLException {
    try (PreparedStatement add =
        connection.prepareStatement("INSERT INTO sought_account VALUES (?, ?)")) {
      for (AccountName account : accounts) {
        add.setString(1, account.system());
        add.setString(2, account.account());
        add.addBatch();
      }
      add.executeBatch();
    }
  }

  private void addRows(Iterable<Origin> rows) throws SQLException {
    try (PreparedStatement add =
        connection.prepareStatement("INSERT INTO found VALUES (?, ?, ?)")) {
      for (Origin row : rows) {
        add.setString(1, row.source().toString());
        add.setString(2, row.table());
        add.setLong(3, row.row());
        add.addBatch();
      }
      add.executeBatch();
    }
  }

  private Map<UUID, Long> texts(List<SourceId> sources, List<AccountName> accounts)
      throws IOException, SQLException {
    Set<AccountName> whose = new HashSet<>(accounts);
    RowSet found = RowSet.of(rows().stream().map(PersonRows.Row::origin).toList());
    RowSet erased = vault.hiddenRows().erased();
    List<Origin> more = new ArrayList<>();
    Map<UUID, Long> counts = new HashMap<>();
    try (RecordFolders.Reading reading = vault.folders().read()) {
      for (TextRun run : runs(reading, sources)) {
        run.each(text -> {
          String account = text.account() == null ? "" : text.account();
          boolean its =
              found.contains(text.origin())
                  || whose.contains(new AccountName(run.system(), account));
          if (its && !erased.contains(text.origin())) {
            more.add(text.origin());
            counts.merge(
                new TextThread(run.system(), text.origin().table(), text.thread()).id(operation),
                1L,
                Long::sum);
          }
          return true;
        });
      }
    }
    addRows(more);
    return counts;
  }

  private List<TextRun> runs(RecordFolders.Reading reading, List<SourceId> sources)
      throws IOException {
    List<TextRun> runs = new ArrayList<>();
    for (SourceId source : sources) {
      Path folder = reading.folder(source).orElse(null);
      if (folder != null) {
        runs.addAll(TextRun.of(folder, source, vault.key()));
      }
    }
    return runs;
  }

  private List<AccountName> accounts() throws SQLException {
    List<AccountName> accounts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(PersonSql.ACCOUNTS)) {
      while (found.next()) {
        accounts.add(new AccountName(found.getString(1), found.getString(2)));
      }
    }
    return accounts;
  }

  private List<PersonRows.Row> rows() throws SQLException {
    List<PersonRows.Row> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(PersonSql.FOUND)) {
      while (found.next()) {
        rows.add(
            new PersonRows.Row(
                new Origin(
                    SourceId.parse(found.getString(1)), found.getString(2), found.getLong(3)),
                found.getString(4)));
      }
    }
    return rows;
  }

  private Map<String, Long> counts() throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    for (RecordKind kind : RecordKind.recordKinds()) {
      counts.put(kind.dataSet(), number(PersonSql.countOf(kind)));
    }
    return counts;
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getLong(1);
    }
  }

  private void run(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int place = 0; place < values.length; place++) {
        statement.setString(place + 1, values[place]);
      }
      statement.execute();
    }
  }
}
