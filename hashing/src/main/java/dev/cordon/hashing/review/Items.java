package dev.cordon.hashing.review;

import dev.cordon.hashing.HashingException;
import dev.cordon.kernel.KernelException;
import dev.cordon.kernel.digest.Digests;
import dev.cordon.kernel.hamming.Code256;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an inventory's items in their order, with their codes and, if wanted, names. One thread.
 */
final class Items implements AutoCloseable {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MOST_CODES = 2000;

  private final BufferedReader lines;
  private final BufferedReader codes;
  private final @Nullable BufferedReader names;
  private long number;

  /**
   * Opens an inventory.
   *
   * @throws HashingException where there is none
   */
  Items(Path folder, boolean withNames) throws IOException {
    for (String file : List.of("inventory.jsonl", "codes.jsonl", "names.jsonl")) {
      if (!Files.exists(folder.resolve(file))) {
        throw new HashingException("there is no " + file + " in the folder of an inventory");
      }
    }
    lines = Files.newBufferedReader(folder.resolve("inventory.jsonl"));
    codes = Files.newBufferedReader(folder.resolve("codes.jsonl"));
    codes.readLine();
    names = withNames ? Files.newBufferedReader(folder.resolve("names.jsonl")) : null;
    if (names != null) {
      names.readLine();
    }
  }

  /** The next item, or null at the end. */
  @Nullable Item next() throws IOException {
    String line = lines.readLine();
    if (line == null) {
      return null;
    }
    number++;
    try {
      JsonNode item = MAPPER.readTree(line);
      JsonNode code = row(codes);
      String name = names == null ? "" : row(names).path("name").asString("");
      if (item.path("item").asLong() != number) {
        throw new HashingException("the inventory is damaged at item " + number);
      }
      return item(item, code, name);
    } catch (JacksonException damaged) {
      throw new HashingException("the inventory is damaged at item " + number, damaged);
    }
  }

  private JsonNode row(BufferedReader from) throws IOException {
    String line = from.readLine();
    JsonNode row = line == null ? MAPPER.createObjectNode() : MAPPER.readTree(line);
    if (row.path("item").asLong() != number) {
      throw new HashingException(
          "names or codes do not belong to the inventory from item " + number + " on");
    }
    return row;
  }

  private static Item item(JsonNode item, JsonNode code, String name) {
    Optional<Digests> digests =
        item.has("size")
            ? Optional.of(
                new Digests(
                    item.path("size").asLong(),
                    item.path("md5").asString(""),
                    item.path("sha1").asString(""),
                    item.path("sha256").asString("")))
            : Optional.empty();
    return new Item(
        item.path("item").asLong(),
        item.path("place").asString(""),
        item.path("state").asString("").equals("deleted"),
        digests,
        item.path("format").asString(""),
        item.path("width").asInt(0),
        item.path("height").asInt(0),
        codes(code),
        item.path("reason").asString(""),
        item.path("marks"),
        name);
  }

  private static List<Code256> codes(JsonNode row) {
    List<Code256> codes = new ArrayList<>();
    if (row.has("frames")) {
      for (JsonNode frame : row.path("frames")) {
        add(codes, frame);
      }
    } else {
      add(codes, row);
    }
    return codes;
  }

  private static void add(List<Code256> codes, JsonNode node) {
    if (node.path("pdq_quality").asInt(0) < Item.COMPARED_QUALITY || codes.size() >= MOST_CODES) {
      return;
    }
    try {
      Code256 code = Code256.parse(node.path("pdq").asString(""));
      if (codes.isEmpty() || !codes.getLast().equals(code)) {
        codes.add(code);
      }
    } catch (KernelException broken) {
      throw new HashingException("codes.jsonl is damaged", broken);
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
    codes.close();
    if (names != null) {
      names.close();
    }
  }
}
