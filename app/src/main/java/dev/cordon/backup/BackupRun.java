package dev.cordon.backup;

import dev.cordon.CordonException;
import dev.cordon.ground.ClusterCopy;
import dev.cordon.ground.ClusterFiles;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.Ground;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.kernel.merkle.Checkpoint;
import dev.cordon.keys.OperationKeys;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.StandaloneLedger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/*
 * The order makes it whole. The ledger's files first: they are then never ahead of the database. Then the database, which is
 * consistent at its end. Then the vault, which is then never behind the database. Then the keys, which are then never
 * behind the vault. All of it sealed and on the disk, the manifest last; then the entry in the ledger; then one
 * rename makes it a backup.
 */
/** Takes one backup of a data directory, beside its running server or alone. */
final class BackupRun {

  private static final String PASSPHRASE = "passphrase";

  private final Ground ground;
  private final BackupPlace place;
  private final OperationKeys keys;
  private final String administrator;
  private final Progress progress;

  /**
   * Of an open ground.
   *
   * @param administrator the sign-in name the entry is written under; empty for the first
   */
  BackupRun(
      Ground ground,
      BackupPlace place,
      OperationKeys keys,
      String administrator,
      Progress progress) {
    this.ground = ground;
    this.place = place;
    this.keys = keys;
    this.administrator = administrator;
    this.progress = progress;
  }

  /**
   * What was made.
   *
   * @param addedBytes how much the place grew
   */
  record Made(Path folder, Statement statement, long addedFiles, long addedBytes) {}

  /** Makes it. */
  Made run() {
    try (StandaloneLedger ledger = StandaloneLedger.of(ground)) {
      Path unfinished = place.begin(Instant.now());
      return make(ledger, unfinished);
    } catch (IOException failed) {
      throw SealedObjects.failed(place.root(), failed);
    }
  }

  private Made make(StandaloneLedger ledger, Path unfinished) throws IOException {
    final Instant begun = now();
    DataDirectory directory = ground.directory();
    BackupKeys sealing = BackupKeys.of(keys.backups());
    SealedObjects objects = new SealedObjects(place, sealing, progress::done);
    Storing storing = new Storing(directory.root(), objects, lastManifest(sealing).files());
    progress.expect(expectedBytes(directory));
    progress.step("ledger");
    Checkpoint first = new LedgerFiles(directory.ledger(), ledger.key(), storing).store();
    Database database = database(storing, ledger);
    progress.step("vault");
    new VaultFiles(directory.vault(), storing).store();
    new VaultFiles(directory.exports(), storing).store();
    storing.file(directory.root().resolve("VERSION"), true);
    byte[] wrapped = secrets(storing, directory.secrets());
    progress.step("to the disk");
    objects.force();
    Manifest manifest = storing.draft().with(database.rows());
    Content sealed = BackupFolder.writeManifest(unfinished, sealing, manifest);
    Durable.write(unfinished.resolve(OperationKeys.FILE), wrapped);
    Statement statement =
        new Statement(
            name(unfinished),
            begun,
            now(),
            Release.name(),
            DataDirectory.LAYOUT,
            database.schema(),
            database.version(),
            database.stopped().from(),
            database.stopped().to(),
            manifest.files().size(),
            manifest.bytes(),
            first,
            database.last(),
            sealed,
            Sha256.hex(wrapped));
    enter(ledger, statement);
    Durable.write(
        unfinished.resolve(BackupFolder.STATEMENT),
        ledger.sign(statement.text()).getBytes(StandardCharsets.UTF_8));
    Path finished = place.finish(unfinished);
    return new Made(finished, statement, objects.addedFiles(), objects.addedBytes());
  }

  private record Database(
      String version,
      String schema,
      ClusterCopy.Stopped stopped,
      Checkpoint last,
      Map<String, Long> rows) {}

  private Database database(Storing storing, StandaloneLedger ledger) throws IOException {
    progress.step("database");
    Path cluster = ground.directory().database();
    try (ClusterCopy copy = ClusterCopy.start(ground.directory(), "cordon backup")) {
      ClusterFiles found = copy.files();
      found.folders().forEach(storing::folder);
      for (Path file : found.files()) {
        try {
          storing.file(file, false);
        } catch (NoSuchFileException dropped) {
          // A table's file that was dropped: the log says so too.
        }
      }
      progress.step("counting rows");
      final Map<String, Long> rows = copy.rows();
      final String schema = copy.schemaVersion();
      final String version = copy.version();
      Checkpoint last =
          ledger.last().orElseThrow(() -> new CordonException("the ledger has no checkpoint."));
      progress.step("database's log");
      storing.bytes(copy.control(), Files.readAllBytes(copy.control()));
      ClusterCopy.Stopped stopped = copy.stop();
      for (Path segment : stopped.log()) {
        storing.file(segment, false);
      }
      storing.bytes(
          cluster.resolve("backup_label"), stopped.label().getBytes(StandardCharsets.UTF_8));
      return new Database(version, schema, stopped, last, rows);
    }
  }

  /** The wrapped keys and passwords, but never a passphrase; gives the wrapped keys. */
  private static byte[] secrets(Storing storing, Path secrets) throws IOException {
    byte[] wrapped = Files.readAllBytes(secrets.resolve(OperationKeys.FILE));
    for (Path file : FolderList.files(secrets)) {
      String name = file.getFileName().toString();
      if (name.equals(PASSPHRASE) || name.endsWith(".new")) {
        continue;
      }
      if (file.equals(secrets.resolve(OperationKeys.FILE))) {
        storing.bytes(file, wrapped);
      } else {
        storing.file(file, true);
      }
    }
    return wrapped;
  }

  private void enter(StandaloneLedger ledger, Statement statement) {
    ledger.append(
        Entry.ofInstallation(
                Act.CONSULTATION,
                "backup",
                "backup "
                    + statement.name()
                    + " of the whole installation, taken at the machine by the account "
                    + System.getProperty("user.name", "unknown"))
            .touching(
                "backup " + statement.name(), "manifest sha256:" + statement.manifest().sha256()),
        administrator);
  }

  private Manifest lastManifest(BackupKeys sealing) {
    List<Path> finished = place.finished();
    if (finished.isEmpty()) {
      return new Manifest.Draft().with(Map.of());
    }
    try {
      return BackupFolder.readManifest(finished.getLast(), sealing);
    } catch (CordonException | IOException damaged) {
      // It only helps to guess; what is there is looked for by content.
      progress.line("The last backup " + finished.getLast() + " is damaged; run a drill on it.");
      return new Manifest.Draft().with(Map.of());
    }
  }

  private static long expectedBytes(DataDirectory directory) throws IOException {
    long bytes = 0;
    for (Path part :
        Stream.of("database", "vault", "ledger", "secrets", "exports")
            .map(directory.root()::resolve)
            .toList()) {
      bytes += FolderList.bytes(part);
    }
    return bytes;
  }

  private static String name(Path unfinished) {
    String name = unfinished.getFileName().toString();
    return name.substring(0, name.length() - BackupPlace.UNFINISHED.length());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
