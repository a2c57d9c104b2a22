package dev.cordon.exchange;

import dev.cordon.exchange.PackageManifest.FileEntry;
import dev.cordon.exchange.PackageRefusedException.Check;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A package of the first form, as a folder: {@code manifest.json}, {@code manifest.note} (the
 * signed note over the manifest's digest) and the files under {@code data/}.
 *
 * <p>Verification promises that the folder holds exactly the signed files, byte for byte. It does
 * not promise that the signer was right, nor that nobody else read them: the folder is not sealed.
 */
public final class PackageFolder {

  /** The manifest's name in a package of any form. */
  public static final String MANIFEST = "manifest.json";

  /** The name of the signed note over its digest. */
  public static final String NOTE = "manifest.note";

  private static final int MAXIMUM_MANIFEST_BYTES = 16 << 20;
  private static final String HEADER = "cordon package manifest 1";

  private PackageFolder() {}

  /** A file's entry for the manifest; its path begins with {@code data/}. */
  public static FileEntry entry(String path, byte[] content) {
    return new FileEntry(path, content.length, sha256(content));
  }

  /** The text that is signed for a manifest. */
  public static String textToSign(byte[] manifest) {
    return HEADER + "\nsha256 " + sha256(manifest) + "\n";
  }

  /** Writes a folder from a manifest, its signed note and its files. The folder must be new. */
  public static void write(Path folder, byte[] manifest, String note, Map<String, byte[]> files) {
    try {
      Files.createDirectory(folder);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path target = inside(folder, file.getKey());
        Path parent = target.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        Files.write(target, file.getValue());
      }
      Files.write(folder.resolve(MANIFEST), manifest);
      Files.writeString(folder.resolve(NOTE), note);
    } catch (IOException e) {
      throw new UncheckedIOException("The package cannot be written to " + folder, e);
    }
  }

  /**
   * Checks a folder and gives its manifest.
   *
   * @throws PackageRefusedException naming the first check that failed
   */
  public static PackageManifest verify(Path folder, NoteOpener keys) {
    byte[] manifestBytes = small(folder, MANIFEST);
    String note = new String(small(folder, NOTE), StandardCharsets.UTF_8);
    PackageManifest manifest = opened(manifestBytes, note, keys);
    for (FileEntry file : manifest.files()) {
      inside(folder, file.path());
    }
    checkFiles(folder, manifest.files());
    for (FileEntry file : manifest.files()) {
      checkContent(folder, file);
    }
    return manifest;
  }

  private static PackageManifest opened(byte[] manifestBytes, String note, NoteOpener keys) {
    String text;
    try {
      text = keys.open(note);
    } catch (RuntimeException e) {
      throw new PackageRefusedException(Check.SIGNATURE, String.valueOf(e.getMessage()));
    }
    if (!text.equals(textToSign(manifestBytes))) {
      throw new PackageRefusedException(
          Check.MANIFEST_DIGEST, "the signed note is about another manifest");
    }
    PackageManifest manifest;
    try {
      manifest = PackageManifest.read(manifestBytes);
    } catch (ExchangeException e) {
      throw new PackageRefusedException(Check.FORMAT, String.valueOf(e.getMessage()));
    }
    if (manifest.format() != PackageManifest.FOLDER) {
      throw new PackageRefusedException(
          Check.FORMAT, "format " + manifest.format() + " is a bag, not a plain folder");
    }
    return manifest;
  }

  private static byte[] small(Path folder, String name) {
    Path file = folder.resolve(name);
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new PackageRefusedException(Check.PRESENT, name + " is missing");
      }
      if (Files.size(file) > MAXIMUM_MANIFEST_BYTES) {
        throw new PackageRefusedException(
            Check.PRESENT, name + " is larger than " + MAXIMUM_MANIFEST_BYTES + " bytes");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  private static Path inside(Path folder, String path) {
    List<String> parts = List.of(path.split("/", -1));
    boolean plain = parts.stream().allMatch(part -> part.matches("[A-Za-z0-9_][A-Za-z0-9._-]*"));
    if (!plain || parts.size() < 2 || !parts.getFirst().equals("data")) {
      throw new PackageRefusedException(Check.PATHS, "path '" + path + "' is not a plain data/…");
    }
    return folder.resolve(path);
  }

  private static void checkFiles(Path folder, List<FileEntry> listed) {
    TreeSet<String> expected = new TreeSet<>(List.of(MANIFEST, NOTE));
    listed.forEach(file -> expected.add(file.path()));
    TreeSet<String> found = new TreeSet<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .forEach(path -> {
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
              throw new PackageRefusedException(
                  Check.FILES, folder.relativize(path) + " is no plain file");
            }
            found.add(folder.relativize(path).toString().replace('\\', '/'));
          });
    } catch (IOException e) {
      throw new UncheckedIOException("The package folder cannot be read", e);
    }
    TreeSet<String> missing = new TreeSet<>(expected);
    missing.removeAll(found);
    if (!missing.isEmpty()) {
      throw new PackageRefusedException(Check.FILES, missing.first() + " is missing");
    }
    found.removeAll(expected);
    if (!found.isEmpty()) {
      throw new PackageRefusedException(Check.FILES, found.first() + " is not listed");
    }
  }

  private static void checkContent(Path folder, FileEntry listed) {
    Path file = folder.resolve(listed.path());
    try {
      long size = Files.size(file);
      if (size != listed.size()) {
        throw new PackageRefusedException(
            Check.SIZES, listed.path() + " has " + size + " bytes, listed are " + listed.size());
      }
      try (InputStream content = Files.newInputStream(file)) {
        if (!sha256(content).equals(listed.sha256())) {
          throw new PackageRefusedException(Check.DIGESTS, listed.path() + " was changed");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(listed.path() + " cannot be read", e);
    }
  }

  /** SHA-256 of the bytes, in hex. */
  public static String sha256(byte[] content) {
    return HexFormat.of().formatHex(newDigest().digest(content));
  }

  private static String sha256(InputStream content) throws IOException {
    MessageDigest digest = newDigest();
    byte[] buffer = new byte[1 << 16];
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new ExchangeException("this Java has no SHA-256", e);
    }
  }
}
