package dev.cordon.kernel.merkle;

import dev.cordon.kernel.KernelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads a log's files in a directory. Thread-safe. */
final class LogFiles {

  private static final int LARGEST_NOTE_BYTES = 1_000_000;

  /** A bundle of the longest entries, with their lengths. */
  private static final int LARGEST_FILE_BYTES =
      Tiles.WIDTH * (Short.BYTES + Tiles.LARGEST_ENTRY_BYTES);

  private final Path directory;

  LogFiles(Path directory) {
    this.directory = directory;
  }

  Path directory() {
    return directory;
  }

  Optional<String> checkpoint() {
    return note(Tiles.CHECKPOINT);
  }

  /** A note's text; none where there is no such file. */
  Optional<String> note(String path) {
    Path file = directory.resolve(path);
    try {
      if (Files.size(file) > LARGEST_NOTE_BYTES) {
        throw new ProofException(Check.FORM, path + " is larger than a note can be");
      }
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString());
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (CharacterCodingException malformed) {
      throw new ProofException(Check.FORM, path + " is not UTF-8");
    } catch (IOException failed) {
      throw new KernelException("can not read " + file, failed);
    }
  }

  /** The sizes of the checkpoints kept from before, ascending. */
  long[] kept() {
    Path folder = directory.resolve(Tiles.KEPT);
    if (!Files.isDirectory(folder)) {
      return new long[0];
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.endsWith(LogDrafts.DRAFT))
          .mapToLong(LogFiles::keptSize)
          .sorted()
          .toArray();
    } catch (IOException failed) {
      throw new KernelException("can not read " + folder, failed);
    }
  }

  private static long keptSize(String name) {
    if (!name.matches("0|[1-9][0-9]{0,17}")) {
      throw new ProofException(
          Check.STRAY, Tiles.KEPT + "/" + name + " is no file of a ledger: a size names each");
    }
    return Long.parseLong(name);
  }

  /** The first hashes of a tile; a wider one stands in for a partial one that is gone. */
  List<Hash> tile(int level, long index, int width) {
    byte[] bytes = tileBytes(level, index, width);
    List<Hash> hashes = new ArrayList<>(width);
    for (int number = 0; number < width; number++) {
      hashes.add(Hash.at(bytes, number * Hash.SIZE_BYTES));
    }
    return hashes;
  }

  /** At least the first hashes of a tile, one after the other. */
  byte[] tileBytes(int level, long index, int width) {
    int found =
        widest(width, Tiles.tilePath(level, index, Tiles.WIDTH))
            .orElseThrow(() -> missing(Tiles.tilePath(level, index, width)));
    String path = Tiles.tilePath(level, index, found);
    byte[] bytes = read(path);
    if (bytes.length != found * Hash.SIZE_BYTES) {
      throw new ProofException(
          Check.LENGTH,
          path + " has " + bytes.length + " bytes instead of " + found * Hash.SIZE_BYTES);
    }
    return bytes;
  }

  List<byte[]> entries(long index, int width) {
    return Tiles.entries(bundle(index, width), width);
  }

  /** A bundle that holds at least so many entries. */
  byte[] bundle(long index, int width) {
    int found =
        widest(width, Tiles.entriesPath(index, Tiles.WIDTH))
            .orElseThrow(() -> missing(Tiles.entriesPath(index, width)));
    String path = Tiles.entriesPath(index, found);
    byte[] bytes = read(path);
    int end = named(path, () -> Tiles.begins(bytes, found)[found]);
    if (end != bytes.length) {
      throw new ProofException(
          Check.LENGTH, path + ": " + (bytes.length - end) + " bytes follow its last entry");
    }
    return bytes;
  }

  /** Names the file in what is wrong with it. */
  static <T> T named(String path, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ProofException refused) {
      String message = String.valueOf(refused.getMessage());
      throw message.startsWith(path)
          ? refused
          : new ProofException(refused.check(), path + ": " + message);
    }
  }

  private OptionalInt widest(int width, String full) {
    if (width < Tiles.WIDTH && Files.exists(directory.resolve(full + Tiles.PARTIAL + width))) {
      return OptionalInt.of(width);
    }
    if (Files.exists(directory.resolve(full))) {
      return OptionalInt.of(Tiles.WIDTH);
    }
    return IntStream.range(width + 1, Tiles.WIDTH)
        .filter(wider -> Files.exists(directory.resolve(full + Tiles.PARTIAL + wider)))
        .findFirst();
  }

  byte[] read(String path) {
    Path file = directory.resolve(path);
    try {
      if (Files.size(file) > LARGEST_FILE_BYTES) {
        throw new ProofException(Check.LENGTH, path + " is larger than any tile or bundle");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException absent) {
      throw missing(path);
    } catch (IOException failed) {
      throw new KernelException("can not read " + file, failed);
    }
  }

  private static ProofException missing(String path) {
    return new ProofException(Check.PRESENCE, path + " is missing");
  }
}
