package dev.cordon.ground.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.CordonException;
import dev.cordon.ground.ClusterRows;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.DatabaseAddress;
import dev.cordon.ground.Ground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A data directory of an earlier release: brought to this one whole, or left as it was. */
class UpgradeTest {

  private static final String BEFORE = "1058";
  private static final List<String> ROWS =
      List.of(
          "insert into cordon.agency (id, name, country)"
              + " values ('00000000-0000-4000-8000-00000000000a', 'Police of Exampleland', 'DK')",
          "insert into cordon.member (id, agency_id, sign_in_name, display_name, password_hash)"
              + " values ('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-00000000000a', 'analyst', 'A', '!')",
          "insert into cordon.operation (id, name, authority, legal_basis, purpose, review_on, ends_on, lead_agency_id)"
              + " values ('00000000-0000-4000-8000-00000000000c', 'Exercise', 'Court', 'Order 1',"
              + " 'online-child-sexual-exploitation', current_date + 90, current_date + 180, '00000000-0000-4000-8000-00000000000a')",
          "insert into cordon.source (operation_id, id, name, system, sha256, size_bytes, form, is_reference, sealing,"
              + " notes, media_found, is_damaged, taken_by) values ('00000000-0000-4000-8000-00000000000c',"
              + " '00000000-0000-4000-8000-00000000000d', 'shop.sql', 'shop', repeat('a', 64), 10, 'dump', false,"
              + " 'COPIED', '{}', 0, false, '00000000-0000-4000-8000-00000000000b')");

  private static final List<String> PUBLISHED =
      List.of(
          "insert into cordon.publication (id, operation_id, as_of, reason, published_by, content, content_sha256)"
              + " values ('00000000-0000-4000-8000-00000000000e', '00000000-0000-4000-8000-00000000000c',"
              + " '2025-03-01 12:00:00.123Z', 'the first day', '00000000-0000-4000-8000-00000000000b', '{}', repeat('b', 64))",
          "insert into cordon.published_figure (publication_id, operation_id, name, definition_version, value, records_sha256,"
              + " records_kept) values ('00000000-0000-4000-8000-00000000000e', '00000000-0000-4000-8000-00000000000c',"
              + " 'arrests', 1, 2, repeat('c', 64), true)",
          "insert into cordon.published_record (publication_id, operation_id, name, kind, record_id, country, amount)"
              + " select '00000000-0000-4000-8000-00000000000e', '00000000-0000-4000-8000-00000000000c', 'arrests',"
              + " 'field-report', id, country, 1 from (values ('report one', 'DK'), ('report two', 'SE')) of (id, country)");

  @TempDir private Path folder;
  private Path root;

  @BeforeEach
  void directoryOfAnEarlierRelease() throws IOException {
    root = folder.resolve("data");
    try (DataDirectory directory = DataDirectory.open(root);
        Ground ground = Ground.asItIs(directory, 60)) {
      DatabaseAddress address = ground.address();
      migrate(address, BEFORE);
      JdbcClient superuser = superuser(directory, address);
      ROWS.forEach(row -> superuser.sql(row).update());
      Files.writeString(directory.ledger().resolve("key"), "as it was\n");
    }
  }

  @Test
  void earlierRelease_isBroughtToThisOne_withItsRows_andAWayBack() throws IOException {
    try (Ground ground = Ground.embedded(DataDirectory.open(root))) {
      assertThat(ground.wayBack()).isPresent();
      assertThat(ground.wayBack().orElseThrow().from()).isEqualTo(BEFORE);
      assertThat(schema(ground)).isNotEqualTo(BEFORE);
      assertThat(lines(ground, "select name || ' ' || number from cordon.source"))
          .containsExactly("shop.sql 1");
    }
    try (Ground ground = Ground.embedded(DataDirectory.open(root))) {
      assertThat(ground.wayBack()).as("nothing to change any more").isEmpty();
    }

    Path kept = root.resolve("before-upgrade").resolve(BEFORE);
    assertThat(kept.resolve("ledger/key")).hasContent("as it was");
    Files.move(root.resolve("database"), folder.resolve("newer"));
    Files.move(kept.resolve("database"), root.resolve("database"));
    try (Ground ground = Ground.asItIs(DataDirectory.open(root), 60)) {
      assertThat(schema(ground)).isEqualTo(BEFORE);
      assertThat(lines(ground, "select name from cordon.source")).containsExactly("shop.sql");
    }
  }

  /**
   * Figures are kept as they are counted since 1170; before, only publications had their records.
   */
  @Test
  void figuresPublishedBefore_stayComparable_eachRecordAtItsMoment() throws IOException {
    try (DataDirectory directory = DataDirectory.open(root);
        Ground ground = Ground.asItIs(directory, 60)) {
      migrate(ground.address(), "1161");
      JdbcClient superuser = superuser(directory, ground.address());
      PUBLISHED.forEach(row -> superuser.sql(row).update());
    }
    try (Ground ground = Ground.embedded(DataDirectory.open(root))) {
      assertThat(
              lines(
                  ground,
                  "select r.name || ' ' || r.version || ' ' || r.record_id || ' ' || r.country from cordon.figure_record r"
                      + " join cordon.publication p on p.operation_id = r.operation_id and p.as_of >= r.counted_from"
                      + " and p.as_of < r.counted_until order by 1"))
          .containsExactly("arrests 1 report one DK", "arrests 1 report two SE");
      assertThat(
              lines(
                  ground,
                  "select count(*) from cordon.figure_mark m join cordon.publication p on p.as_of = m.counted_at"))
          .containsExactly("1");
    }
  }

  @Test
  void upgradeThatFails_leavesTheEarlierState() throws IOException {
    Path broken = Files.createDirectory(folder.resolve("broken"));
    Files.writeString(
        broken.resolve("V9998__works.sql"), "create table cordon.half_way (id uuid);");
    Files.writeString(broken.resolve("V9999__fails.sql"), "insert into cordon.nowhere values (1);");
    try (Ground ground = Ground.asItIs(DataDirectory.open(root), 60)) {
      DatabaseAddress address = ground.address();

      assertThatThrownBy(() -> Schema.migrate(address, Schema.OWN, "filesystem:" + broken))
          .isInstanceOf(CordonException.class)
          .hasMessageContaining("Nothing in it was changed");

      assertThat(schema(ground)).isEqualTo(BEFORE);
      assertThat(
              lines(ground, "select relname from pg_class where relname in ('half_way', 'taking')"))
          .isEmpty();
      assertThat(lines(ground, "select name from cordon.source")).containsExactly("shop.sql");
    }
  }

  @Test
  void databaseOfALaterRelease_isRefused_andNotTouched() throws IOException {
    Path later = Files.createDirectory(folder.resolve("later"));
    Files.writeString(later.resolve("V9998__later.sql"), "create table cordon.later (id uuid);");
    try (Ground ground = Ground.asItIs(DataDirectory.open(root), 60)) {
      Schema.migrate(ground.address(), Schema.OWN, "filesystem:" + later);
    }

    assertThatThrownBy(() -> Ground.embedded(DataDirectory.open(root)).close())
        .isInstanceOf(CordonException.class)
        .hasMessageContaining("9998");
    assertThat(root.resolve("before-upgrade")).doesNotExist();
  }

  private static void migrate(DatabaseAddress address, String release) {
    Flyway.configure()
        .dataSource(address.url(), DatabaseAddress.OWNER, address.ownerPassword())
        .locations(Schema.OWN)
        .schemas("migration")
        .createSchemas(true)
        .target(release)
        .load()
        .migrate();
  }

  /** As the superuser: the rules of that release decide who writes what, not this test. */
  private static JdbcClient superuser(DataDirectory directory, DatabaseAddress address)
      throws IOException {
    RunningCluster cluster = RunningCluster.of(directory);
    return JdbcClient.create(
        new DriverManagerDataSource(
            address.url(), "postgres", cluster.secrets().text("database-superuser")));
  }

  private static String schema(Ground ground) {
    return lines(
            ground,
            "select version from migration.flyway_schema_history where success and version is not"
                + " null order by installed_rank desc limit 1")
        .getFirst();
  }

  private static List<String> lines(Ground ground, String sql) {
    return ClusterRows.lines(ground.directory(), sql);
  }
}
