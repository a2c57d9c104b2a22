package dev.cordon.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The editions as the vault holds them, beside the records they describe. */
final class VaultEditions {

  private static final String FILE = "edition.json";
  private static final String DIFFERENCE = "difference.json";
  private static final Comparator<Edition> ORDER =
      Comparator.<Edition>comparingLong(edition -> edition.order().place())
          .thenComparing(edition -> edition.source().toString());
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private VaultEditions() {}

  /** The edition that counts; none for a source without records or of before editions. */
  static Optional<Edition> find(Vault vault, SourceId source) {
    return vault.folders().current(source).flatMap(VaultEditions::read);
  }

  /** What changed with the edition that counts; none for the first. */
  static Optional<EditionDifference> difference(Vault vault, SourceId source) {
    return vault
        .folders()
        .current(source)
        .map(folder -> folder.resolve(DIFFERENCE))
        .filter(Files::exists)
        .map(file -> JSON.readValue(bytes(file), EditionDifference.class));
  }

  /** All that count, in the order of the sources' first taking. */
  static List<Edition> all(Vault vault) {
    List<Edition> editions = new ArrayList<>();
    try (RecordFolders.Reading reading = vault.folders().read()) {
      for (Path folder : reading.folders()) {
        read(folder).ifPresent(editions::add);
      }
    }
    editions.sort(ORDER);
    return editions;
  }

  /** The place of a source taken for the first time: after all others. */
  static long nextPlace(List<Edition> editions) {
    return editions.stream().mapToLong(edition -> edition.order().place()).max().orElse(0) + 1;
  }

  /** Those of the editions that come before a source with this place. */
  static List<Edition> before(List<Edition> editions, long place, SourceId source) {
    return editions.stream()
        .filter(edition ->
            edition.order().place() < place
                || edition.order().place() == place
                    && edition.source().toString().compareTo(source.toString()) < 0)
        .toList();
  }

  /**
   * The editions whose duplicates were decided against other keys of the sources before them than
   * those that count now, in order: they are to be read again.
   */
  static List<Edition> outdated(Vault vault) {
    List<Edition> all = all(vault);
    return all.stream()
        .filter(edition -> {
          List<Edition> before = before(all, edition.order().place(), edition.source());
          return !against(before, edition.order().groups().keySet())
              .equals(edition.order().against());
        })
        .toList();
  }

  /** For each group a digest of the keys that these editions hold. */
  static Map<String, String> against(List<Edition> before, Iterable<String> groups) {
    Map<String, String> against = new TreeMap<>();
    for (String group : groups) {
      MessageDigest digest = RecordDigest.sha256();
      for (Edition edition : before) {
        String keys = edition.order().groups().get(group);
        if (keys != null) {
          digest.update((edition.source() + " " + keys).getBytes(StandardCharsets.US_ASCII));
        }
      }
      against.put(group, HexFormat.of().formatHex(digest.digest()));
    }
    return against;
  }

  static void write(Path records, Edition edition) throws IOException {
    Files.write(records.resolve(FILE), JSON.writeValueAsBytes(edition));
  }

  static void write(Path records, EditionDifference difference) throws IOException {
    Files.write(records.resolve(DIFFERENCE), JSON.writeValueAsBytes(difference));
  }

  /** Puts both in the place of what the folder holds; what is linked elsewhere stays as it is. */
  static void replace(Path records, Edition edition, EditionDifference difference)
      throws IOException {
    Files.deleteIfExists(records.resolve(FILE));
    Files.deleteIfExists(records.resolve(DIFFERENCE));
    write(records, edition);
    write(records, difference);
  }

  private static Optional<Edition> read(Path folder) {
    Path file = folder.resolve(FILE);
    return Files.exists(file)
        ? Optional.of(JSON.readValue(bytes(file), Edition.class))
        : Optional.empty();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be read", failure);
    }
  }
}
