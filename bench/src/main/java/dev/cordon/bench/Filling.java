package dev.cordon.bench;

import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.Ground;
import dev.cordon.ground.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Fills a data directory of its own with an invented installation, once. */
final class Filling {

  private static final long ENTRIES_FOR_EACH_RECORD = 10;

  private static final String REASONS =
      """
      insert into cordon.reading_reason (id, operation_id, member_id, purpose, words, stated_at, ends_at)
      select gen_random_uuid(), s.operation_id, s.member_id, 'identify', 'bench', now(), now() + interval '8 hours'
      from (select distinct operation_id, member_id from cordon.membership) s
      """;

  private Filling() {}

  /** Whether that directory was filled before with as many records. */
  static boolean isDone(Path data, long records) throws IOException {
    Path mark = data.resolveSibling(data.getFileName() + ".filled");
    return Files.exists(mark) && Files.readString(mark).strip().equals(Long.toString(records));
  }

  static void fill(Path data, long records, String password) throws IOException, SQLException {
    fill(
        data,
        "fill.sql",
        password,
        Map.of(
            ":records",
            Long.toString(records),
            ":entries",
            Long.toString(records / ENTRIES_FOR_EACH_RECORD)));
    mark(data, records);
  }

  /** Fills a directory with one operation whose platform has as many accounts. */
  static void fillOverview(Path data, long accounts, String password)
      throws IOException, SQLException {
    fill(data, "overview.sql", password, Map.of(":accounts", Long.toString(accounts)));
    mark(data, accounts);
  }

  private static void mark(Path data, long size) throws IOException {
    Files.writeString(data.resolveSibling(data.getFileName() + ".filled"), Long.toString(size));
  }

  /** Fills a directory that is not there yet by another script. */
  static void fill(Path data, String name, String password) throws IOException, SQLException {
    fill(data, name, password, Map.of());
  }

  private static void fill(Path data, String name, String password, Map<String, String> values)
      throws IOException, SQLException {
    String hash =
        Objects.requireNonNull(new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(password));
    try (Ground ground = Ground.embedded(DataDirectory.open(data))) {
      String superuser = new Secrets(ground.directory().secrets()).text("database-superuser");
      try (Connection connection =
              DriverManager.getConnection(ground.address().url(), "postgres", superuser);
          Statement statement = connection.createStatement()) {
        String script = script(name).replace(":hash", "'" + hash + "'");
        for (Map.Entry<String, String> value : values.entrySet()) {
          script = script.replace(value.getKey(), value.getValue());
        }
        statement.execute(script);
        statement.execute("vacuum (analyze)");
        statement.execute("checkpoint");
      }
    }
  }

  /** States for every member why persons' files are read; such a reason stands for hours only. */
  static void stateReasons(Path data) throws SQLException {
    try (Ground ground = Ground.embedded(DataDirectory.open(data))) {
      String superuser = new Secrets(ground.directory().secrets()).text("database-superuser");
      try (Connection connection =
              DriverManager.getConnection(ground.address().url(), "postgres", superuser);
          Statement statement = connection.createStatement()) {
        statement.execute(REASONS);
      }
    }
  }

  private static String script(String name) throws IOException {
    try (InputStream in = Filling.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
