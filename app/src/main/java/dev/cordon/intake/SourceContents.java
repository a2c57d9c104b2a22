package dev.cordon.intake;

import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/**
 * The bytes of taken sources, for who may read the operation's records: from the vault, or, where a
 * source is sealed by reference, from the import folder when the original lies there. Thread-safe.
 */
@Service
public class SourceContents {

  private static final int MOST_KNOWN = 1000;

  private final SourceRegister register;
  private final Vaults vaults;
  private final ImportFolder folder;
  private final Map<Seen, String> digests = new ConcurrentHashMap<>();

  SourceContents(SourceRegister register, Vaults vaults, ImportFolder folder) {
    this.register = register;
    this.vaults = vaults;
    this.folder = folder;
  }

  /** A file as it was when its digest was computed. */
  private record Seen(Path file, long sizeBytes, long modifiedMillis) {}

  /** A source's bytes; opened as often as needed, each time from the start. */
  @FunctionalInterface
  public interface Bytes {

    /** The bytes from their start; the caller closes the stream. */
    InputStream open() throws IOException;
  }

  /**
   * The bytes of a source.
   *
   * @throws RefusedException where the original is sealed by reference and does not lie in the
   *     import folder; the message says where to lay it
   */
  public Bytes of(OperationId operation, Source source) {
    register.requireReader(operation);
    if (source.sealing() == SourceReport.Sealing.COPIED) {
      Vault vault = vaults.of(operation);
      return () -> vault.openSource(source.sha256(), () -> register.requireReader(operation));
    }
    Path original = original(source);
    return () -> {
      register.requireReader(operation);
      return Files.newInputStream(original);
    };
  }

  /** The key under which values of this operation are masked. */
  public byte[] maskingKey(OperationId operation) {
    register.requireReader(operation);
    return MaskedValue.key(vaults.of(operation).key());
  }

  private Path original(Source source) {
    Path file;
    try {
      file = folder.find(source.name());
    } catch (RefusedException absent) {
      throw new RefusedException(where(source, "is not there"));
    }
    if (!digest(file, source).equals(source.sha256())) {
      throw new RefusedException(where(source, "is another file of the same name"));
    }
    return file;
  }

  private String where(Source source, String what) {
    return source.name()
        + " holds media and is sealed by reference: its bytes are not in the vault. Lay the"
        + " original (SHA-256 "
        + source.sha256()
        + ") back into the import folder "
        + folder.folder()
        + " under this name; what lies there now "
        + what
        + ".";
  }

  private String digest(Path file, Source source) {
    try {
      Seen seen = new Seen(file, Files.size(file), Files.getLastModifiedTime(file).toMillis());
      if (seen.sizeBytes() != source.sizeBytes()) {
        return "";
      }
      if (digests.size() > MOST_KNOWN) {
        digests.clear();
      }
      return digests.computeIfAbsent(seen, SourceContents::sha256);
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be read", failure);
    }
  }

  private static String sha256(Seen seen) {
    try (InputStream stream = Files.newInputStream(seen.file())) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(stream, digest).transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException failure) {
      throw new UncheckedIOException(seen.file() + " cannot be read", failure);
    }
  }
}
