package dev.cordon.hashing.review;

import dev.cordon.formats.inventories.CaseInventory;
import dev.cordon.formats.inventories.CsvInventory;
import dev.cordon.formats.inventories.InventoryWriter;
import dev.cordon.formats.inventories.MediaRecord;
import dev.cordon.formats.inventories.VicsInventory;
import dev.cordon.hashing.HashingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An inventory with its matches for other programs. No name and no perceptual hash is in it. */
public enum Export {
  /** A table, {@code inventory.csv}. */
  CSV("inventory.csv"),
  /** VICS 2.0, {@code vics.json}. */
  VICS("vics.json"),
  /** CASE/UCO, {@code case.jsonld}. */
  CASE("case.jsonld");

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MOST_LISTS = 50;

  private final String file;

  Export(String file) {
    this.file = file;
  }

  /** Writes it beside the inventory; {@link Review} must have been written before. */
  public void write(Path folder, String profile) throws IOException {
    UUID caseId = id(folder);
    long total = this == VICS ? media(folder) : 0;
    try (Result result = new Result(folder, file)) {
      java.io.Writer writer = result.writer();
      try (InventoryWriter to =
          switch (this) {
            case CSV -> new CsvInventory(writer);
            case VICS -> new VicsInventory(writer, profile, caseId, total);
            case CASE -> new CaseInventory(writer, caseId);
          }) {
        each(folder, to);
      }
      result.done();
    }
  }

  private static long media(Path folder) throws IOException {
    long count = 0;
    try (Items items = new Items(folder, false)) {
      for (Item item = items.next(); item != null; item = items.next()) {
        count += VicsInventory.takes(record(item, List.of())) ? 1 : 0;
      }
    }
    return count;
  }

  /** The same inventory has the same id. */
  private static UUID id(Path folder) throws IOException {
    try (var stream = Files.newInputStream(folder.resolve("inventory.jsonl"))) {
      return UUID.nameUUIDFromBytes(stream.readNBytes(1 << 20));
    }
  }

  private static void each(Path folder, InventoryWriter to) throws IOException {
    try (Items items = new Items(folder, false);
        BufferedReader matches = Files.newBufferedReader(folder.resolve("matches.jsonl"))) {
      JsonNode ahead = next(matches);
      for (Item item = items.next(); item != null; item = items.next()) {
        List<String> lists = new ArrayList<>();
        while (ahead != null && ahead.path("item").asLong() <= item.number()) {
          boolean isNew = lists.size() < MOST_LISTS && !lists.contains(said(ahead));
          if (ahead.has("list") && isNew) {
            lists.add(said(ahead));
          }
          ahead = next(matches);
        }
        to.add(record(item, lists));
      }
    }
  }

  private static @Nullable JsonNode next(BufferedReader matches) throws IOException {
    String line = matches.readLine();
    return line == null ? null : MAPPER.readTree(line);
  }

  private static String said(JsonNode match) {
    StringBuilder text = new StringBuilder(match.path("list").asString(""));
    for (String part : List.of("version", "by")) {
      text.append(match.has(part) ? " " + match.path(part).asString("") : "");
    }
    if (match.has("distance")) {
      text.append(" distance ").append(match.path("distance").asInt());
    }
    JsonNode category = match.path("category");
    if (!category.path("code").asString("").isEmpty()) {
      text.append(" category ")
          .append(category.path("profile").asString(""))
          .append(' ')
          .append(category.path("code").asString(""));
    }
    return text.append(match.has("embedded") ? " (embedded picture)" : "").toString();
  }

  private static MediaRecord record(Item item, List<String> lists) {
    List<String> says = new ArrayList<>();
    item.marks().path("says").forEach(one -> says.add(one.asString("")));
    return new MediaRecord(
        item.number(),
        item.place(),
        item.isDeleted(),
        item.digests().map(digests -> digests.size()).orElse(0L),
        item.digests().map(digests -> digests.md5()).orElse(""),
        item.digests().map(digests -> digests.sha1()).orElse(""),
        item.digests().map(digests -> digests.sha256()).orElse(""),
        item.format(),
        item.width(),
        item.height(),
        item.reason(),
        lists,
        says);
  }

  /**
   * The export of that name.
   *
   * @throws HashingException naming those there are
   */
  public static Export named(String name) {
    for (Export export : values()) {
      if (export.name().equalsIgnoreCase(name)) {
        return export;
      }
    }
    throw new HashingException("--write takes csv, vics and case, not '" + name + "'");
  }
}
