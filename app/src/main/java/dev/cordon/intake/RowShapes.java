package dev.cordon.intake;

import dev.cordon.keys.Aead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The columns of a source's tables as {@code FOLDER/shapes} (a later key version {@code V} as
 * {@code kV-shapes}), sealed: with them one row is taken apart without the source before it.
 */
final class RowShapes {

  private static final String FILE = "shapes";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<RowShape>> LIST = new TypeReference<>() {};

  private RowShapes() {}

  /** Writes them; nothing where there are none. */
  static void write(Path records, SourceId source, VaultKey key, List<RowShape> shapes)
      throws IOException {
    if (shapes.isEmpty()) {
      return;
    }
    int version = key.newest();
    Files.write(
        file(records, version),
        aead(key, version).seal(JSON.writeValueAsBytes(shapes), context(source)));
  }

  /** The columns that count for a row; none where they were not noted. */
  static Optional<List<String>> find(
      Path records, SourceId source, VaultKey key, String table, long byteOffset)
      throws IOException {
    for (int version : key.versions()) {
      Path file = file(records, version);
      if (Files.exists(file)) {
        byte[] plain = aead(key, version).open(Files.readAllBytes(file), context(source));
        return JSON.readValue(plain, LIST).stream()
            .filter(shape -> shape.table().equals(table) && shape.fromByte() <= byteOffset)
            .reduce((earlier, later) -> later.fromByte() >= earlier.fromByte() ? later : earlier)
            .map(RowShape::columns);
      }
    }
    return Optional.empty();
  }

  private static Aead aead(VaultKey key, int version) {
    return new Aead(key.derive(version, FILE));
  }

  private static Path file(Path records, int version) {
    return records.resolve(new Vault.Version(version).prefix() + FILE);
  }

  private static byte[] context(SourceId source) {
    return ("cordon shapes 1 " + source).getBytes(StandardCharsets.US_ASCII);
  }
}
