package dev.cordon.ground;

import dev.cordon.CordonException;
import dev.cordon.ground.internal.RunningCluster;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks at a database as its superuser, whom no rule hides a row from: to compare a restored one
 * with what was copied. For commands of whoever runs the server; the server itself never does.
 */
public final class ClusterRows {

  private static final String TABLES =
      """
      select n.nspname, c.relname, quote_ident(n.nspname) || '.' || quote_ident(c.relname)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('cordon', 'migration') and c.relkind = 'r' order by 1, 2
      """;

  private ClusterRows() {}

  /** How many rows each table of Cordon's has on the server that runs on that directory. */
  public static Map<String, Long> counts(DataDirectory directory) {
    return counts(RunningCluster.of(directory));
  }

  static Map<String, Long> counts(RunningCluster running) {
    try (Connection cordon = running.superuser("cordon")) {
      cordon.setAutoCommit(false);
      cordon.setReadOnly(true);
      cordon.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      return counts(cordon);
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }

  private static Map<String, Long> counts(Connection cordon) throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    Map<String, String> quoted = new TreeMap<>();
    try (Statement statement = cordon.createStatement()) {
      try (ResultSet tables = statement.executeQuery(TABLES)) {
        while (tables.next()) {
          quoted.put(tables.getString(1) + "." + tables.getString(2), tables.getString(3));
        }
      }
      for (Map.Entry<String, String> table : quoted.entrySet()) {
        // The name is the server's own, quoted by it.
        try (ResultSet count = statement.executeQuery("select count(*) from " + table.getValue())) {
          count.next();
          rows.put(table.getKey(), count.getLong(1));
        }
      }
    }
    return rows;
  }

  /**
   * The first column of what a statement finds on the server that runs on that directory.
   *
   * @param sql fixed text, never made of values
   */
  public static List<String> lines(DataDirectory directory, String sql) {
    try (Connection cordon = RunningCluster.of(directory).superuser("cordon");
        Statement statement = cordon.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<String> lines = new ArrayList<>();
      while (found.next()) {
        lines.add(found.getString(1));
      }
      return lines;
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }

  private static CordonException unreadable(SQLException failed) {
    return new CordonException("the database can not be read: " + failed.getMessage(), failed);
  }
}
