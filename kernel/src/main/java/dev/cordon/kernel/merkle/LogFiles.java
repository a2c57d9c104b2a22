package dev.cordon.kernel.merkle;

import dev.cordon.kernel.KernelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A log's files in a directory: whole or absent, on the disk before they are named. */
final class LogFiles {

  private final Path directory;

  LogFiles(Path directory) {
    this.directory = directory;
  }

  Optional<String> checkpoint() {
    Path file = directory.resolve(Tiles.CHECKPOINT);
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString());
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (CharacterCodingException malformed) {
      throw new ProofException(Check.FORM, "the checkpoint is not UTF-8");
    } catch (IOException failed) {
      throw new KernelException("can not read " + file, failed);
    }
  }

  /** The first hashes of a tile; a full tile stands in for a partial one that is gone. */
  List<Hash> tile(int level, long index, int width) {
    byte[] bytes = read(Tiles.tilePath(level, index, width), Tiles.tilePath(level, index, 256));
    if (bytes.length != width * Hash.SIZE_BYTES && bytes.length != Tiles.WIDTH * Hash.SIZE_BYTES) {
      throw new ProofException(
          Check.LENGTH,
          Tiles.tilePath(level, index, width)
              + " has "
              + bytes.length
              + " bytes instead of "
              + width * Hash.SIZE_BYTES);
    }
    List<Hash> hashes = new ArrayList<>(width);
    for (int number = 0; number < width; number++) {
      byte[] hash = new byte[Hash.SIZE_BYTES];
      System.arraycopy(bytes, number * Hash.SIZE_BYTES, hash, 0, Hash.SIZE_BYTES);
      hashes.add(Hash.of(hash));
    }
    return hashes;
  }

  List<byte[]> entries(long index, int width) {
    String path = Tiles.entriesPath(index, width);
    try {
      return Tiles.entries(read(path, Tiles.entriesPath(index, Tiles.WIDTH)), width);
    } catch (ProofException refused) {
      throw new ProofException(refused.check(), path + ": " + refused.getMessage());
    }
  }

  void writeTile(int level, long index, List<Hash> hashes) {
    ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Hash.SIZE_BYTES);
    hashes.forEach(hash -> bytes.put(hash.bytes()));
    write(Tiles.tilePath(level, index, hashes.size()), bytes.array());
  }

  void writeEntries(long index, List<byte[]> entries) {
    write(Tiles.entriesPath(index, entries.size()), Tiles.bundle(entries));
  }

  void writeCheckpoint(String note) {
    write(Tiles.CHECKPOINT, note.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] read(String path, String fallback) {
    try {
      Path file = directory.resolve(path);
      return Files.readAllBytes(Files.exists(file) ? file : directory.resolve(fallback));
    } catch (NoSuchFileException absent) {
      throw new ProofException(Check.PRESENCE, path + " is missing");
    } catch (IOException failed) {
      throw new KernelException("can not read " + directory.resolve(path), failed);
    }
  }

  private void write(String path, byte[] bytes) {
    Path file = directory.resolve(path);
    Path folder = Objects.requireNonNull(file.getParent());
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceDirectory(folder);
    } catch (IOException failed) {
      throw new KernelException(
          "can not write " + file + ": " + failed.getMessage() + ". Is the disk full?", failed);
    }
  }

  /** So that the name too survives a loss of power. */
  private static void forceDirectory(Path parent) throws IOException {
    try (FileChannel channel = FileChannel.open(parent, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
