package dev.cordon.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.kernel.merkle.NoteSigner;
import dev.cordon.keys.OperationKeys;
import dev.cordon.keys.Passphrases;
import dev.cordon.ledger.StandaloneLedger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backup that was changed, cut or added to is refused by name, and nothing is restored. */
class DamagedBackupTest {

  @TempDir private static Path folder;
  private static Installation installation;
  private static Path whole;

  @TempDir private Path scratch;
  private Path place;
  private Path target;

  @BeforeAll
  static void create() throws IOException {
    installation = Installation.create(folder);
    whole = folder.resolve("place");
    Installation.Outcome made = installation.backup(whole);
    assertThat(made.code()).as(made.out()).isZero();
  }

  @AfterAll
  static void close() {
    installation.close();
  }

  @BeforeEach
  void copy() throws IOException {
    place = scratch.resolve("place");
    target = scratch.resolve("target");
    try (Stream<Path> files = Files.walk(whole)) {
      for (Path file : files.toList()) {
        Path copy = place.resolve(whole.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectory(copy);
        } else {
          Files.createLink(copy, file);
        }
      }
    }
  }

  @Test
  void flippedByte_inAFileOfEachKind_isNamed_allInOneRun() throws IOException {
    List<String> named = new ArrayList<>();
    for (String beginning :
        List.of(
            "database/global/pg_control",
            "database/PG_VERSION",
            "database/backup_label",
            "database/base/",
            "database/pg_wal/",
            "vault/",
            "ledger/checkpoint",
            "ledger/tile/entries/000",
            "secrets/keys.json",
            "secrets/ledger-key",
            "VERSION")) {
      Map.Entry<String, Path> file = object(beginning);
      flip(file.getValue(), Files.size(file.getValue()) / 2);
      named.add("FAILED  file: " + file.getKey() + ": expected");
      named.add(file.getValue().toString());
    }

    refused(1, "NOT restored", named.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"statement", "manifest"})
  void flippedByte_inStatementOrManifest_isNamed(String name) throws IOException {
    Path file = backup().resolve(name);
    for (long at : new long[] {0, Files.size(file) / 2, Files.size(file) - 40}) {
      flip(file, at);
      refused(1, name + ": expected");
      flip(file, at);
    }
  }

  @Test
  void flippedByte_inTheWrappedKeys_opensNothing() throws IOException {
    Path file = backup().resolve("keys.json");
    for (long at = 3; at < Files.size(file); at += 173) {
      flip(file, at);
      Installation.Outcome outcome = installation.restore(place, target);
      assertThat(outcome.code()).as("byte %d: %s", at, outcome.out()).isIn(1, 2);
      assertThat(target).doesNotExist();
      flip(file, at);
    }
  }

  @Test
  void missingObject_isNamed() throws IOException {
    Map.Entry<String, Path> file = object("vault/");
    Files.delete(file.getValue());

    refused(1, file.getKey() + ": expected", "found no file");
  }

  @Test
  void truncatedLog_isNamed() throws IOException {
    Map.Entry<String, Path> file = object("database/pg_wal/");
    replace(file.getValue(), Arrays.copyOf(Files.readAllBytes(file.getValue()), 9_000_000));

    refused(1, file.getKey() + ": expected", "found 9000000 bytes");
  }

  @Test
  void objectsExchanged_areNamed() throws IOException {
    Map.Entry<String, Path> one = object("ledger/checkpoint");
    Map.Entry<String, Path> other = object("ledger/key");
    byte[] bytes = Files.readAllBytes(one.getValue());
    replace(one.getValue(), Files.readAllBytes(other.getValue()));
    replace(other.getValue(), bytes);

    refused(1, "expected");
  }

  @Test
  void linkInPlaceOfAnObject_isNotFollowed() throws IOException {
    Map.Entry<String, Path> file = object("vault/");
    Path elsewhere = scratch.resolve("elsewhere");
    Files.move(file.getValue(), elsewhere);
    Files.createSymbolicLink(file.getValue(), elsewhere);

    Installation.Outcome outcome = installation.restore(place, target);

    assertThat(outcome.code()).isNotZero();
    assertThat(target).doesNotExist();
  }

  @Test
  void addedFile_isNamedByTheDrill() throws IOException {
    Files.writeString(place.resolve("objects/run-me.sh"), "#!/bin/sh");
    Files.createSymbolicLink(place.resolve("objects/there"), Path.of("/etc"));

    Installation.Outcome drill = installation.drill(place, scratch.resolve("drills"));

    assertThat(drill.code()).isEqualTo(1);
    assertThat(drill.out())
        .contains(
            "FAILED  place", "objects/run-me.sh: no part of a backup", "objects/there: a link");
  }

  @Test
  void drillOfADamagedOne_saysSo_andEndsWithOne() throws IOException {
    Map.Entry<String, Path> file = object("vault/");
    flip(file.getValue(), 100);

    Installation.Outcome drill = installation.drill(place, scratch.resolve("drills"));

    assertThat(drill.code()).isEqualTo(1);
    assertThat(drill.out()).contains("FAILED  file: " + file.getKey(), "can NOT be relied on");
    assertThat(scratch.resolve("drills")).isEmptyDirectory();
  }

  @Test
  void wrongPassphrase_isRefused() throws IOException {
    Path wrong = Files.writeString(scratch.resolve("wrong"), "another horse battery\n");
    Installation.Outcome outcome =
        Installation.run(
            new RestoreCommand(Map.of(Passphrases.FILE_VARIABLE, wrong.toString())),
            place.toString(),
            "--data",
            target.toString());

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).contains("does not open the operator's key");
    assertThat(target).doesNotExist();
  }

  @Test
  void keysOfAnotherInstallation_openNothing() throws IOException {
    Path keys = Files.createDirectory(scratch.resolve("theirs"));
    try (OperationKeys theirs =
        OperationKeys.open(keys, new Passphrases(installation.environment(), keys, null))) {
      theirs.prepareBackups();
    }
    Installation.Outcome outcome =
        installation.restore(place, target, "--keys", keys.resolve("keys.json").toString());

    assertThat(outcome.code()).as(outcome.out()).isEqualTo(1);
    assertThat(outcome.out()).contains("manifest: expected what this installation's key sealed");
  }

  @Test
  void keysKeptApart_andTheLedgersKeyReceivedByAnotherWay_count() throws IOException {
    Path apart = Files.createDirectory(scratch.resolve("apart"));
    Files.move(backup().resolve("keys.json"), apart.resolve("keys.json"));

    refused(2, "--keys FILE");
    String keys = apart.resolve("keys.json").toString();
    String other = NoteSigner.generate("cordon.invalid/ledger/ff").key().text();
    refused(1, "statement: expected", "--keys", keys, "--key", other);
    try (StandaloneLedger ledger = StandaloneLedger.of(installation.ground())) {
      Installation.Outcome outcome =
          installation.restore(place, target, "--keys", keys, "--key", ledger.key().text());
      assertThat(outcome.code()).as(outcome.out()).isZero();
    }
  }

  @Test
  void unfinished_isNeverRestored() throws IOException {
    Path unfinished = backup().resolveSibling(backup().getFileName() + ".unfinished");
    Files.move(backup(), unfinished);

    refused(2, "no finished backup");
    Installation.Outcome named = installation.restore(unfinished, target);
    assertThat(named.code()).isEqualTo(2);
    assertThat(named.out()).contains("was not finished");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secrets/x",
        "/etc/passwd",
        "database/../../x",
        "vault//x",
        "vault/./x",
        "vault/..",
        "elsewhere/x",
        "vault/a\\b",
        "vault/a\u0001b",
        "lock"
      })
  void pathThatLeadsElsewhere_isRefused(String path) {
    String hostile =
        "cordon-backup-manifest/v1\nfile " + "0".repeat(64) + " 0 " + path + "\nend 2\n";

    assertThatThrownBy(() -> Manifest.read(new BufferedReader(new StringReader(hostile))))
        .isInstanceOf(DamagedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cordon-backup-manifest/v1\n",
        "cordon-backup-manifest/v2\nend 1\n",
        "cordon-backup-manifest/v1\nend 2\n",
        "cordon-backup-manifest/v1\nend 1\nfolder vault\n",
        "cordon-backup-manifest/v1\nfolder vault\nfolder vault\nend 3\n",
        "cordon-backup-manifest/v1\nfile x 0 vault/a\nend 2\n",
        "cordon-backup-manifest/v1\nrows -1 a\nend 2\n",
        "cordon-backup-manifest/v1\nnonsense\nend 2\n"
      })
  void manifestOfAnotherForm_isRefused(String text) {
    assertThatThrownBy(() -> Manifest.read(new BufferedReader(new StringReader(text))))
        .isInstanceOf(DamagedException.class);
  }

  @Test
  void fileAsFolder_isRefused() {
    String line = "file " + "0".repeat(64) + " 0 vault/a";
    String hostile = "cordon-backup-manifest/v1\n" + line + "\n" + line + "/b\nend 3\n";

    assertThatThrownBy(() -> Manifest.read(new BufferedReader(new StringReader(hostile))))
        .hasMessageContaining("as a file and as a folder");
  }

  private void refused(int code, String words, String... rest) {
    boolean isOption = rest.length > 0 && rest[0].startsWith("--");
    Installation.Outcome outcome =
        installation.restore(place, target, isOption ? rest : new String[0]);
    assertThat(outcome.code()).as(outcome.out()).isEqualTo(code);
    assertThat(outcome.out()).contains(words);
    if (!isOption && rest.length > 0) {
      assertThat(outcome.out()).contains(rest);
    }
    assertThat(target).doesNotExist();
    assertThat(scratch.resolve("target.restoring")).doesNotExist();
  }

  private Path backup() {
    return BackupPlace.read(place).finished().getLast();
  }

  /** The first file whose path begins so, and the object it lies in. */
  private Map.Entry<String, Path> object(String beginning) throws IOException {
    Path secrets = installation.root().resolve("secrets");
    try (OperationKeys operator =
        OperationKeys.open(secrets, new Passphrases(installation.environment(), secrets, null))) {
      BackupKeys keys = BackupKeys.of(operator.backups());
      Map.Entry<String, Content> found =
          BackupFolder.readManifest(backup(), keys).files().entrySet().stream()
              .filter(file -> file.getKey().startsWith(beginning))
              .findFirst()
              .orElseThrow();
      SealedObjects objects = new SealedObjects(BackupPlace.read(place), keys, read -> {});
      return Map.entry(found.getKey(), objects.path(found.getValue()));
    }
  }

  private static void flip(Path file, long at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) at] ^= 1;
    replace(file, bytes);
  }

  /** Never through the link to the whole backup's file. */
  private static void replace(Path file, byte[] bytes) throws IOException {
    Files.delete(file);
    Files.write(file, bytes);
  }
}
