package dev.cordon.exchange;

import dev.cordon.exchange.PackageRefusedException.Check;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The start of an age file, looked at before any key is tried: its version, and how many keys. */
final class SealedHeader {

  private static final String VERSION = "age-encryption.org/v1\n";
  private static final String FAMILY = "age-encryption.org/";
  private static final int LARGEST_BYTES = 16 << 10;

  private SealedHeader() {}

  /** Whether the bytes begin as an age file of any version does. */
  static boolean recognises(byte[] start) {
    return new String(start, 0, Math.min(start.length, FAMILY.length()), StandardCharsets.US_ASCII)
        .equals(FAMILY);
  }

  /** The bytes read so far, the whole header among them. */
  static byte[] checked(InputStream in) throws IOException {
    byte[] start = in.readNBytes(LARGEST_BYTES);
    if (!recognises(start)) {
      throw new PackageRefusedException(
          Check.SEALED, "it does not begin as a file sealed with age; was it converted to text?");
    }
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (!text.startsWith(VERSION)) {
      throw new PackageRefusedException(
          Check.FORMAT, "it is sealed with a version of age that this Cordon cannot open");
    }
    int end = text.indexOf("\n--- ");
    if (end < 0) {
      throw new PackageRefusedException(
          Check.UNCHANGED,
          "its header does not end within " + LARGEST_BYTES + " bytes; it was changed or cut off");
    }
    long keys = text.substring(0, end).lines().filter(line -> line.startsWith("-> ")).count();
    if (keys > 2 * SealedPackage.MOST_RECIPIENTS) {
      throw new PackageRefusedException(
          Check.BOUNDS, "it is sealed to " + keys + " keys; a package is sealed to few");
    }
    return start;
  }
}
