package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.formats.content.PackedLimits;
import dev.cordon.intake.selectors.TimeFinding;
import dev.cordon.intake.selectors.TimeRules;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTimesTest {

  private static final String FACTS =
      """
      operation: {platform_since: 2021-03-01, seized_at: 2024-11-12}
      sources:
        shop.sql:
          zone: Europe/Berlin
          zones: {wp_users: UTC, wp_posts.post_date: unknown}
          date_orders: {orders.made: mdy}
        return.csv: {zone: unknown}
      """;

  /** A dump whose users registered at a local time. */
  private static final String DUMP =
      """
      CREATE TABLE `u` (`ID` int, `user_login` text, `user_pass` text, `user_nicename` text,
        `user_email` text, `user_registered` datetime, PRIMARY KEY (`ID`));
      INSERT INTO `u` VALUES (1,'anna','x','anna','anna@inbox.example','2024-01-01 00:00:00'),
      (2,'bo','x','bo','bo@inbox.example','0000-00-00 00:00:00'),
      (3,'cy','x','cy','cy@inbox.example','2025-01-01 00:00:00'),
      (4,'di','x','di','di@inbox.example','2019-01-01 00:00:00');
      """;

  @TempDir Path folder;

  @Test
  void facts_tellOfTablesAndColumns() {
    TimeRules rules = facts(FACTS).timeRules("shop.sql", true);
    assertThat(rules.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(rules.zones())
        .containsEntry("wp_users", Optional.of(ZoneId.of("UTC")))
        .containsEntry("wp_posts.post_date", Optional.empty());
    assertThat(rules.first()).isEqualTo(Instant.parse("2021-02-28T10:00:00Z"));
    assertThat(rules.last()).isEqualTo(Instant.parse("2024-11-13T12:00:00Z"));
    assertThat(facts(FACTS).timeRules("return.csv", false)).isEqualTo(TimeRules.of(null));
    assertThat(facts(FACTS).timeRules("other", false)).isEqualTo(TimeRules.of(null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sources: {a.sql: {zone: Mars/Base}}",
        "sources: {a.sql: {zones: {t.c: Mars/Base}}}",
        "sources: {a.sql: {date_orders: {t.c: ymd}}}"
      })
  void wordsThatAreNone_areRefusedByName(String yaml) {
    assertThatThrownBy(() -> facts(yaml))
        .isInstanceOf(IntakeException.class)
        .hasMessageContaining("a.sql");
  }

  @Test
  void doubtfulTimes_areCountedForTheSource() throws Exception {
    Path file = Files.writeString(folder.resolve("shop.sql"), DUMP);
    VaultKey key = VaultKey.random();
    Vault vault = Vault.open(folder.resolve("vault"), key);
    SourceReport report = take(vault, file);
    assertThat(report.times())
        .containsExactly(
            new TimeFinding("u", "user_registered", "after-seizure", 1),
            new TimeFinding("u", "user_registered", "before-platform", 1),
            new TimeFinding("u", "user_registered", "zero", 1));
    assertThat(Intake.report(vault, report.id())).contains(report);
    List<String> found = new ArrayList<>();
    try (SealedRecords records = SealedRecords.open(vault.records(), key, RecordPermission.LOCAL);
        Statement statement = records.connection().createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select account || ' ' || at_raw || ' ' || coalesce(time_flag, '-') || ' ' ||"
                    + " (registered_at is not null) from accounts order by account")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    assertThat(found)
        .containsExactly(
            "1 2024-01-01 00:00:00 - true",
            "2 0000-00-00 00:00:00 zero false",
            "3 2025-01-01 00:00:00 after-seizure true",
            "4 2019-01-01 00:00:00 before-platform true");
  }

  @Test
  void unknownZone_isAskedFor() {
    assertThat(
            SourceTimes.notes(
                "a.sql",
                List.of(
                    new TimeFinding("t", "made", "unknown-zone", 1200),
                    new TimeFinding("t", "made", "zero", 3),
                    new TimeFinding("t", "due", "day-month", 7),
                    new TimeFinding("t", "due", "shows-day-first", 4))))
        .hasSize(2)
        .anySatisfy(note -> assertThat(note).contains("1,200", "t.made", "name the zone"))
        .anySatisfy(note -> assertThat(note).contains("7 dates of t.due", "4 others", "dmy"));
  }

  private static SourceReport take(Vault vault, Path file) {
    try (Intake intake = new Intake(vault, facts(FACTS), PackedLimits.STANDARD, true)) {
      return ((IntakeOutcome.Taken) intake.take(file, "shop.sql", bytes -> {})).report();
    }
  }

  private static OperationFacts facts(String yaml) {
    return OperationFacts.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
