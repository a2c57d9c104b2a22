package dev.cordon.formats.tips;

import dev.cordon.formats.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file a report is about: references and hashes, never the file.
 *
 * @param sealedName the file's name; sealed text: it may describe what the file shows
 * @param sealedLocation where it stood; sealed text too
 * @param viewed whether the provider looked at it, as written
 * @param exifViewed whether the provider looked at its EXIF data, as written
 * @param hasExif whether EXIF values are in the report; they themselves are not taken
 * @param classification the provider's industry classification, as written
 * @param annotations names of the annotations that are set
 */
public record TipFile(
    int report,
    Position position,
    @Nullable String reportId,
    @Nullable String fileId,
    @Nullable String sealedName,
    @Nullable String sealedLocation,
    List<Hash> hashes,
    @Nullable String viewed,
    @Nullable String exifViewed,
    @Nullable String publiclyAvailable,
    @Nullable String relevance,
    @Nullable String classification,
    boolean hasExif,
    List<String> annotations,
    List<TipPerson.Capture> addresses) {

  /** A hash of the file; the algorithm as written. */
  public record Hash(String algorithm, String value) {}

  /** Copies the lists. */
  public TipFile {
    hashes = List.copyOf(hashes);
    annotations = List.copyOf(annotations);
    addresses = List.copyOf(addresses);
  }
}
