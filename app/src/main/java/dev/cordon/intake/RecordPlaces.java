package dev.cordon.intake;

import dev.cordon.keys.Aead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the records of rows stand in the files of one kind, block by block, as {@code
 * FOLDER/<kind>/places} (a later key version {@code V} as {@code kV-places}), sealed: so that one
 * row is found without reading all. Not thread-safe.
 */
final class RecordPlaces {

  /** How many records a block has. */
  static final int BLOCK_RECORDS = 100_000;

  private static final String FILE = "places";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Block>> LIST = new TypeReference<>() {};

  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, long[]> open = new TreeMap<>();
  private int part;
  private long from;
  private long records;
  private @Nullable String lastTable;
  private long @Nullable [] lastRange;

  /** The rows of one table in a block, from the lowest to the highest number. */
  record Range(String table, long lowest, long highest) {

    boolean holds(String name, long row) {
      return table.equals(name) && lowest <= row && row <= highest;
    }
  }

  /**
   * A run of records in one file.
   *
   * @param part the file's number
   * @param from the first record's place in the file, from 0
   */
  record Block(int part, long from, long records, List<Range> ranges) {

    /** Copies the list. */
    Block {
      ranges = List.copyOf(ranges);
    }
  }

  /** A record of this row is written as the next into this file. */
  void add(int toPart, Origin origin) {
    if (records == BLOCK_RECORDS || toPart != part) {
      end();
      from = toPart == part ? from + BLOCK_RECORDS : 0;
      part = toPart;
    }
    records++;
    long[] range = lastRange;
    if (range == null || !origin.table().equals(lastTable)) {
      lastTable = origin.table();
      range =
          open.computeIfAbsent(
              origin.table(), table -> new long[] {Long.MAX_VALUE, Long.MIN_VALUE});
      lastRange = range;
    }
    range[0] = Math.min(range[0], origin.row());
    range[1] = Math.max(range[1], origin.row());
  }

  private void end() {
    if (records > 0) {
      List<Range> ranges = new ArrayList<>(open.size());
      open.forEach((table, range) -> ranges.add(new Range(table, range[0], range[1])));
      blocks.add(new Block(part, from, records, ranges));
    }
    open.clear();
    lastRange = null;
    records = 0;
  }

  /** Writes them into the folder of their kind; to be asked once, at the end. */
  void write(Path kindFolder, VaultKey key) throws IOException {
    end();
    int version = key.newest();
    Files.write(
        file(kindFolder, version),
        aead(key, version).seal(JSON.writeValueAsBytes(blocks), context(kindFolder)));
  }

  /** The blocks in which a row's records may stand; none where that was not noted. */
  static Optional<List<Block>> find(Path kindFolder, VaultKey key, String table, long row)
      throws IOException {
    for (int version : key.versions()) {
      Path file = file(kindFolder, version);
      if (Files.exists(file)) {
        byte[] plain = aead(key, version).open(Files.readAllBytes(file), context(kindFolder));
        return Optional.of(
            JSON.readValue(plain, LIST).stream()
                .filter(block -> block.ranges().stream().anyMatch(one -> one.holds(table, row)))
                .toList());
      }
    }
    return Optional.empty();
  }

  private static Path file(Path kindFolder, int version) {
    return kindFolder.resolve(new Vault.Version(version).prefix() + FILE);
  }

  private static Aead aead(VaultKey key, int version) {
    return new Aead(key.derive(version, "record places"));
  }

  private static byte[] context(Path kindFolder) {
    return ("cordon places 1 " + kindFolder.getFileName()).getBytes(StandardCharsets.US_ASCII);
  }
}
