package dev.cordon.exchange;

import dev.cordon.exchange.BagList.Algorithm;
import dev.cordon.exchange.PackageRefusedException.Check;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder that lists its own files (BagIt 1.0, RFC 8493), as files by path: {@code bagit.txt},
 * {@code bag-info.txt}, manifests and tag manifests by SHA-256 and SHA-512, the payload under
 * {@code data/}, and other files of the maker's beside them.
 *
 * <p>Promises: a checked bag is complete, each file as listed, and unpacks to the same files on
 * every system. Does not promise who made it: the lists are not signed, {@link PackageTrust} is
 * about that. Stateless; any thread.
 */
public final class Bag {

  /** The declaration, word for word. */
  static final String DECLARATION = "bagit.txt";

  /** What the maker says of it. */
  public static final String INFO = "bag-info.txt";

  private static final byte[] DECLARED =
      "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".getBytes(StandardCharsets.UTF_8);
  private static final String PAYLOAD = "data/";

  private Bag() {}

  /**
   * A whole bag; the same files give the same bytes.
   *
   * @param files the payload, each path under {@code data/}, and other files at the top, {@code
   *     bag-info.txt} among them if it is wanted
   * @return these files with the bag's own lists
   * @throws PackageRefusedException when a path is unsafe or one of the lists' own
   */
  public static SortedMap<String, byte[]> of(Map<String, byte[]> files) {
    SortedMap<String, byte[]> payload = new TreeMap<>();
    SortedMap<String, byte[]> tags = new TreeMap<>();
    files.forEach((path, content) -> {
      requireOwn(BagPaths.checked(path));
      (path.startsWith(PAYLOAD) ? payload : tags).put(path, content);
    });
    BagPaths.requireDistinct(files.keySet());
    tags.put(DECLARATION, DECLARED.clone());
    for (Algorithm algorithm : Algorithm.values()) {
      tags.put(algorithm.manifest(), BagList.of(algorithm, payload).bytes());
    }
    SortedMap<String, byte[]> all = new TreeMap<>(payload);
    all.putAll(tags);
    for (Algorithm algorithm : Algorithm.values()) {
      all.put(algorithm.tagManifest(), BagList.of(algorithm, tags).bytes());
    }
    return all;
  }

  /** Whether the path is a list the bag makes itself. */
  static boolean isOwn(String path) {
    boolean list =
        (path.startsWith("manifest-") || path.startsWith("tagmanifest-")) && path.endsWith(".txt");
    return list || path.equals(DECLARATION);
  }

  private static void requireOwn(String path) {
    if (isOwn(path) || path.equals("fetch.txt")) {
      throw new PackageRefusedException(Check.PATHS, "path '" + path + "' is the bag's own");
    }
  }

  /**
   * Checks a bag of any maker: declaration, complete payload and tag files, each digest.
   *
   * @throws PackageRefusedException naming the first check that failed, and on which file
   */
  public static void check(Map<String, byte[]> files) {
    files.keySet().forEach(BagPaths::checked);
    BagPaths.requireDistinct(files.keySet());
    requireDeclaration(files.get(DECLARATION));
    if (files.containsKey("fetch.txt")) {
      throw new PackageRefusedException(
          Check.FILES, "fetch.txt names files that are elsewhere; the bag must be complete");
    }
    List<String> payload =
        files.keySet().stream().filter(path -> path.startsWith(PAYLOAD)).toList();
    int lists = 0;
    for (Algorithm algorithm : Algorithm.values()) {
      byte[] manifest = files.get(algorithm.manifest());
      if (manifest != null) {
        lists++;
        BagList listed = BagList.read(algorithm.manifest(), algorithm, manifest);
        requireComplete(algorithm.manifest(), listed, payload);
        requireDigests(algorithm.manifest(), listed, files);
      }
    }
    if (lists == 0) {
      throw new PackageRefusedException(
          Check.BAG, "no manifest by SHA-256 or SHA-512; weaker digests are not enough");
    }
    checkTags(files);
    BagInfo.requireOxum(files.get(INFO), payload.stream().map(files::get).toList());
  }

  private static void requireDeclaration(byte @Nullable [] bytes) {
    if (bytes == null) {
      throw new PackageRefusedException(Check.PRESENT, DECLARATION + " is missing");
    }
    String text = BagList.text(DECLARATION, bytes).replace("\r\n", "\n").replace('\r', '\n');
    String declared = new String(DECLARED, StandardCharsets.UTF_8);
    if (!text.equals(declared) && !(text + "\n").equals(declared)) {
      throw new PackageRefusedException(
          Check.BAG, DECLARATION + " does not declare BagIt 1.0 with UTF-8");
    }
  }

  private static void requireComplete(String name, BagList listed, List<String> payload) {
    List<String> missing = new ArrayList<>(listed.digests().keySet());
    missing.removeAll(new HashSet<>(payload));
    if (!missing.isEmpty()) {
      throw new PackageRefusedException(
          Check.FILES, BagPaths.shown(missing.getFirst()) + ", listed in " + name + ", is missing");
    }
    for (String path : payload) {
      if (!listed.digests().containsKey(path)) {
        throw new PackageRefusedException(
            Check.FILES, BagPaths.shown(path) + " is not listed in " + name);
      }
    }
  }

  private static void requireDigests(String name, BagList listed, Map<String, byte[]> files) {
    listed
        .digests()
        .forEach((path, digest) -> {
          byte[] content = files.get(path);
          if (content == null) {
            throw new PackageRefusedException(
                Check.FILES, BagPaths.shown(path) + ", listed in " + name + ", is missing");
          }
          if (!listed.algorithm().digest(content).equals(digest)) {
            throw new PackageRefusedException(
                Check.DIGESTS, BagPaths.shown(path) + " is not as listed in " + name);
          }
        });
  }

  private static void checkTags(Map<String, byte[]> files) {
    for (Algorithm algorithm : Algorithm.values()) {
      byte[] manifest = files.get(algorithm.tagManifest());
      if (manifest != null) {
        requireDigests(
            algorithm.tagManifest(),
            BagList.read(algorithm.tagManifest(), algorithm, manifest),
            files);
      }
    }
  }
}
