package dev.cordon.intake;

import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.content.UnpackedStream;
import dev.cordon.intake.internal.FileBytes;
import dev.cordon.intake.internal.Judgement;
import dev.cordon.intake.internal.ProgressListener;
import dev.cordon.intake.internal.SourceReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The second pass over one file: sealed and read into a work folder, moved into place at the end.
 * What is not finished is deleted when closed, or when the vault is opened again.
 */
final class SourceTaking implements AutoCloseable {

  private final Original original;
  private final Vault vault;
  private final Judgement judgement;
  private final PackedLimits limits;
  private final ProgressListener progress;
  private final Path work;
  private final @Nullable Path sealed;
  private final Vault.Version version;
  private boolean isSealedInPlace;

  SourceTaking(
      Original original,
      Vault vault,
      Judgement judgement,
      PackedLimits limits,
      ProgressListener progress,
      boolean copies)
      throws IOException {
    this.original = original;
    this.vault = vault;
    this.judgement = judgement;
    this.limits = limits;
    this.progress = progress;
    this.work = Files.createDirectories(vault.work().resolve(UUID.randomUUID().toString()));
    this.sealed = copies ? work.resolve("source") : null;
    this.version = vault.versionOf(judgement.sha256());
    Files.createDirectories(records());
  }

  /** Where the records are written until all is done. */
  Path records() {
    return work.resolve("records");
  }

  /**
   * Reads the file once more, sealing it on the way; fails when it is not the file judged, or was
   * written while it was read.
   */
  List<String> read(SourceReader reader) throws IOException {
    MessageDigest digest = sha256();
    List<String> notes;
    FileTime written = original.writtenAt();
    try (OutputStream copy = copy();
        InputStream raw = new Copying(original.open(), copy, progress);
        DigestInputStream digesting = new DigestInputStream(raw, digest)) {
      UnpackedStream unpacked = UnpackedStream.of(digesting, limits);
      try (FileBytes bytes = new FileBytes(original, unpacked, unpacked.isPacked(), limits)) {
        notes = reader.read(bytes);
      }
      digesting.transferTo(OutputStream.nullOutputStream());
    }
    boolean isSame = written.equals(original.writtenAt());
    if (!isSame || !HexFormat.of().formatHex(digest.digest()).equals(judgement.sha256())) {
      throw new IntakeException(
          original + " changed while it was read: nothing of it was taken in; run again");
    }
    return notes;
  }

  /** Moves what was made into place, durably; the records come last. */
  void finish() throws IOException {
    Path copied = sealed;
    if (copied != null) {
      UnfinishedSealing.note(work, judgement.sha256());
      Files.setPosixFilePermissions(copied, PosixFilePermissions.fromString("r--------"));
      RecordFolders.force(copied);
      Files.move(copied, vault.sealed(judgement.sha256(), version), StandardCopyOption.ATOMIC_MOVE);
      isSealedInPlace = true;
      RecordFolders.force(vault.sources());
    }
    vault.replaceRecords(judgement.id(), records());
    isSealedInPlace = false;
  }

  @Override
  public void close() throws IOException {
    if (isSealedInPlace && !vault.hasRecords(judgement.id())) {
      Files.deleteIfExists(vault.sealed(judgement.sha256(), version));
    }
    Vault.deleteAll(work);
  }

  private OutputStream copy() throws IOException {
    return sealed == null
        ? OutputStream.nullOutputStream()
        : vault.sealing(sealed, judgement.sha256(), version);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Copies what is read to a second place and tells how much it was. */
  private static final class Copying extends FilterInputStream {

    private final OutputStream copy;
    private final ProgressListener progress;

    Copying(InputStream stream, OutputStream copy, ProgressListener progress) {
      super(stream);
      this.copy = copy;
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = in.read(target, offset, length);
      if (count > 0) {
        copy.write(target, offset, count);
        progress.read(count);
      }
      return count;
    }
  }
}
