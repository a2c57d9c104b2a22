package dev.cordon.backup;

import dev.cordon.CordonException;
import dev.cordon.kernel.digest.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/*
 * Each file is one object under a name made of its digest: bytes that are there already are not written again, whatever
 * they are called, and what is there is never rewritten. An object gets its name by one rename; force() puts all new ones
 * on the disk before anything refers to them, in one pass, which a disk does faster than one by one.
 */
/** Sealed files of a place of backups, by content. Not thread-safe. */
final class SealedObjects {

  private static final String PURPOSE = "object";
  private static final int BUFFER_BYTES = 1 << 20;

  private final Path folder;
  private final Path drafts;
  private final BackupKeys keys;
  private final LongConsumer read;
  private final List<Path> unforced = new ArrayList<>();
  private final Set<Path> unforcedFolders = new HashSet<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
  private long addedFiles;
  private long addedBytes;

  /**
   * Over a place.
   *
   * @param read told how many bytes were just read of what is stored or opened
   */
  SealedObjects(BackupPlace place, BackupKeys keys, LongConsumer read) {
    this.folder = place.objects();
    this.drafts = place.drafts();
    this.keys = keys;
    this.read = read;
  }

  /**
   * Stores a file as it is when it is read; it may be written to meanwhile.
   *
   * @param isLikelyThere whether to look first, so that nothing is sealed in vain
   * @return what was stored
   * @throws NoSuchFileException when it vanished
   */
  Content put(Path file, boolean isLikelyThere) throws IOException {
    if (isLikelyThere && Files.size(file) >= BUFFER_BYTES) {
      Content content = digest(file);
      if (has(content)) {
        return content;
      }
    }
    try (FileChannel source = FileChannel.open(file, StandardOpenOption.READ)) {
      return seal(source);
    }
  }

  /** Stores bytes. */
  Content put(byte[] bytes) throws IOException {
    try (ReadableByteChannel source =
        Channels.newChannel(new java.io.ByteArrayInputStream(bytes))) {
      return seal(source);
    }
  }

  /** Whether it is there, as long as it must be. */
  boolean has(Content content) {
    Path object = path(content);
    try {
      return Files.isRegularFile(object, LinkOption.NOFOLLOW_LINKS)
          && Files.size(object) == keys.sealedSize(content.size());
    } catch (IOException gone) {
      return false;
    }
  }

  private Content digest(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    long size = 0;
    try (FileChannel source = FileChannel.open(file, StandardOpenOption.READ)) {
      for (int length = fill(source); length >= 0; length = fill(source)) {
        digest.update(buffer);
        size += length;
      }
    }
    return new Content(HexFormat.of().formatHex(digest.digest()), size);
  }

  private Content seal(ReadableByteChannel source) throws IOException {
    if (fillWhole(source)) {
      Content content = new Content(Sha256.hex(bytes(buffer)), buffer.remaining());
      if (!has(content)) {
        Path draft = draft();
        try (WritableByteChannel sealed = keys.sealing(create(draft), PURPOSE, content.size())) {
          write(sealed);
        }
        add(draft, content);
      }
      return content;
    }
    Path draft = draft();
    MessageDigest digest = Sha256.digest();
    long size = 0;
    try (WritableByteChannel sealed = keys.sealing(create(draft), PURPOSE, Long.MAX_VALUE)) {
      for (int length = buffer.remaining(); length >= 0; length = fill(source)) {
        digest.update(buffer.duplicate());
        write(sealed);
        size += length;
      }
    }
    Content content = new Content(HexFormat.of().formatHex(digest.digest()), size);
    if (has(content)) {
      Files.delete(draft);
    } else {
      add(draft, content);
    }
    return content;
  }

  private Path draft() throws IOException {
    Path draft = drafts.resolve("object");
    Files.deleteIfExists(draft);
    return draft;
  }

  private void add(Path draft, Content content) throws IOException {
    Path object = path(content);
    Path parent = object.resolveSibling("");
    if (unforcedFolders.add(parent)) {
      Files.createDirectories(parent);
    }
    addedBytes += Files.size(draft);
    addedFiles++;
    Files.move(draft, object, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    unforced.add(object);
  }

  private void write(WritableByteChannel sealed) throws IOException {
    while (buffer.hasRemaining()) {
      sealed.write(buffer);
    }
  }

  private static byte[] bytes(ByteBuffer filled) {
    byte[] bytes = new byte[filled.remaining()];
    filled.duplicate().get(bytes);
    return bytes;
  }

  /** Fills the buffer; whether that is all there is, with room to spare. */
  private boolean fillWhole(ReadableByteChannel source) throws IOException {
    buffer.clear();
    int length = 0;
    while (length >= 0 && buffer.hasRemaining()) {
      length = source.read(buffer);
    }
    buffer.flip();
    read.accept(buffer.remaining());
    return length < 0;
  }

  private int fill(ReadableByteChannel source) throws IOException {
    buffer.clear();
    int length = source.read(buffer);
    buffer.flip();
    if (length > 0) {
      read.accept(length);
    }
    return length;
  }

  private static FileChannel create(Path draft) throws IOException {
    return FileChannel.open(
        draft,
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /** Puts all that was stored on the disk. */
  void force() throws IOException {
    for (Path object : unforced) {
      Durable.force(object);
    }
    for (Path parent : unforcedFolders) {
      Durable.force(parent);
    }
    Durable.force(folder);
    unforced.clear();
    unforcedFolders.clear();
  }

  /**
   * Opens one to its end.
   *
   * @param name what it is called in the backup, for messages
   * @throws DamagedException when it is not there or not those bytes
   */
  void open(Content content, String name, WritableByteChannel to) throws IOException {
    Path object = path(content);
    MessageDigest digest = Sha256.digest();
    long size = 0;
    try (FileChannel sealed =
            FileChannel.open(object, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        ReadableByteChannel opened = keys.opening(sealed, PURPOSE, content.size())) {
      long length = sealed.size();
      if (length != keys.sealedSize(content.size())) {
        throw damaged(name, object, keys.sealedSize(content.size()) + " bytes", length + " bytes");
      }
      while (readSealed(opened, name, object) >= 0) {
        buffer.flip();
        size += buffer.remaining();
        digest.update(buffer.duplicate());
        read.accept(buffer.remaining());
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
      }
    } catch (NoSuchFileException missing) {
      throw damaged(name, object, keys.sealedSize(content.size()) + " bytes", "no file");
    }
    Content found = new Content(HexFormat.of().formatHex(digest.digest()), size);
    if (!found.equals(content)) {
      throw damaged(name, object, "sha256 " + content.sha256(), "sha256 " + found.sha256());
    }
  }

  private int readSealed(ReadableByteChannel opened, String name, Path object) throws IOException {
    buffer.clear();
    try {
      return opened.read(buffer);
    } catch (IOException broken) {
      throw damaged(
          name, object, "bytes sealed by this installation", "bytes that were changed or cut");
    }
  }

  private static DamagedException damaged(String name, Path object, String wanted, String found) {
    return new DamagedException(
        name + ": expected " + wanted + ", found " + found + " (in " + object + ")");
  }

  /** Where it lies. */
  Path path(Content content) {
    String name = keys.name(content);
    return folder.resolve(name.substring(0, 2)).resolve(name);
  }

  /** How many objects were new. */
  long addedFiles() {
    return addedFiles;
  }

  /** How many bytes the new objects are, sealed. */
  long addedBytes() {
    return addedBytes;
  }

  /** The reason a write failed, for the person at the terminal. */
  static CordonException failed(Path place, IOException failure) {
    String words = String.valueOf(failure.getMessage());
    boolean isFull =
        words.contains("No space left") || words.contains("quota") || words.contains("too large");
    return new CordonException(
        isFull
            ? "no space left in "
                + place
                + " ("
                + words
                + "). Nothing there counts as a backup that did not before. Make room and start"
                + " again: what was copied is used."
            : "can not read or write: "
                + failure
                + ". Nothing in "
                + place
                + " counts as a backup that did not before. Start again: what was copied is used.",
        failure);
  }
}
