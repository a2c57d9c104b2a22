package dev.cordon.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * All wrapped keys in one file, replaced as a whole, so that at every moment there is one complete
 * file under one operator's key.
 *
 * @param done decided changes that are carried out already
 */
record KeyFile(
    int format,
    OperatorRecord operator,
    List<Wrapped> keys,
    List<Destroyed> destroyed,
    List<UUID> done) {

  static final int FORMAT = 1;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  KeyFile {
    keys = List.copyOf(keys);
    destroyed = List.copyOf(destroyed);
    done = List.copyOf(done);
  }

  /** A data key under the operator's key. */
  record Wrapped(UUID operation, int version, String madeAt, byte[] wrapped) {}

  /** That an operation's keys are gone. */
  record Destroyed(UUID operation, String at) {}

  /** Told before each step that writes; a test stops there as a kill would. */
  @FunctionalInterface
  interface Steps {

    Steps NONE = step -> {};

    void before(String step) throws IOException;
  }

  /** The versions of an operation's key, oldest first. */
  List<Integer> versions(UUID operation) {
    return keys.stream()
        .filter(key -> key.operation().equals(operation))
        .map(Wrapped::version)
        .sorted()
        .toList();
  }

  /** The newest version of an operation's key; 0 where there is none. */
  int newest(UUID operation) {
    List<Integer> versions = versions(operation);
    return versions.isEmpty() ? 0 : versions.getLast();
  }

  /** One version of an operation's key. */
  Optional<Wrapped> wrapped(UUID operation, int version) {
    return keys.stream()
        .filter(key -> key.operation().equals(operation) && key.version() == version)
        .findFirst();
  }

  /** That an operation's keys are gone, if they are. */
  Optional<Destroyed> destroyed(UUID operation) {
    return destroyed.stream().filter(one -> one.operation().equals(operation)).findFirst();
  }

  /** The same with one key more. */
  KeyFile with(Wrapped key) {
    List<Wrapped> more = new ArrayList<>(keys);
    more.add(key);
    return new KeyFile(format, operator, more, destroyed, done);
  }

  /** The same without any key of an operation. */
  KeyFile without(UUID operation, Instant at) {
    List<Destroyed> gone = new ArrayList<>(destroyed);
    gone.add(new Destroyed(operation, at.toString()));
    return new KeyFile(
        format,
        operator,
        keys.stream().filter(key -> !key.operation().equals(operation)).toList(),
        gone,
        done);
  }

  /** The same, with a decided change carried out. */
  KeyFile done(UUID change) {
    List<UUID> more = new ArrayList<>(done);
    more.add(change);
    return new KeyFile(format, operator, keys, destroyed, more);
  }

  static KeyFile read(Path file) {
    try {
      KeyFile read = JSON.readValue(Files.readAllBytes(file), KeyFile.class);
      if (read.format() != FORMAT) {
        throw new KeyException(
            "the key file "
                + file
                + " has format "
                + read.format()
                + ", this Cordon knows "
                + FORMAT
                + ". Use the Cordon that wrote it.");
      }
      return read;
    } catch (IOException | JacksonException | NullPointerException failure) {
      throw new KeyException(
          "the key file " + file + " can not be read. Bring it back from a backup.");
    }
  }

  void write(Path file, Steps steps) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    steps.before("draft");
    Files.deleteIfExists(draft);
    byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    try (FileChannel channel =
        FileChannel.open(
            draft,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer first = ByteBuffer.wrap(bytes, 0, bytes.length / 2);
      ByteBuffer second = ByteBuffer.wrap(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
      writeFully(channel, first);
      steps.before("half");
      writeFully(channel, second);
      steps.before("force");
      channel.force(true);
    }
    steps.before("move");
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    steps.before("folder");
    force(file.resolveSibling("."));
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
