package dev.cordon.bench.link;

import dev.cordon.linkage.DuckDbEngine;
import dev.cordon.linkage.Engine;
import dev.cordon.resolution.MailboxRules;
import dev.cordon.resolution.ReferenceTables;
import dev.cordon.resolution.Resolution;
import dev.cordon.resolution.ResolutionModel;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Proposes persons for invented accounts of a large operation and prints time, memory and whether
 * the clusters are those the accounts were invented with. The records lie in plain Parquet and are
 * read as the product reads its sealed ones: no spill, no filters below the scan.
 */
public final class Holders {

  private static final PrintStream OUT = System.out;

  private Holders() {}

  /** Arguments: a folder for the records, the number of accounts, the engine's megabytes. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int accounts = Integer.parseInt(arguments[1]);
    int megabytes = Integer.parseInt(arguments[2]);
    if (!Files.exists(folder)) {
      Files.createDirectories(folder);
      write(folder, accounts);
    }
    long started = System.nanoTime();
    try (Connection connection = open(folder, megabytes);
        Engine engine = new Timed(DuckDbEngine.over(connection), 0.5, OUT)) {
      Resolution.propose(
          engine, MailboxRules.NONE, ReferenceTables.NONE, ResolutionModel.standard());
      double seconds = (System.nanoTime() - started) / 1e9;
      OUT.printf(
          Locale.ROOT,
          "%,d accounts, %d MB for the engine, %d MB of heap%n",
          accounts,
          megabytes,
          Runtime.getRuntime().maxMemory() >> 20);
      OUT.printf(Locale.ROOT, "%.1f s from records to proposals%n", seconds);
      report(engine);
    }
  }

  private static void report(Engine engine) {
    OUT.printf(
        Locale.ROOT,
        "%,d selectors with a holder, %,d links, %,d clusters of several%n",
        engine.count("SELECT count(*) FROM owned_selector"),
        engine.count("SELECT count(*) FROM proposed_link"),
        engine.count("SELECT count(DISTINCT cluster_id) FROM proposed_account WHERE size > 1"));
    OUT.printf(
        Locale.ROOT,
        "%,d clusters hold two persons, %,d persons stand in two clusters%n",
        engine.count(
            "SELECT count(*) FROM (SELECT cluster_id FROM proposed_account GROUP BY 1"
                + " HAVING count(DISTINCT "
                + PERSON
                + ") > 1)"),
        engine.count(
            "SELECT count(*) FROM (SELECT "
                + PERSON
                + " FROM proposed_account GROUP BY 1"
                + " HAVING count(DISTINCT cluster_id) > 1)"));
  }

  // Account n belongs to person n, and from three fifths of all accounts on to an earlier person.
  private static final String PERSON = "CAST(split_part(account, '-', 1) AS BIGINT)";

  private static Connection open(Path folder, int megabytes) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET temp_directory = ''");
      statement.execute("SET memory_limit = '" + megabytes + "MB'");
      statement.execute("SET threads = 2");
      statement.execute("SET TimeZone = 'UTC'");
      for (String kind : new String[] {"accounts", "selectors", "facts", "payments", "accesses"}) {
        statement.execute(
            "CREATE VIEW "
                + kind
                + " AS SELECT * FROM (SELECT * FROM read_parquet('"
                + folder.resolve(kind + ".parquet")
                + "') LIMIT "
                + (1L << 62)
                + ")");
      }
      statement.execute("SET allowed_directories = ['" + folder.toAbsolutePath() + "/']");
      statement.execute("SET enable_external_access = false");
      statement.execute(
          "SET disabled_optimizers = "
              + "'filter_pushdown,join_filter_pushdown,late_materialization,top_n'");
      statement.execute("SET lock_configuration = true");
    }
    return connection;
  }

  private static void write(Path folder, int accounts) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 2");
      statement.execute(
          "CREATE MACRO account_of(n) AS (CASE WHEN n < "
              + accounts * 3L / 5
              + " THEN n ELSE (n * 48271) % "
              + accounts * 3L / 5
              + " END) || '-' || n");
      statement.execute("CREATE MACRO person_of(n) AS split_part(account_of(n), '-', 1)");
      statement.execute(
          "CREATE VIEW entry AS SELECT range AS n, account_of(range) AS account,"
              + " person_of(range) AS person, CASE WHEN range % 5 < 3 THEN 'shop' ELSE 'forum' END AS"
              + " system, 'order' || range AS ordered, TIMESTAMP '2023-01-01' + to_seconds(range * 17) AS"
              + " moment FROM range("
              + accounts
              + ")");
      for (String[] kind : KINDS) {
        statement.execute(
            "COPY ("
                + kind[1].formatted(ORIGIN)
                + ") TO '"
                + folder.resolve(kind[0] + ".parquet")
                + "' (FORMAT parquet)");
      }
    }
  }

  private static final String ORIGIN =
      "CASE system WHEN 'shop' THEN 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11' ELSE"
          + " 'b1ffcd88-1d1c-4ef8-bb6d-6bb9bd380a12' END AS source, 'users' AS source_table, n + 1 AS"
          + " source_row, system";

  private static final String[][] KINDS = {
    {
      "accounts",
      """
      SELECT %1$s, account, 'member' AS kind, 'nick' || n AS handle, moment AS registered_at
      FROM entry\
      """
    },
    {
      "selectors",
      """
      SELECT %1$s, account, NULL::VARCHAR AS order_key, NULL::VARCHAR AS payment_reference,
        'EMAIL' AS kind, CASE WHEN n %% 4 = 0 THEN 'mail' || n ELSE 'person' || person END
          || '@inbox.example' AS raw, NULL::VARCHAR AS value, NULL::TIMESTAMP AS "at",
        'registration' AS context FROM entry
      UNION ALL
      SELECT %1$s, account, NULL, NULL, 'DEVICE',
        CASE WHEN step = 0 THEN md5('device' || person) ELSE md5(n || 'device' || step) END, NULL,
        moment + to_hours(step * 50), 'log-in' FROM entry, range(3) r(step)
      UNION ALL
      SELECT %1$s, NULL, ordered, NULL, 'CARD', md5(person || 'card'), NULL, moment, 'order'
      FROM entry WHERE n %% 2 = 0
      UNION ALL
      SELECT %1$s, account, NULL, NULL, 'PHONE', '+4930' || (100000000 + person::BIGINT), NULL, NULL,
        'profile' FROM entry WHERE n %% 4 = 1
      UNION ALL
      SELECT %1$s, account, NULL, NULL, 'RECOVERY_EMAIL', 'person' || person || '@inbox.example', NULL,
        NULL, 'profile' FROM entry WHERE n %% 4 = 2\
      """
    },
    {
      "facts",
      """
      SELECT %1$s, account, NULL::VARCHAR AS order_key, NULL::VARCHAR AS payment_reference,
        'BILLING_COUNTRY' AS kind, 'DE' AS raw, NULL::VARCHAR AS value, moment AS "at" FROM entry
      WHERE n %% 2 = 0
      UNION ALL
      SELECT %1$s, account, NULL, NULL, 'ADDRESS', 'Long street ' || person, NULL, moment FROM entry
      WHERE n %% 3 = 0
      UNION ALL
      SELECT %1$s, account, NULL, NULL, 'POSTCODE', (10000 + n %% 90000)::VARCHAR, NULL, moment
      FROM entry WHERE n %% 3 = 0\
      """
    },
    {
      "payments",
      """
      SELECT %1$s, ordered AS order_key, NULL::VARCHAR AS payment_reference, account, 'paid' AS status,
        2500::BIGINT AS amount_minor, 'EUR' AS currency, 'card' AS method, moment AS "at" FROM entry
      WHERE n %% 2 = 0\
      """
    },
    {
      "accesses",
      """
      SELECT %1$s, account, NULL::VARCHAR AS order_key,
        '198.51.' || (n %% 250) || '.' || (step + 1) AS ip, moment + to_hours(step) AS "at",
        'log-in' AS action, NULL::VARCHAR AS device FROM entry, range(2) r(step)\
      """
    }
  };
}
