package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.profiles.Profile;
import dev.cordon.formats.profiles.Profiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources read again, and rows that come again from file to file. */
class RetakeTest {

  private static final Edition.Cause CAUSE =
      new Edition.Cause(Instant.parse("2026-01-01T00:00:00Z"), null, "a changed profile");

  @TempDir Path folder;

  private final VaultKey key = VaultKey.random();
  private Vault vault;
  private OperationFacts facts;

  @BeforeEach
  void openVault() throws IOException {
    vault = Vault.open(folder.resolve("vault"), key);
    try (InputStream yaml = Files.newInputStream(IntakeTest.PLATFORM.resolve("operation.yaml"))) {
      facts = OperationFacts.read(yaml);
    }
  }

  @Test
  void sameRules_giveTheSameRecords() throws IOException {
    SourceReport report = take(IntakeTest.PLATFORM.resolve("forum.sql"), "forum.sql");
    Edition first = edition(report);
    retake(report, Profiles.shipped());
    Edition second = edition(report);
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.digest()).isEqualTo(first.digest());
    assertThat(second.report()).isEqualTo(first.report());
    assertThat(second.records()).isEqualTo(first.records());
    assertThat(first.records().kinds())
        .containsKeys("rows", "accounts", "selectors", "messages", "texts");
    EditionDifference difference = difference(report);
    assertThat(difference.sameRecords()).isTrue();
    assertThat(difference.rowsCompared()).isTrue();
    assertThat(difference.rows()).isEmpty();
    assertThat(difference.rules()).isEmpty();
    assertThat(difference.tables()).noneMatch(EditionDifference.TableChange::isChanged);
    assertThat(vault.hasEarlier(report.id())).isFalse();
    assertThat(vault.work()).isEmptyDirectory();
  }

  @Test
  void changedProfile_replacesTheRecordsAndTellsWhatChanged() throws IOException, SQLException {
    String payments =
        "pay_id,payer,amount,status\n1,anna,5,paid\n2,bo,6,paid\n2,bo,6,paid\n3,cy,7\n4,di,8,paid\n";
    SourceReport report = take(Files.writeString(folder.resolve("pay.csv"), payments), "pay.csv");
    assertThat(one("select count(*) from payments")).isEqualTo("0");
    retake(report, own("pay_id"));
    assertThat(one("select count(*) from payments")).isEqualTo("3");
    EditionDifference difference = difference(report);
    assertThat(difference.before()).isEqualTo(1);
    assertThat(difference.after()).isEqualTo(2);
    assertThat(difference.rules()).anyMatch(line -> line.contains("profile pay is new"));
    assertThat(difference.tables())
        .singleElement()
        .satisfies(table -> {
          assertThat(table.isChanged()).isTrue();
          assertThat(table.after().duplicates()).isEqualTo(1);
          assertThat(table.before().duplicates()).isZero();
        });
    assertThat(difference.kinds()).contains(new EditionDifference.KindChange("payments", 0, 3));
    assertThat(difference.rows())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.from()).isEqualTo("stored");
          assertThat(change.to()).isEqualTo("duplicate");
          assertThat(change.rows()).isEqualTo(1);
          assertThat(change.examples())
              .singleElement()
              .satisfies(example -> {
                assertThat(example.row()).isEqualTo(3);
                assertThat(payments.substring((int) example.byteOffset())).startsWith("2,bo");
              });
        });
  }

  @Test
  void originalThatIsAnother_isRefusedAndNothingChanges() throws IOException {
    SourceReport report = take(IntakeTest.PLATFORM.resolve("access.log"), "access.log");
    Original other = Original.of(IntakeTest.PLATFORM.resolve("forum.sql"));
    try (Intake intake = new Intake(vault, facts, PackedLimits.STANDARD, true)) {
      assertThatThrownBy(() -> intake.retake(other, report, CAUSE, IntakeProgress.NONE))
          .isInstanceOf(IntakeException.class)
          .hasMessageContaining("is not what access.log was");
    }
    assertThat(edition(report).number()).isEqualTo(1);
  }

  @Test
  void erasedRows_stayErased() throws IOException, SQLException {
    SourceReport report = take(IntakeTest.PLATFORM.resolve("shop.sql"), "shop.sql");
    String before = one("select count(*) from selectors where source_table = 'wp_users'");
    try (Intake intake =
        new Intake(
            vault,
            facts,
            Profiles.shipped(),
            PackedLimits.STANDARD,
            true,
            RowSet.of(List.of(new Origin(report.id(), "wp_users", 1))))) {
      intake.retake(sealed(report), report, CAUSE, IntakeProgress.NONE);
    }
    assertThat(before).isNotEqualTo("0");
    String gone = " where source_table = 'wp_users' and source_row = 1";
    assertThat(one("select count(*) from selectors" + gone)).isEqualTo("0");
    assertThat(one("select count(*) from accounts" + gone)).isEqualTo("0");
    assertThat(one("select state || coalesce(source_key, '') from rows" + gone))
        .isEqualTo("stored");
    assertThat(edition(report).balances()).isEqualTo(report.balances());
  }

  @Test
  void rowThatComesAgainAfterItsErasure_isNoRecord() throws IOException, SQLException {
    List<Path> files = overlapping();
    takeEach(files.subList(0, 1));
    SourceId first = VaultEditions.all(vault).getFirst().source();
    RowSet erased = RowSet.of(List.of(new Origin(first, "records", 2)));
    vault.hide(new HiddenRows(RowSet.NONE, erased));
    new RecordsErasure(vault, first, erased).carryOut();
    assertThat(one("select string_agg(order_key, ' ') from payments")).isEqualTo("1");
    takeEach(files.subList(1, 2));
    assertThat(VaultEditions.all(vault).getLast().balances().getFirst())
        .isEqualTo(new Balance("b.csv", "CSV record", 2, 1, 0, 1));
    assertThat(one("select string_agg(order_key, ' ' order by order_key) from payments"))
        .isEqualTo("1 3");
    retake(VaultEditions.all(vault).getLast().report(), own("pay_id"));
    retake(VaultEditions.all(vault).getFirst().report(), own("pay_id"));
    assertThat(one("select string_agg(order_key, ' ' order by order_key) from payments"))
        .isEqualTo("1 3");
  }

  @Test
  void digestOfRecords_isKeyed_andFoundAgainFromTheFiles() throws IOException {
    SourceReport report = take(IntakeTest.PLATFORM.resolve("forum.sql"), "forum.sql");
    Edition edition = edition(report);
    assertThat(
            StoredRecords.summary(
                vault.records(report.id()), report.id(), key, edition.records().reasons()))
        .isEqualTo(edition.records());
    Vault other = Vault.open(folder.resolve("other"), VaultKey.random());
    try (Intake intake = new Intake(other, facts, PackedLimits.STANDARD, true)) {
      intake.take(IntakeTest.PLATFORM.resolve("forum.sql"), "forum.sql", bytes -> {});
    }
    assertThat(VaultEditions.all(other).getFirst().digest()).isNotEqualTo(edition.digest());
  }

  @Test
  void filesTakenOneByOne_giveWhatOneRunGives() throws IOException {
    List<Path> files = overlapping();
    Vault other = Vault.open(folder.resolve("other"), key);
    try (Intake intake =
        new Intake(other, facts, own("pay_id"), PackedLimits.STANDARD, true, NONE)) {
      for (Path file : files) {
        intake.take(file, file.getFileName().toString(), bytes -> {});
      }
    }
    takeEach(files);
    assertThat(digests(vault)).isEqualTo(digests(other));
    assertThat(VaultEditions.all(vault).getLast().balances().getFirst())
        .isEqualTo(new Balance("c.csv", "CSV record", 4, 1, 0, 3));
  }

  @Test
  void retakesInAnyOrder_giveTheSameRecords() throws IOException {
    takeEach(overlapping());
    Map<String, String> first = digests(vault);
    List<Edition> editions = VaultEditions.all(vault);
    for (Edition edition : editions.reversed()) {
      retake(edition.report(), own("pay_id"));
    }
    assertThat(digests(vault)).isEqualTo(first);
    retake(editions.get(1).report(), own("pay_id"));
    retake(editions.getFirst().report(), own("pay_id"));
    assertThat(digests(vault)).isEqualTo(first);
    assertThat(VaultEditions.outdated(vault)).isEmpty();
  }

  @Test
  void changedKeysOfAnEarlierSource_makeLaterOnesOutdated() throws IOException {
    List<Path> files = overlapping();
    try (Intake intake = new Intake(vault, facts, PackedLimits.STANDARD, true)) {
      intake.take(files.getFirst(), "a.csv", bytes -> {});
    }
    takeEach(files.subList(1, 3));
    Edition a = VaultEditions.all(vault).getFirst();
    retake(a.report(), own("pay_id"));
    assertThat(VaultEditions.outdated(vault))
        .extracting(edition -> edition.report().name())
        .containsExactly("b.csv", "c.csv");
    for (Edition outdated : VaultEditions.outdated(vault)) {
      retake(outdated.report(), own("pay_id"));
    }
    assertThat(VaultEditions.outdated(vault)).isEmpty();
    Map<String, String> settled = digests(vault);
    vault = Vault.open(folder.resolve("third"), key);
    takeEach(files);
    assertThat(settled).isEqualTo(digests(vault));
  }

  @Test
  void fileThatFailed_leavesNoKeys() throws IOException {
    List<Path> files = overlapping();
    try (Intake intake =
        new Intake(vault, facts, own("pay_id"), PackedLimits.STANDARD, true, NONE)) {
      assertThatThrownBy(() ->
              intake.take(
                  Original.of(files.getFirst()),
                  "a.csv",
                  CAUSE,
                  new IntakeProgress() {
                    @Override
                    public void read(long bytes) {}

                    @Override
                    public void step(IntakeStep step) {
                      if (step == IntakeStep.MOVING) {
                        throw new IllegalStateException("stopped");
                      }
                    }
                  }))
          .hasMessage("stopped");
      IntakeOutcome second = intake.take(files.get(1), "b.csv", bytes -> {});
      assertThat(((IntakeOutcome.Taken) second).report().balances().getFirst().duplicates())
          .isZero();
    }
    assertThat(vault.work()).isEmptyDirectory();
  }

  private static final RowSet NONE = RowSet.NONE;

  /** Three files; b repeats rows of a, c rows of a and of b and one of its own. */
  private List<Path> overlapping() throws IOException {
    String head = "pay_id,payer,amount,status\n";
    List<Path> files = new ArrayList<>();
    files.add(Files.writeString(folder.resolve("a.csv"), head + "1,anna,5,paid\n2,bo,6,paid\n"));
    files.add(Files.writeString(folder.resolve("b.csv"), head + "2,bo,6,paid\n3,cy,7,paid\n"));
    files.add(
        Files.writeString(
            folder.resolve("c.csv"),
            head + "4,di,8,paid\n3,cy,7,paid\n1,anna,5,paid\n4,di,8,paid\n"));
    return files;
  }

  private void takeEach(List<Path> files) {
    for (Path file : files) {
      try (Intake intake =
          new Intake(vault, facts, own("pay_id"), PackedLimits.STANDARD, true, NONE)) {
        intake.take(file, file.getFileName().toString(), bytes -> {});
      }
    }
  }

  private static Map<String, String> digests(Vault vault) {
    Map<String, String> digests = new TreeMap<>();
    for (Edition edition : VaultEditions.all(vault)) {
      digests.put(edition.report().name(), edition.digest() + edition.order());
    }
    return digests;
  }

  private static Profiles own(String keyColumn) {
    String yaml =
        """
        name: pay
        product: Pay
        tables:
          - name: payments
            form: csv
            recognise: [pay_id, payer, amount, status]
            key: [KEY]
            mappings:
              - holder: {order: pay_id}
                payment: {status: status, amount: amount|minor}
        """
            .replace("KEY", keyColumn);
    Profile profile =
        Profiles.read("pay.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    List<Profile> all = new ArrayList<>(Profiles.shipped().all());
    all.add(profile);
    return Profiles.of(all);
  }

  private SourceReport take(Path file, String name) {
    try (Intake intake = new Intake(vault, facts, PackedLimits.STANDARD, true)) {
      return ((IntakeOutcome.Taken) intake.take(file, name, bytes -> {})).report();
    }
  }

  private void retake(SourceReport report, Profiles profiles) {
    try (Intake intake = new Intake(vault, facts, profiles, PackedLimits.STANDARD, true, NONE)) {
      assertThat(intake.retake(sealed(report), report, CAUSE, IntakeProgress.NONE))
          .isInstanceOf(IntakeOutcome.Taken.class);
    }
  }

  private Original sealed(SourceReport report) {
    return vault.original(report.sha256(), RecordPermission.LOCAL);
  }

  private Edition edition(SourceReport report) {
    return VaultEditions.find(vault, report.id()).orElseThrow();
  }

  private EditionDifference difference(SourceReport report) {
    return VaultEditions.difference(vault, report.id()).orElseThrow();
  }

  private String one(String sql) throws SQLException {
    try (SealedRecords records = SealedRecords.open(vault.records(), key, RecordPermission.LOCAL);
        Statement statement = records.connection().createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return String.valueOf(result.getString(1));
    } catch (UncheckedIOException failure) {
      throw new SQLException(failure);
    }
  }
}
