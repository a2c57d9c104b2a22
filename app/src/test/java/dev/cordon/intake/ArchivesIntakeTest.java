package dev.cordon.intake;

import static dev.cordon.intake.TakenFiles.balances;
import static dev.cordon.intake.TakenFiles.gzip;
import static dev.cordon.intake.TakenFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.access.NotPermittedException;
import dev.cordon.formats.content.PackedLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives through the whole of intake: members read, media left, names sealed. */
class ArchivesIntakeTest {

  private static final String DUMP =
      "CREATE TABLE `u` ("
          + FormatsIntakeTest.USERS
          + ", PRIMARY KEY (`ID`));\n"
          + "INSERT INTO `u` VALUES (1,'anna','x','Anna','anna@inbox.example','2024-01-01 00:00:00');\n";
  private static final String LOG =
      FormatsIntakeTest.LINE.formatted(1, 1) + FormatsIntakeTest.LINE.formatted(2, 2);
  private static final String CSV = "colour,shade,depth\nred,deep,1\n";

  @TempDir Path folder;

  private TakenFiles files;

  @BeforeEach
  void openVault() {
    files = new TakenFiles(folder);
  }

  @Test
  void members_areReadLikeFiles() throws IOException, SQLException {
    byte[] inner = zip("logs/zeta-secret.log", LOG, "empty.txt", "");
    byte[] archive =
        zip(
            "backup/shop.sql.gz",
            gzip(DUMP.getBytes(StandardCharsets.UTF_8)),
            "logs.zip",
            inner,
            "odd.csv",
            CSV);
    SourceReport report = files.taken("seized.zip", archive);
    assertThat(balances(report))
        .containsExactly(
            "seized.zip/members: 5 = 5 + 0 + 0",
            "seized.zip/#1/u: 1 = 1 + 0 + 0",
            "seized.zip/#3/lines: 2 = 2 + 0 + 0",
            "seized.zip/#5/records: 1 = 1 + 0 + 0");
    assertThat(report.sealed()).isEqualTo(SourceReport.Sealing.COPIED);
    assertThat(report.form()).startsWith("ZIP archive (SQL dump (");
    assertThat(files.all("select system, account from accounts")).containsExactly("shop|1");
    assertThat(files.all("select distinct system, source_table from accesses where ip is not null"))
        .containsExactly("zeta-secret|#3/lines");
    assertThat(report.unmapped()).containsExactly("seized.zip/#5/records");
  }

  @Test
  void positions_countWithinTheUnpackedMember() throws IOException, SQLException {
    files.taken("seized.zip", zip("a.sql.gz", gzip(DUMP.getBytes(StandardCharsets.UTF_8))));
    String place =
        files
            .all("select byte_offset || '|' || length from rows where source_table = '#1/u'")
            .getFirst();
    String[] parts = place.split("\\|");
    int offset = Integer.parseInt(parts[0]);
    assertThat(DUMP.substring(offset, offset + Integer.parseInt(parts[1])))
        .startsWith("(1,'anna'")
        .endsWith(")");
  }

  @Test
  void names_areSealed() throws IOException, SQLException {
    byte[] archive =
        zip(
            "canary-of-a-name/dump.sql",
            DUMP,
            "canary-picture.gif",
            TakenFiles.GIF,
            "canary-unknown.txt",
            "Dear colleague,\nsee below.\n");
    SourceReport report = files.taken("seized.zip", archive);
    assertThat(report.toString()).doesNotContain("canary");
    assertThat(files.vaultBytes()).doesNotContain("canary");
    for (RecordKind kind : RecordKind.values()) {
      String table = kind.dataSet();
      assertThat(files.all("select * from " + table + " where " + table + "::text like '%canary%'"))
          .isEmpty();
    }
    List<SealedMember> members = files.members(report);
    assertThat(members.toString()).doesNotContain("canary");
    assertThat(members)
        .extracting(SealedMember::place, member -> member.names().getLast(), SealedMember::content)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                1, "canary-of-a-name/dump.sql", "SQL dump (WordPress)"),
            org.assertj.core.groups.Tuple.tuple(2, "canary-picture.gif", "GIF"),
            org.assertj.core.groups.Tuple.tuple(3, "canary-unknown.txt", "unknown"));
    assertThat(members.get(1).size()).isEqualTo(TakenFiles.GIF.length);
    assertThat(members.get(1).sha256()).hasSize(64);
  }

  @Test
  void listOfMembers_opensOnlyWholeAndToWhoMay() throws IOException {
    SourceReport report = files.taken("seized.zip", zip("a.csv", CSV, "b.csv", CSV));
    assertThatThrownBy(() ->
            MemberList.read(
                files.vault(),
                report.id(),
                () -> {
                  throw new NotPermittedException();
                },
                member -> true))
        .isInstanceOf(NotPermittedException.class);
    Path list = files.vault().records(report.id()).resolve("members/list");
    byte[] whole = Files.readAllBytes(list);
    Files.delete(list);
    int first = java.nio.ByteBuffer.wrap(whole).getInt() + 4;
    Files.write(list, Arrays.copyOf(whole, first));
    assertThatThrownBy(() -> files.members(report)).hasMessageContaining("does not open");
  }

  @Test
  void mediaMember_isToldAndTheArchiveNotCopied() throws IOException, SQLException {
    SourceReport report = files.taken("seized.zip", zip("x.gif", TakenFiles.GIF, "shop.sql", DUMP));
    assertThat(report.sealed()).isEqualTo(SourceReport.Sealing.BY_REFERENCE);
    assertThat(report.mediaFound()).isEqualTo(1);
    assertThat(report.notes())
        .anyMatch(note -> note.contains("the first: GIF in #1, 21 bytes, SHA-256"));
    assertThat(files.vault().sources()).isEmptyDirectory();
    assertThat(files.vaultBytes()).doesNotContain("GIF89a");
    assertThat(
            files.all("select reason from rows where source_table = 'members' and source_row = 1"))
        .containsExactly("media (GIF): its bytes stay where they lie");
    assertThat(files.all("select account from accounts")).containsExactly("1");
  }

  @Test
  void unknownAndEncryptedMembers_areQuarantinedWithTheirReason() throws IOException, SQLException {
    byte[] archive =
        zip("a.bin", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3}, "shop.sql", DUMP);
    byte[] encrypted = zip("b.csv", CSV);
    encrypted[6] |= 1;
    byte[] both = TakenFiles.zip("in.zip", encrypted, "a.bin", archive);
    SourceReport report = files.taken("seized.zip", both);
    assertThat(
            files.all("select source_row, reason from rows where state = 'quarantined' order by 1"))
        .containsExactly(
            "2|is encrypted and was not opened",
            "4|is not recognised: its bytes have no known form, it may be encrypted");
    assertThat(report.sealed()).isEqualTo(SourceReport.Sealing.BY_REFERENCE);
    assertThat(report.notes()).anyMatch(note -> note.contains("could not be looked into"));
    assertThat(report.reasons()).hasSize(2).containsValue(1L);
    assertThat(files.all("select account from accounts")).containsExactly("1");
  }

  @Test
  void namesThatLeadOut_touchNothing() throws IOException, SQLException {
    String up = "../".repeat(12);
    byte[] archive = zip(up + "tmp/evil.csv", CSV, "/abs/evil.csv", CSV, "C:\\evil.csv", CSV);
    List<Path> before = everything();
    SourceReport report = files.taken("seized.zip", archive);
    assertThat(balances(report)).contains("seized.zip/members: 3 = 3 + 0 + 0");
    assertThat(everything().stream().filter(path -> !before.contains(path)))
        .allMatch(path -> !path.toString().contains("evil"));
    assertThat(
            files.all("select reason from rows where source_table = 'members' order by source_row"))
        .containsExactly(
            "read as CSV of no known product; its name leads out of the folder",
            "read as CSV of no known product; its name is an absolute path",
            "read as CSV of no known product; its name is an absolute path");
  }

  private List<Path> everything() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.toList();
    }
  }

  @Test
  void archivesDeeperThanTheLimit_areNotOpened() throws IOException, SQLException {
    byte[] archive = zip("in.csv", CSV);
    for (int depth = 0; depth < 4; depth++) {
      archive = zip("in.zip", archive);
    }
    SourceReport report = files.taken("deep.zip", archive);
    assertThat(report.balances().getFirst().quarantined()).isEqualTo(1);
    assertThat(files.all("select reason from rows where state = 'quarantined'"))
        .containsExactly("stands in 3 archives around each other and was not opened");
    assertThat(report.sealed()).isEqualTo(SourceReport.Sealing.BY_REFERENCE);
  }

  @Test
  void bombs_endByNameAndKeepWhatCameBefore() throws IOException {
    byte[] zeros = new byte[4 << 20];
    Arrays.fill(zeros, (byte) 'a');
    files.limit(new PackedLimits(50, 1 << 20, 1L << 30, 3));
    SourceReport ratio = files.taken("ratio.zip", zip("a.csv", CSV, "bomb.txt", zeros));
    assertThat(ratio.isDamaged()).isTrue();
    assertThat(ratio.notes()).anyMatch(note -> note.contains("unfolds to more than 50 times"));
    assertThat(balances(ratio)).contains("ratio.zip/#1/records: 1 = 1 + 0 + 0");
    files.limit(new PackedLimits(1_000_000, 1 << 20, 2 << 20, 3));
    SourceReport size = files.taken("size.zip", zip("a.csv", CSV, "bomb2.txt", zeros));
    assertThat(size.notes()).anyMatch(note -> note.contains("unfolds to more than 2097152 bytes"));
    assertThat(size.sealed()).isEqualTo(SourceReport.Sealing.BY_REFERENCE);
  }

  @Test
  @Tag("long")
  void tooManyMembers_endByName() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (int index = 0; index <= 200_000; index++) {
        tar.putArchiveEntry(new TarArchiveEntry("f" + index));
        tar.closeArchiveEntry();
      }
    }
    SourceReport report = files.taken("many.tar.gz", gzip(bytes.toByteArray()));
    assertThat(balances(report)).containsExactly("many.tar.gz/members: 200000 = 200000 + 0 + 0");
    assertThat(report.notes())
        .anyMatch(note -> note.contains("holds more than 200000 members; reading stopped there"));
  }

  @Test
  void cutArchive_keepsWhatCameBefore() throws IOException {
    byte[] archive = zip("a.csv", CSV, "b.sql", DUMP);
    SourceReport report = files.taken("cut.zip", Arrays.copyOf(archive, archive.length / 2));
    assertThat(report.isDamaged()).isTrue();
    assertThat(balances(report)).contains("cut.zip/#1/records: 1 = 1 + 0 + 0");
    assertThat(report.notes()).anyMatch(note -> note.contains("what came before is kept"));
  }

  @Test
  void factsReachMembersByPlaceAndName() throws IOException, SQLException {
    files.know("sources: {'seized.zip/#1': {zone: Europe/Oslo}, shop.sql: {zone: Asia/Tokyo}}");
    String local = DUMP.replace("'x','Anna'", "'x','A'");
    files.taken("seized.zip", zip("one.sql", DUMP, "shop.sql", local));
    assertThat(files.all("select system from accounts order by 1")).containsExactly("one", "shop");
  }
}
