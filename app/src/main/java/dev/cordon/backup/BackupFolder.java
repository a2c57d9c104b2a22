package dev.cordon.backup;

import dev.cordon.CordonException;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.kernel.merkle.Note;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.kernel.merkle.ProofException;
import dev.cordon.keys.OperationKeys;
import dev.cordon.keys.Passphrases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One finished backup, to be read: its statement, its keys, its manifest. */
final class BackupFolder {

  static final String STATEMENT = "statement";
  static final String MANIFEST = "manifest";

  private static final String PURPOSE = "manifest";
  private static final long LARGEST_STATEMENT_BYTES = 100_000;
  private static final long LARGEST_KEYS_BYTES = 50_000_000;

  private final BackupPlace place;
  private final Path folder;

  private BackupFolder(BackupPlace place, Path folder) {
    this.place = place;
    this.folder = folder;
  }

  /**
   * Finds a backup: the folder of one, or a place of backups, of which the newest is taken.
   *
   * @throws CordonException when there is none, or it was not finished
   */
  static BackupFolder find(Path given) {
    Path path = given.toAbsolutePath().normalize();
    if (path.getFileName() != null
        && path.getFileName().toString().endsWith(BackupPlace.UNFINISHED)) {
      throw new CordonException(
          path
              + " was not finished: the backup was stopped or killed. It can not be restored; take"
              + " an earlier one.");
    }
    Path above = path.getParent();
    if (Files.exists(path.resolve(STATEMENT)) && above != null && above.getParent() != null) {
      return new BackupFolder(BackupPlace.read(Objects.requireNonNull(above.getParent())), path);
    }
    BackupPlace place = BackupPlace.read(path);
    List<Path> finished = place.finished();
    if (finished.isEmpty()) {
      throw new CordonException(
          path
              + " holds no finished backup"
              + (place.unfinished().isEmpty() ? "." : ", only one that was stopped or killed."));
    }
    return new BackupFolder(place, finished.getLast());
  }

  BackupPlace place() {
    return place;
  }

  Path folder() {
    return folder;
  }

  /** Its name. */
  String name() {
    return folder.getFileName().toString();
  }

  /** The statement as the signed note it is. */
  String note() throws IOException {
    return new String(
        small(folder.resolve(STATEMENT), LARGEST_STATEMENT_BYTES), StandardCharsets.UTF_8);
  }

  /** The statement, signed by that ledger's key. */
  Statement statement(NoteKey key) throws IOException {
    try {
      Statement statement = Statement.parse(new Note(note()).open(key), key.name());
      if (!statement.name().equals(name())) {
        throw damaged(STATEMENT, "a backup named " + name(), "one named " + statement.name());
      }
      return statement;
    } catch (ProofException refused) {
      throw damaged(
          STATEMENT, "a signature of " + key.name(), String.valueOf(refused.getMessage()));
    }
  }

  /**
   * The keys it is sealed under.
   *
   * @param keyFile where the wrapped keys lie when they are kept apart; null for those beside it
   */
  OperationKeys keys(@Nullable Path keyFile, Passphrases passphrases) throws IOException {
    Path file = keyFile == null ? folder.resolve(OperationKeys.FILE) : keyFile;
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new CordonException(
          "the wrapped keys "
              + file
              + " are missing. Name the copy that is kept apart with --keys FILE; without it, and"
              + " the passphrase, a backup can not be read.");
    }
    if (!file.getFileName().toString().equals(OperationKeys.FILE)) {
      throw new CordonException("the file of wrapped keys is named " + OperationKeys.FILE + ".");
    }
    byte[] wrapped = small(file, LARGEST_KEYS_BYTES);
    if (wrapped.length == 0) {
      throw new CordonException("the wrapped keys " + file + " are empty.");
    }
    return OperationKeys.open(file.resolveSibling("").toAbsolutePath().normalize(), passphrases);
  }

  /** The manifest, when it is the one the statement names. */
  Manifest manifest(Statement statement, BackupKeys keys) throws IOException {
    Path file = folder.resolve(MANIFEST);
    Content found = digest(file);
    if (!found.equals(statement.manifest())) {
      throw damaged(
          MANIFEST, "sha256 " + statement.manifest().sha256(), "sha256 " + found.sha256());
    }
    return readManifest(folder, keys);
  }

  /** Checks that the wrapped keys beside it are those the statement names. */
  void requireKeys(Statement statement) throws IOException {
    Path file = folder.resolve(OperationKeys.FILE);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      String found = Sha256.hex(small(file, LARGEST_KEYS_BYTES));
      if (!found.equals(statement.keys())) {
        throw damaged(OperationKeys.FILE, "sha256 " + statement.keys(), "sha256 " + found);
      }
    }
  }

  /** Seals the manifest into a backup's folder; gives the sealed file's digest. */
  static Content writeManifest(Path folder, BackupKeys keys, Manifest manifest) throws IOException {
    Path draft = folder.resolve(MANIFEST + ".draft");
    try (FileChannel file =
            FileChannel.open(
                draft,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        Writer out =
            Channels.newWriter(
                keys.sealing(file, PURPOSE, Long.MAX_VALUE), StandardCharsets.UTF_8)) {
      manifest.write(out);
    }
    Durable.force(draft);
    Path file = folder.resolve(MANIFEST);
    Durable.move(draft, file);
    return digest(file);
  }

  /** Opens the manifest in a backup's folder. */
  static Manifest readManifest(Path folder, BackupKeys keys) throws IOException {
    Path file = folder.resolve(MANIFEST);
    try (FileChannel sealed = readable(file);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(
                    Channels.newInputStream(keys.opening(sealed, PURPOSE, Long.MAX_VALUE)),
                    StandardCharsets.UTF_8.newDecoder()))) {
      return Manifest.read(in);
    } catch (CharacterCodingException garbled) {
      throw new DamagedException(file + ": expected text in UTF-8, found other bytes.");
    } catch (IOException broken) {
      throw new DamagedException(
          file
              + ": expected what this installation's key sealed, found bytes that were changed, cut"
              + " or sealed by another.");
    }
  }

  private static Content digest(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new DamagedException(file + ": expected a file, found none.");
    }
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return new Content(HexFormat.of().formatHex(Sha256.of(in)), Files.size(file));
    }
  }

  private static byte[] small(Path file, long most) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new DamagedException(file + ": expected a file, found none.");
    }
    if (Files.size(file) > most) {
      throw new DamagedException(
          file + ": expected at most " + most + " bytes, found " + Files.size(file) + ".");
    }
    return Files.readAllBytes(file);
  }

  private static FileChannel readable(Path file) throws IOException {
    return FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
  }

  private DamagedException damaged(String file, String wanted, String found) {
    return new DamagedException(
        folder.resolve(file) + ": expected " + wanted + ", found " + found + ".");
  }
}
