package dev.cordon.intake;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * The folder of one operation: sealed sources by their SHA-256, and the records read from them.
 *
 * <p>Promises: sources and records are encrypted under the operation's key and readable by the
 * owner only; what is sealed is never written again; the records of a source are replaced as a
 * whole, and a reader sees the old or the new. Promises not: secrecy from who has the key.
 */
public final class Vault {

  private static final int SEGMENT_BYTES = 1 << 20;
  private static final int KEY_BYTES = 32;

  private final Path folder;
  private final VaultKey key;

  private Vault(Path folder, VaultKey key) {
    this.folder = folder;
    this.key = key;
  }

  /** The vault in this folder under this key; the folder is made when there is none. */
  public static Vault open(Path folder, VaultKey key) {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Vault vault = new Vault(folder, key);
      Files.createDirectories(vault.records());
      Files.createDirectories(vault.sources());
      vault.folders().settle();
      UnfinishedSealing.undo(vault);
      deleteAll(vault.work());
      Files.createDirectories(vault.work());
      return vault;
    } catch (IOException failure) {
      throw new UncheckedIOException("the vault " + folder + " cannot be opened", failure);
    }
  }

  /** Where the records lie, one folder for each source. */
  public Path records() {
    return folder.resolve("records");
  }

  /** The vault's key. */
  public VaultKey key() {
    return key;
  }

  /**
   * The folder of one source's records that counts now; where the first would lie when it has none.
   */
  public Path records(SourceId source) {
    return folders().current(source).orElseGet(() -> folders().next(source));
  }

  /** Whether the source has records. */
  boolean hasRecords(SourceId source) {
    return folders().current(source).isPresent();
  }

  RecordFolders folders() {
    return RecordFolders.of(records());
  }

  /** A folder on the vault's disk, empty, to write new records of a source into. */
  public Path newRecords() throws IOException {
    return Files.createDirectories(work().resolve(UUID.randomUUID().toString()).resolve("records"));
  }

  /**
   * Makes the folder the records of the source, as a whole and durably: who reads sees the earlier
   * records or these. The folder must lie on the vault's disk, as {@link #newRecords} gives it, and
   * is gone afterwards. Report, edition and identities it lacks are taken over. The earlier records
   * are deleted at once, or when the last who reads them closes them; see {@link #hasEarlier}.
   */
  public void replaceRecords(SourceId source, Path newRecordsFolder) throws IOException {
    folders().replace(source, newRecordsFolder);
  }

  /** Whether records replaced before are still there because somebody has them open. */
  public boolean hasEarlier(SourceId source) {
    return folders().hasEarlier(source);
  }

  /** The sealed file of a source, under the key version that sealed it or would seal it now. */
  public Path sealed(String sha256) {
    return sealed(sha256, versionOf(sha256));
  }

  Path sealed(String sha256, Version version) {
    return sources().resolve(sha256 + version.suffix());
  }

  /** A version of the key, as file names carry it; the first carries no mark. */
  record Version(int number) {

    String suffix() {
      return number == 1 ? "" : ".k" + number;
    }

    String prefix() {
      return number == 1 ? "" : "k" + number + "-";
    }
  }

  Version versionOf(String sha256) {
    return key.versions().stream()
        .map(Version::new)
        .filter(version -> Files.exists(sources().resolve(sha256 + version.suffix())))
        .findFirst()
        .orElseGet(() -> new Version(key.newest()));
  }

  Path sources() {
    return folder.resolve("sources");
  }

  /** The rows no reader gets, as the vault's own list has them. */
  HiddenRows hiddenRows() {
    return HiddenRows.read(folder, key);
  }

  /** Puts this list of hidden rows in the place of the one there was, durably. */
  void hide(HiddenRows rows) throws IOException {
    rows.write(folder, key);
  }

  /** What is half done lies here; emptied when the vault is opened. */
  Path work() {
    return folder.resolve("work");
  }

  /** Encrypts what is written into the file, which must not exist. */
  OutputStream sealing(Path file, String sha256, Version version) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      return streaming(version.number())
          .newEncryptingStream(Files.newOutputStream(file), context(sha256));
    } catch (GeneralSecurityException failure) {
      throw new IntakeException("the source cannot be encrypted", failure);
    }
  }

  /** The bytes of a sealed source; who reads must be allowed to. */
  public InputStream openSource(String sha256, RecordPermission permission) throws IOException {
    permission.require();
    try {
      return streaming(versionOf(sha256).number())
          .newDecryptingStream(Files.newInputStream(sealed(sha256)), context(sha256));
    } catch (GeneralSecurityException failure) {
      throw new IntakeException("the source " + sha256 + " cannot be decrypted", failure);
    }
  }

  /** Whether the vault holds the bytes of a source. */
  boolean holds(String sha256) {
    return Files.exists(sealed(sha256));
  }

  /** Destroys the vault's copy of a source, under whatever key version; gone already is fine. */
  void destroyCopy(String sha256) throws IOException {
    for (int version : key.versions()) {
      Files.deleteIfExists(sealed(sha256, new Version(version)));
    }
    RecordFolders.force(sources());
  }

  /** A sealed source as an original that can be read again; who reads must be allowed to. */
  public Original original(String sha256, RecordPermission permission) {
    return new SealedOriginal(this, sha256, permission);
  }

  /** The decrypted bytes of a sealed source at any place; who reads must be allowed to. */
  SeekableByteChannel openChannel(String sha256, RecordPermission permission) throws IOException {
    permission.require();
    try {
      return streaming(versionOf(sha256).number())
          .newSeekableDecryptingChannel(Files.newByteChannel(sealed(sha256)), context(sha256));
    } catch (GeneralSecurityException failure) {
      throw new IntakeException("the source " + sha256 + " cannot be decrypted", failure);
    }
  }

  private AesGcmHkdfStreaming streaming(int version) throws GeneralSecurityException {
    return streaming(version, "sources");
  }

  AesGcmHkdfStreaming streaming(int version, String use) throws GeneralSecurityException {
    return new AesGcmHkdfStreaming(
        key.derive(version, use), "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
  }

  private static byte[] context(String sha256) {
    return sha256.getBytes(StandardCharsets.US_ASCII);
  }

  /** Deletes a folder and what is in it, if it is there. */
  static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path visited, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
