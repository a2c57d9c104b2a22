package dev.cordon.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.ground.ClusterRows;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.Ground;
import dev.cordon.kernel.digest.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backup taken from a running installation is worth when it is restored. */
class BackupTest {

  @TempDir private static Path folder;
  private static Installation installation;

  @TempDir private Path scratch;

  @BeforeAll
  static void create() throws IOException {
    installation = Installation.create(folder);
  }

  @AfterAll
  static void close() {
    installation.close();
  }

  @Test
  void underWritingLoad_holdsEveryEntryAcknowledgedBefore_andIsProved() throws Exception {
    Path place = scratch.resolve("place");
    List<UUID> before;
    Installation.Outcome made;
    try (Installation.Load load = installation.load()) {
      Installation.Outcome first = installation.backup(place);
      assertThat(first.code()).as(first.out()).isZero();
      before = load.acknowledged();
      made = installation.backup(place);
    }
    assertThat(made.code()).as(made.out()).isZero();
    assertThat(before).hasSizeGreaterThan(20);

    Path restored = scratch.resolve("restored");
    Installation.Outcome outcome = installation.restore(place, restored);

    assertThat(outcome.code()).as(outcome.out()).isZero();
    assertThat(outcome.out())
        .contains("held    continuation", "held    commitment", "Restored and proved: " + restored)
        .doesNotContain("FAILED");
    assertThat(entries(restored)).containsAll(before.stream().map(UUID::toString).toList());
    assertThat(vault(restored)).isEqualTo(vault(installation.root()));
    assertThat(restored.resolve("secrets/passphrase")).doesNotExist();
    assertThat(scratch.resolve("restored.restoring")).doesNotExist();
  }

  @Test
  void second_addsOnlyWhatIsNew_andRewritesNothing() throws IOException {
    Path place = scratch.resolve("place");
    installation.backup(place);
    Map<Path, Object> first = objects(place);
    Path added =
        installation
            .root()
            .resolve("vault/" + Installation.OPERATION + "/sources/" + "9".repeat(64));
    Files.write(added, new byte[2_000_000]);
    try {
      Installation.Outcome second = installation.backup(place, "--json");

      assertThat(second.code()).as(second.out()).isZero();
      assertThat(objects(place)).containsAllEntriesOf(first);
      assertThat(objects(place).size() - first.size()).isBetween(1, 200);
    } finally {
      Files.delete(added);
    }
  }

  @Test
  void stopped_isBackedUpToo_andNothingIsReadableWithoutTheKey() throws Exception {
    Path home = Files.createDirectory(scratch.resolve("home"));
    Installation stopped = Installation.create(home);
    stopped.close();
    Path place = scratch.resolve("place");

    Installation.Outcome made = stopped.backup(place);

    assertThat(made.code()).as(made.out()).isZero();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes =
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("test-change").doesNotContain("scram-sha-256");
      }
    }
  }

  @Test
  void entry_namesTheBackup_andTheManifestsDigest() throws IOException {
    Path place = scratch.resolve("place");
    installation.backup(place);
    Path made = BackupPlace.read(place).finished().getLast();

    List<String> touched =
        ClusterRows.lines(
            installation.ground().directory(),
            "select unnest(o.record_ids) from cordon.ledger_entry e join cordon.ledger_opening o on"
                + " o.entry_id = e.id where e.what = 'backup'");

    assertThat(touched)
        .contains(
            "backup " + made.getFileName(),
            "manifest sha256:" + Sha256.hex(Files.readAllBytes(made.resolve("manifest"))));
  }

  @Test
  void drill_provesAndCounts_leavesNothing_andIsAnEntry() throws IOException {
    Path place = scratch.resolve("place");
    installation.backup(place);
    Path in = scratch.resolve("drills");

    Installation.Outcome drill = installation.drill(place, in);

    assertThat(drill.code()).as(drill.out()).isZero();
    assertThat(drill.out())
        .contains(
            "held    statement",
            "held    place",
            "held    rows",
            "held    vault",
            "Noted in the ledger.",
            "can be restored");
    assertThat(in).isEmptyDirectory();
    assertThat(what()).contains("backup-drill");
  }

  @Test
  void drill_asJson_isOneObjectALine() {
    Path place = scratch.resolve("place");
    installation.backup(place);

    Installation.Outcome drill = installation.drill(place, scratch.resolve("drills"), "--json");

    assertThat(drill.out().lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    assertThat(drill.out()).contains("\"held\":true}").contains("\"check\":\"rows\"");
  }

  @Test
  void keep_removesEarlierBackups_andWhatOnlyTheyNeeded() throws IOException {
    Path place = scratch.resolve("place");
    Path gone =
        installation
            .root()
            .resolve("vault/" + Installation.OPERATION + "/sources/" + "8".repeat(64));
    Files.write(gone, new byte[3_000_000]);
    installation.backup(place);
    Files.delete(gone);
    installation.backup(place);

    Installation.Outcome third = installation.backup(place, "--keep", "1");

    assertThat(third.out()).contains("Removed 2 earlier backups, ");
    assertThat(BackupPlace.read(place).finished()).hasSize(1);
    try (Stream<Path> objects = Files.walk(place.resolve("objects"))) {
      assertThat(
              objects.filter(
                  path -> path.toFile().length() > 2_900_000 && path.toFile().length() < 3_100_000))
          .isEmpty();
    }
    Installation.Outcome drill = installation.drill(place, scratch.resolve("drills"));
    assertThat(drill.code()).as(drill.out()).isZero();
  }

  @Test
  void place_ofAnotherInstallation_orWithOtherFiles_isRefused() throws Exception {
    Path other = Files.createDirectory(scratch.resolve("other"));
    Files.writeString(other.resolve("holiday.txt"), "sand");
    assertThat(installation.backup(other))
        .satisfies(refused -> {
          assertThat(refused.code()).isEqualTo(2);
          assertThat(refused.out()).contains("holds other files");
        });
    Path theirs = Files.createDirectory(scratch.resolve("theirs"));
    Files.writeString(
        theirs.resolve("cordon-backups"), "cordon-backups/v1\ncordon.invalid/ledger/00\n");
    assertThat(installation.backup(theirs).out()).contains("another installation");
    assertThat(installation.backup(installation.root().resolve("inside")).out())
        .contains("lie in each other");
  }

  @Test
  void target_thatIsNotEmpty_isRefused() throws IOException {
    Path place = scratch.resolve("place");
    installation.backup(place);
    Path target = Files.createDirectory(scratch.resolve("target"));
    Files.writeString(target.resolve("holiday.txt"), "sand");

    Installation.Outcome refused = installation.restore(place, target);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.out()).contains(target + " is not empty");
  }

  private static List<String> entries(Path restored) {
    try (Ground ground = Ground.asItIs(DataDirectory.open(restored), 60)) {
      return ClusterRows.lines(ground.directory(), "select id::text from cordon.ledger_entry");
    }
  }

  private static List<String> what() {
    return ClusterRows.lines(
        installation.ground().directory(), "select distinct what from cordon.ledger_entry");
  }

  private static Map<String, String> vault(Path root) throws IOException {
    Map<String, String> digests = new HashMap<>();
    Path vault = root.resolve("vault");
    try (Stream<Path> files = Files.walk(vault)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(vault.relativize(file).toString(), Sha256.hex(Files.readAllBytes(file)));
      }
    }
    return digests;
  }

  private static Map<Path, Object> objects(Path place) throws IOException {
    Map<Path, Object> objects = new HashMap<>();
    try (Stream<Path> files = Files.walk(place.resolve("objects"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        objects.put(
            file, List.of(Files.getAttribute(file, "unix:ino"), Files.getLastModifiedTime(file)));
      }
    }
    return objects;
  }
}
