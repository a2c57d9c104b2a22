package dev.cordon.cli;

import dev.cordon.exchange.Bag;
import dev.cordon.exchange.BagFolder;
import dev.cordon.exchange.CheckedPackage;
import dev.cordon.exchange.ExchangeException;
import dev.cordon.exchange.KnownKey;
import dev.cordon.exchange.PackageArchive;
import dev.cordon.exchange.PackageExpectation;
import dev.cordon.exchange.PackageLimits;
import dev.cordon.exchange.PackageRefusedException;
import dev.cordon.exchange.PackageTrust;
import dev.cordon.exchange.SealedPackage;
import dev.cordon.kernel.merkle.NoteKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A package of today's form: sealed, as a TAR, or as a folder. */
final class PackageVerification {

  private static final int START_BYTES = 512;
  private static final int LARGEST_IDENTITY_BYTES = 64 << 10;

  private PackageVerification() {}

  /** A folder that declares to be a bag, or a file that begins as a sealed one or a TAR does. */
  static boolean isPackage(Path path) {
    if (Files.isDirectory(path)) {
      return Files.isRegularFile(path.resolve("bagit.txt"));
    }
    byte[] start = start(path);
    return SealedPackage.recognises(start) || PackageArchive.recognises(start);
  }

  /** The folder of the first form has no declaration. */
  static boolean isFirstForm(Path path) {
    return Files.isRegularFile(path.resolve("manifest.json")) && !isPackage(path);
  }

  static List<Finding> of(
      Path path, Optional<Path> identity, List<NoteKey> trusted, Set<String> recipients)
      throws IOException {
    List<Finding> findings = new ArrayList<>();
    try {
      Map<String, byte[]> files = files(path, identity, findings);
      CheckedPackage checked =
          PackageTrust.check(
              files,
              trusted.stream().map(KnownKey::of).toList(),
              recipients.isEmpty()
                  ? PackageExpectation.NONE
                  : PackageExpectation.forRecipients(recipients));
      checked
          .results()
          .forEach(result ->
              findings.add(new Finding(result.check().label(), result.held(), result.detail())));
    } catch (PackageRefusedException refused) {
      findings.add(new Finding(refused.check().label(), false, refused.detail()));
    }
    return findings;
  }

  private static Map<String, byte[]> files(
      Path path, Optional<Path> identity, List<Finding> findings) throws IOException {
    if (Files.isDirectory(path)) {
      return BagFolder.read(path, PackageLimits.USUAL);
    }
    boolean sealed = SealedPackage.recognises(start(path));
    try (InputStream in = Files.newInputStream(path)) {
      if (!sealed) {
        Map<String, byte[]> files = PackageArchive.read(in, PackageLimits.USUAL);
        Bag.check(files);
        return files;
      }
      Path secret =
          identity.orElseThrow(() ->
              new ExchangeException(
                  path + " is sealed. Give the file with the secret key with --identity."));
      Map<String, byte[]> files = SealedPackage.open(in, identities(secret), PackageLimits.USUAL);
      findings.add(new Finding("sealed to this key", true, "opened, whole and unchanged"));
      return files;
    }
  }

  private static List<String> identities(Path secret) throws IOException {
    if (Files.size(secret) > LARGEST_IDENTITY_BYTES) {
      throw new ExchangeException(secret + " is larger than a file of secret keys can be.");
    }
    List<String> identities =
        Files.readString(secret)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    if (identities.isEmpty()) {
      throw new ExchangeException(secret + " holds no line that begins with AGE-SECRET-KEY-1.");
    }
    return identities;
  }

  private static byte[] start(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(START_BYTES);
    } catch (IOException unreadable) {
      return new byte[0];
    }
  }
}
