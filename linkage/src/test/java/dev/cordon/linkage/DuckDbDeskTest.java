package dev.cordon.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The engine over somebody's locked database, as the gate to an operation's records opens it. */
class DuckDbDeskTest extends EngineContract {

  @Override
  Engine open() {
    return DuckDbEngine.over(locked(64));
  }

  private static Connection locked(int megabytes) {
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:");
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE VIEW given AS SELECT range AS n FROM range(10)");
        statement.execute("SET temp_directory = ''");
        statement.execute("SET memory_limit = '" + megabytes + "MB'");
        statement.execute("SET threads = 2");
        statement.execute("SET enable_external_access = false");
        statement.execute("SET lock_configuration = true");
      }
      return connection;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void over_viewsOfTheDatabase_areSeen() {
    try (Engine engine = open()) {
      engine.run(Plan.of(new Step("own", "SELECT sum(n) AS n FROM given")));
      assertThat(engine.count("SELECT n FROM own")).isEqualTo(45);
    }
  }

  @Test
  void over_closed_leavesTheDatabaseAsItWas() throws SQLException {
    try (Connection connection = locked(64)) {
      for (int round = 0; round < 2; round++) {
        try (Engine engine = DuckDbEngine.over(connection)) {
          engine.run(Plan.of(new Step("own", "SELECT 1 AS n")));
          engine.create("filled", List.of("a INTEGER"), writer -> writer.row(7));
          assertThat(engine.count("SELECT count(*) FROM own JOIN filled ON true")).isEqualTo(1);
        }
        try (Engine bare = DuckDbEngine.over(connection)) {
          assertThat(bare.count("SELECT count(*) FROM duckdb_tables()")).isZero();
        }
      }
    }
  }

  // 2 million rows of 60 characters do not fit 64 MB; their parts do, and the compressed whole.
  @Test
  void over_tableLargerThanMemory_fitsInParts() {
    try (Engine engine = open()) {
      engine.run(
          Plan.of(
              new Step(
                  "large",
                  """
                  SELECT range AS n, repeat('person', 8) || (range % 1000) AS text
                  FROM range(2000000) WHERE range % {parts} = {part}\
                  """,
                  16)));
      assertThat(engine.count("SELECT count(*) FROM large WHERE text IS NOT NULL"))
          .isEqualTo(2_000_000);
    }
  }
}
