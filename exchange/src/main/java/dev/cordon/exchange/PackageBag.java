package dev.cordon.exchange;

import dev.cordon.exchange.PackageManifest.FileEntry;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A package of today's form: a bag whose {@code manifest.json} lists each file of the payload, with
 * the signed note over the manifest's digest beside it. Every other byte of the bag follows from
 * these: same manifest, note and payload give the same bag.
 */
public final class PackageBag {

  private PackageBag() {}

  /** A manifest's entries for a payload, by path. */
  public static List<FileEntry> entries(Map<String, byte[]> payload) {
    List<FileEntry> entries = new ArrayList<>();
    new TreeMap<>(payload)
        .forEach((path, content) -> entries.add(PackageFolder.entry(path, content)));
    return entries;
  }

  /**
   * The whole bag.
   *
   * @param manifest the exact bytes that were signed
   * @param note the signed note over their digest
   * @param payload the listed files, each under {@code data/}
   */
  public static SortedMap<String, byte[]> of(
      byte[] manifest, String note, Map<String, byte[]> payload) {
    Map<String, byte[]> files = new TreeMap<>(payload);
    files.put(PackageFolder.MANIFEST, manifest);
    files.put(PackageFolder.NOTE, note.getBytes(StandardCharsets.UTF_8));
    files.put(Bag.INFO, info(PackageManifest.read(manifest), payload));
    return Bag.of(files);
  }

  /** The name of the folder at the top, such as {@code P-DK-01-v2}. */
  public static String top(PackageManifest manifest) {
    return manifest.number().replaceAll("[^A-Za-z0-9-]", "_") + "-v" + manifest.version();
  }

  private static byte[] info(PackageManifest manifest, Map<String, byte[]> payload) {
    PackageTerms terms = manifest.requiredTerms();
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("Source-Organization", terms.senderName());
    labels.put("External-Identifier", top(manifest));
    labels.put("External-Description", "Intelligence package for " + terms.recipientName());
    labels.put(
        "Bagging-Date", manifest.releasedAt().atZone(ZoneOffset.UTC).toLocalDate().toString());
    labels.put("Payload-Oxum", BagInfo.oxum(payload.values()));
    return BagInfo.bytes(labels);
  }
}
