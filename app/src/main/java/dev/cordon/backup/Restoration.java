package dev.cordon.backup;

import dev.cordon.CordonException;
import dev.cordon.kernel.KernelException;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.keys.OperationKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/*
 * All is checked before anything is started on it: the wrapped keys open with the passphrase, the manifest is what they
 * sealed, the ledger's key signed the statement over both, and each file has its size and SHA-256. What is wrong is
 * gathered, so that one run names all of it.
 */
/** Brings the files of one backup into an empty folder, after checking each. */
final class Restoration {

  private static final int MOST_NAMED = 50;

  private final BackupFolder backup;
  private final BackupKeys keys;
  private final Manifest manifest;
  private final Statement statement;
  private final NoteKey ledgerKey;
  private final Progress progress;

  private Restoration(
      BackupFolder backup,
      BackupKeys keys,
      Manifest manifest,
      Statement statement,
      NoteKey ledgerKey,
      Progress progress) {
    this.backup = backup;
    this.keys = keys;
    this.manifest = manifest;
    this.statement = statement;
    this.ledgerKey = ledgerKey;
    this.progress = progress;
  }

  /**
   * Opens a backup.
   *
   * @throws DamagedException when statement, manifest or keys are not what they were
   */
  static Restoration open(
      BackupFolder backup, OperationKeys operator, Optional<NoteKey> trusted, Progress progress)
      throws IOException {
    if (!operator.hasBackups()) {
      throw new CordonException(
          "these wrapped keys hold none of backups. Name others with --keys.");
    }
    BackupKeys keys = BackupKeys.of(operator.backups());
    Manifest manifest = BackupFolder.readManifest(backup.folder(), keys);
    NoteKey key = trusted.isPresent() ? trusted.get() : ownKey(backup, keys, manifest);
    Statement statement = backup.statement(key);
    backup.requireKeys(statement);
    return new Restoration(
        backup, keys, backup.manifest(statement, keys), statement, key, progress);
  }

  private static NoteKey ownKey(BackupFolder backup, BackupKeys keys, Manifest manifest)
      throws IOException {
    Content content = manifest.files().get("ledger/key");
    if (content == null) {
      throw new DamagedException("ledger/key: expected in the manifest, found missing.");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new SealedObjects(backup.place(), keys, read -> {})
        .open(content, "ledger/key", Channels.newChannel(bytes));
    try {
      return NoteKey.parse(bytes.toString(StandardCharsets.UTF_8));
    } catch (KernelException malformed) {
      throw new DamagedException("ledger/key: expected a key, found " + malformed.getMessage());
    }
  }

  Statement statement() {
    return statement;
  }

  Manifest manifest() {
    return manifest;
  }

  NoteKey ledgerKey() {
    return ledgerKey;
  }

  /**
   * Writes all files.
   *
   * @param target a folder that is empty
   * @param isDurable whether they are on the disk afterwards
   * @return what is damaged, by name, at most {@value #MOST_NAMED}; empty when all is whole
   */
  List<String> write(Path target, boolean isDurable) throws IOException {
    requireRoom(target);
    progress.expect(manifest.bytes());
    progress.step("restoring files");
    SealedObjects objects = new SealedObjects(backup.place(), keys, progress::done);
    List<String> damaged = new ArrayList<>();
    List<Path> written = new ArrayList<>();
    for (String folder : manifest.folders()) {
      Durable.folder(target.resolve(folder));
    }
    for (Map.Entry<String, Content> file : manifest.files().entrySet()) {
      Path to = target.resolve(file.getKey());
      Durable.folder(Objects.requireNonNull(to.getParent()));
      try (FileChannel channel = create(to)) {
        objects.open(file.getValue(), file.getKey(), channel);
        written.add(to);
      } catch (DamagedException found) {
        if (damaged.size() < MOST_NAMED) {
          damaged.add(String.valueOf(found.getMessage()));
        }
      }
    }
    if (damaged.isEmpty() && isDurable) {
      progress.step("to the disk");
      for (Path file : written) {
        Durable.force(file);
      }
      for (String folder : manifest.folders()) {
        Durable.force(target.resolve(folder));
      }
    }
    if (damaged.isEmpty()) {
      progress.step("recovering the database and verifying");
    }
    return damaged;
  }

  /** Files and links in the place of backups that no backup put there. */
  List<String> strays() throws IOException {
    return Strays.in(backup.place());
  }

  private void requireRoom(Path target) throws IOException {
    long free = Files.getFileStore(target).getUsableSpace();
    long needed = manifest.bytes() + manifest.bytes() / 20;
    if (free < needed) {
      throw new CordonException(
          "only "
              + Progress.size(free)
              + " are free where "
              + target
              + " lies; this backup needs "
              + Progress.size(needed)
              + ". Make room or choose another folder.");
    }
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(
        file,
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }
}
