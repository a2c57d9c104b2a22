package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.content.PackedLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records are replaced as a whole: who reads sees the old or the new. */
class RecordFoldersTest {

  private static final String ALL =
      "select count(*) || ' ' || min(source_key) || ' ' || max(source_key) from rows";

  @TempDir Path folder;

  private final VaultKey key = VaultKey.random();
  private Vault vault;
  private SourceId source;

  @BeforeEach
  void takeSource() throws IOException {
    vault = Vault.open(folder.resolve("vault"), key);
    Path file = Files.writeString(folder.resolve("one.csv"), "payer,amount\nanna,5\nbo,6\n");
    try (Intake intake = new Intake(vault, OperationFacts.UNKNOWN, PackedLimits.STANDARD, true)) {
      source = ((IntakeOutcome.Taken) intake.take(file, "one.csv", bytes -> {})).report().id();
    }
  }

  @Test
  void openReader_keepsTheOldRecordsUntilClosed() throws Exception {
    replace("a", 3);
    Path old = vault.records(source);
    try (SealedRecords before = open()) {
      replace("b", 4);
      assertThat(one(before)).isEqualTo("3 a a");
      assertThat(vault.hasEarlier(source)).isTrue();
      try (SealedRecords after = open()) {
        assertThat(one(after)).isEqualTo("4 b b");
      }
      assertThat(one(before)).isEqualTo("3 a a");
    }
    assertThat(old).doesNotExist();
    assertThat(vault.hasEarlier(source)).isFalse();
    assertThat(vault.work()).isEmptyDirectory();
  }

  @Test
  void reportAndEdition_areTakenOver() throws Exception {
    replace("a", 1);
    assertThat(Intake.report(vault, source)).isPresent();
    assertThat(VaultEditions.find(vault, source).map(Edition::number)).contains(1);
  }

  @Test
  void readersAtAnyMoment_seeOneEditionWhole() throws Exception {
    replace("a", 50);
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService readers = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> seen =
          Stream.generate(() -> readers.submit(() -> readUntil(done))).limit(2).toList();
      for (int round = 0; round < 12; round++) {
        replace(round % 2 == 0 ? "b" : "a", round % 2 == 0 ? 70 : 50);
      }
      done.set(true);
      for (Future<Integer> reader : seen) {
        assertThat(reader.get()).isPositive();
      }
    }
    assertThat(vault.hasEarlier(source)).isFalse();
  }

  private int readUntil(AtomicBoolean done) throws SQLException {
    int rounds = 0;
    do {
      try (SealedRecords records = open()) {
        assertThat(one(records)).isIn("50 a a", "70 b b");
        assertThat(one(records)).isIn("50 a a", "70 b b");
      }
      rounds++;
    } while (!done.get());
    return rounds;
  }

  @Test
  void layoutWithoutNumbers_stillOpens() throws Exception {
    replace("a", 2);
    Path sourceFolder = vault.records().resolve(source.toString());
    Path flat = folder.resolve("flat");
    Files.move(vault.records(source), flat);
    Vault.deleteAll(sourceFolder);
    Files.move(flat, sourceFolder);
    Vault opened = Vault.open(folder.resolve("vault"), key);
    assertThat(opened.records(source)).isEqualTo(sourceFolder.resolve("1"));
    assertThat(one(open())).isEqualTo("2 a a");
  }

  @Test
  void moveToNumbers_killedInTheMiddle_isFinished() throws Exception {
    replace("a", 2);
    Path sourceFolder = vault.records().resolve(source.toString());
    Path current = vault.records(source);
    Files.move(current, vault.records().resolve(".moving-" + source));
    Vault.deleteAll(sourceFolder);
    Vault.open(folder.resolve("vault"), key);
    assertThat(one(open())).isEqualTo("2 a a");
  }

  @Test
  void whatAKilledProcessLeft_isGoneAfterOpening() throws Exception {
    replace("a", 2);
    Path current = vault.records(source);
    Path half = Files.createDirectories(current.resolveSibling("1"));
    Files.writeString(half.resolve("report.json"), "half deleted");
    Files.createDirectories(vault.records().resolve("00000000-0000-8000-8000-000000000001"));
    Vault.open(folder.resolve("vault"), key);
    assertThat(half).doesNotExist();
    try (Stream<Path> sources = Files.list(vault.records())) {
      assertThat(sources).containsExactly(current.getParent());
    }
    assertThat(one(open())).isEqualTo("2 a a");
  }

  private void replace(String value, int rows) throws IOException {
    Path made = vault.newRecords();
    try (RecordWriter writer = new RecordWriter(made, key)) {
      for (int row = 1; row <= rows; row++) {
        writer.write(
            new RowRecord(
                new Origin(source, "records", row),
                row,
                row,
                1,
                value,
                RowRecord.State.STORED,
                null,
                null));
      }
    }
    vault.replaceRecords(source, made);
    Vault.deleteAll(made.getParent());
  }

  private SealedRecords open() {
    return SealedRecords.open(vault.records(), key, RecordPermission.LOCAL);
  }

  private static String one(SealedRecords records) throws SQLException {
    try (Statement statement = records.connection().createStatement();
        ResultSet result = statement.executeQuery(ALL)) {
      result.next();
      return String.valueOf(result.getString(1));
    }
  }
}
