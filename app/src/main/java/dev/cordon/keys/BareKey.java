package dev.cordon.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A key of an earlier version, in a file of its own and not wrapped.
 *
 * @param bytes the key; zeroed when it is no longer needed
 */
record BareKey(Path file, UUID operation, byte[] bytes) {

  private static final Pattern NAME = Pattern.compile("vault-([0-9a-f-]{36})\\.key");

  /** Those in a folder. */
  static List<BareKey> in(Path folder) {
    List<BareKey> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          found.add(new BareKey(file, UUID.fromString(name.group(1)), read(file)));
        }
      }
    } catch (IOException failure) {
      throw new KeyException("the folder " + folder + " can not be read", failure);
    }
    return found;
  }

  /** Passes when this is the key that is kept wrapped. */
  void requireSame(byte[] kept) {
    if (!MessageDigest.isEqual(kept, bytes)) {
      throw new KeyException(
          "the key "
              + file
              + " differs from the one that is wrapped. Look which of them the"
              + " operation's files need; nothing was changed.");
    }
  }

  /** Removes the file; the key is wrapped on disk by then. */
  void remove(KeyFile.Steps steps) {
    Arrays.fill(bytes, (byte) 0);
    try {
      steps.before("bare key");
      Files.delete(file);
      KeyFile.force(file.resolveSibling("."));
    } catch (IOException failure) {
      throw new KeyException("the bare key " + file + " can not be removed", failure);
    }
  }

  private static byte[] read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length != KeyRing.KEY_SIZE_BYTES) {
      throw new KeyException(
          "the key "
              + file
              + " has "
              + bytes.length
              + " bytes instead of "
              + KeyRing.KEY_SIZE_BYTES
              + ". Bring it back from a backup.");
    }
    return bytes;
  }

  @Override
  public String toString() {
    return "BareKey[" + file + "]";
  }
}
