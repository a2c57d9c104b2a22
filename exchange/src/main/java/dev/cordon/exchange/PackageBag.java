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
import org.jspecify.annotations.Nullable;

/**
 * A package of today's form: a bag whose {@code manifest.json} lists each file of the payload, with
 * the signed note over the manifest's digest beside it. Every other byte of the bag follows from
 * these: same manifest, note and payload give the same bag.
 */
public final class PackageBag {

  /**
   * The receipt of the release (format {@value Receipt#FORMAT}), beside what is signed: the ledger
   * can prove the release only after it. A bag may lack it.
   */
  public static final String RECEIPT = "release-receipt.json";

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
    return of(manifest, note, payload, null);
  }

  /** The whole bag with the receipt of its release, where there is one. */
  public static SortedMap<String, byte[]> of(
      byte[] manifest, String note, Map<String, byte[]> payload, byte @Nullable [] receipt) {
    Map<String, byte[]> files = new TreeMap<>(payload);
    if (receipt != null) {
      files.put(RECEIPT, receipt);
    }
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
