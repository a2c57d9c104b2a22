package dev.cordon.ground;

import dev.cordon.CordonException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.function.Supplier;

/**
 * Secrets of this installation, one per owner-only file, made when first asked for.
 *
 * <p>Promises: 256 bits from the platform's secure random source; a file is complete or absent.
 * Does not promise: protection from whoever may read the owner's files; wrapping by an operator's
 * key comes with key management.
 */
public final class Secrets {

  private static final int SECRET_SIZE_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path directory;

  /** Over a directory only its owner may read. */
  public Secrets(Path directory) {
    this.directory = directory;
  }

  /** The secret of that name as text without white space, made when absent. */
  public String text(String name) {
    return text(name, Secrets::random);
  }

  /** The secret of that name, made by {@code maker} when absent. */
  public String text(String name, Supplier<String> maker) {
    Path file = file(name);
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      String secret = maker.get();
      write(file, secret);
      return secret;
    } catch (IOException failed) {
      throw new CordonException("can not read or write the secret " + file + ".", failed);
    }
  }

  /** The owner-only file in which the secret of that name lies, for programs that read it. */
  public Path file(String name) {
    return directory.resolve(name);
  }

  /** A new random secret: 256 bits in base64url. */
  public static String random() {
    byte[] bytes = new byte[SECRET_SIZE_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void write(Path file, String secret) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    try (FileChannel channel =
        FileChannel.open(
            draft,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(StandardCharsets.UTF_8.encode(secret + "\n"));
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
