package dev.cordon.correspondence;

import dev.cordon.correspondents.OwnKeys;
import dev.cordon.exchange.Bag;
import dev.cordon.exchange.PackageBag;
import dev.cordon.exchange.PackageLimits;
import dev.cordon.exchange.PackageManifest;
import dev.cordon.exchange.SealedPackage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/** Seals packages and messages, and opens what is sealed to one of the own keys. */
@Component
class SealedFiles {

  /** The most bytes taken in at once. */
  static final int LARGEST_BYTES = 64 << 20;

  private static final PackageLimits LIMITS =
      new PackageLimits(2_000, LARGEST_BYTES, LARGEST_BYTES);
  private static final String MESSAGE = "data/message.note";
  private static final byte[] START = "age-encryption.org/".getBytes(StandardCharsets.US_ASCII);

  private final OwnKeys own;

  SealedFiles(OwnKeys own) {
    this.own = own;
  }

  /** Whether it begins as something sealed does. */
  static boolean isSealed(byte[] bytes) {
    return bytes.length > START.length
        && java.util.Arrays.equals(bytes, 0, START.length, START, 0, START.length);
  }

  /** A package's bag for these keys. */
  byte[] sealPackage(Map<String, byte[]> bag, List<String> recipients) {
    byte[] manifest = bag.get("manifest.json");
    if (manifest == null) {
      throw new IllegalArgumentException("a package's bag has its manifest");
    }
    return seal(PackageBag.top(PackageManifest.read(manifest)), bag, recipients);
  }

  /** A signed message for these keys. */
  byte[] sealMessage(String note, List<String> recipients) {
    return seal(
        "message", Bag.of(Map.of(MESSAGE, note.getBytes(StandardCharsets.UTF_8))), recipients);
  }

  private static byte[] seal(String top, Map<String, byte[]> bag, List<String> recipients) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SealedPackage.seal(top, bag, recipients, out);
    return out.toByteArray();
  }

  /**
   * The files of a whole bag sealed to one of the own keys.
   *
   * @throws dev.cordon.exchange.PackageRefusedException naming the check that failed
   */
  SortedMap<String, byte[]> open(byte[] sealed) {
    return SealedPackage.open(new ByteArrayInputStream(sealed), own.identities(), LIMITS);
  }

  /** The signed message a bag carries, if it is no package. */
  static Optional<String> message(Map<String, byte[]> files) {
    byte[] note = files.get(MESSAGE);
    return note == null || files.containsKey("manifest.json")
        ? Optional.empty()
        : Optional.of(new String(note, StandardCharsets.UTF_8));
  }
}
