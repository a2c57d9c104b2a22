package dev.cordon.correspondents;

import dev.cordon.CordonException;
import dev.cordon.ground.DataDirectory;
import dev.cordon.kernel.merkle.NoteSigner;
import dev.cordon.keys.Aead;
import dev.cordon.keys.KeyRing;
import dev.cordon.keys.OperationKeys;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The file of the own keys: a line each, sealed under the installation's ring.
 *
 * <p>The signing key of earlier versions lay in a file of its own and not wrapped; it is taken
 * over, and its file removed when the wrapped one is on disk.
 */
@Component
class OwnKeyFile {

  private static final String NAME = "agency-keys.sealed";
  private static final String BARE = "dispatch-key";
  private static final String USE = "agency keys";
  private static final byte[] CONTEXT = "cordon agency keys 1".getBytes(StandardCharsets.US_ASCII);

  private final Path secrets;
  private final KeyRing ring;

  OwnKeyFile(DataDirectory directory, OperationKeys keys) {
    this.secrets = directory.secrets();
    this.ring = keys.installation();
  }

  /** The keys, oldest first; empty before the first start. */
  List<OwnKey> read() {
    Path file = secrets.resolve(NAME);
    if (Files.notExists(file)) {
      return List.of();
    }
    try {
      ByteBuffer sealed = ByteBuffer.wrap(Files.readAllBytes(file));
      if (sealed.remaining() <= Integer.BYTES) {
        throw new CordonException("the file " + file + " is cut. Bring it back from a backup.");
      }
      byte[] key = ring.derive(sealed.getInt(), USE);
      byte[] body = new byte[sealed.remaining()];
      sealed.get(body);
      byte[] plain = new Aead(key).open(body, CONTEXT);
      Arrays.fill(key, (byte) 0);
      return new String(plain, StandardCharsets.UTF_8).lines().map(OwnKeyFile::key).toList();
    } catch (IOException failed) {
      throw new CordonException("the file " + file + " can not be read.", failed);
    }
  }

  /** Replaces the file as a whole. */
  void write(List<OwnKey> keys) {
    List<String> lines = new ArrayList<>();
    keys.forEach(key ->
        lines.add(
            String.join(
                "\t",
                key.madeAt().toString(),
                key.identity(),
                key.recipient(),
                key.signer().secret())));
    int version = ring.newest();
    byte[] key = ring.derive(version, USE);
    byte[] sealed =
        new Aead(key).seal(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), CONTEXT);
    Arrays.fill(key, (byte) 0);
    write(ByteBuffer.allocate(Integer.BYTES + sealed.length).putInt(version).put(sealed).flip());
  }

  private void write(ByteBuffer bytes) {
    Path file = secrets.resolve(NAME);
    Path draft = secrets.resolve(NAME + ".new");
    try {
      Files.deleteIfExists(draft);
      try (FileChannel channel =
          FileChannel.open(
              draft,
              EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel folder = FileChannel.open(secrets, StandardOpenOption.READ)) {
        folder.force(true);
      }
    } catch (IOException failed) {
      throw new CordonException(
          "the file " + file + " can not be written; the keys are as they were.", failed);
    }
  }

  /** The signing key of an earlier version, if it still lies bare. */
  Optional<NoteSigner> bareSigner() {
    Path bare = secrets.resolve(BARE);
    try {
      return Files.exists(bare)
          ? Optional.of(NoteSigner.parse(Files.readString(bare)))
          : Optional.empty();
    } catch (IOException failed) {
      throw new CordonException("the key " + bare + " can not be read.", failed);
    }
  }

  /** Removes the bare file of an earlier version. */
  void removeBare() {
    try {
      Files.deleteIfExists(secrets.resolve(BARE));
    } catch (IOException failed) {
      throw new CordonException(
          "the key " + secrets.resolve(BARE) + " can not be removed.", failed);
    }
  }

  private static OwnKey key(String line) {
    String[] parts = line.split("\t", -1);
    return new OwnKey(NoteSigner.parse(parts[3]), parts[1], parts[2], Instant.parse(parts[0]));
  }
}
