package dev.cordon.triage;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Takes in what lists on the examiner's machine said of an inventory ({@code matches.jsonl}): list,
 * version, by which hash, category with its national profile. A match adds a reason; it takes
 * nothing out and away.
 */
@Service
@Transactional
public class InventoryMatches {

  private static final int BATCH = 1000;
  private static final Set<String> KINDS = Set.of("md5", "sha1", "sha256", "pdq");

  private final JdbcClient jdbc;
  private final Access access;
  private final InventoryParts parts;
  private final QueuePlaces queue;

  InventoryMatches(JdbcClient jdbc, Access access, InventoryParts parts, QueuePlaces queue) {
    this.jdbc = jdbc;
    this.access = access;
    this.parts = parts;
    this.queue = queue;
  }

  private record Told(long line, long item, Map<String, Object> row) {}

  /** Takes the matches of an inventory. */
  public DigestImport take(OperationId operation, UUID inventory, InputStream stream) {
    access.require(operation, Area.HASH_LISTS, Right.WRITE);
    InventoryParts.Begun begun = parts.begin(operation, inventory);
    List<Told> waiting = new ArrayList<>();
    DigestImport done =
        parts.take(
            begun,
            "matches",
            stream,
            (line, node) -> {
              waiting.add(told(line, node));
              if (waiting.size() == BATCH) {
                flush(begun, waiting);
              }
            },
            () -> flush(begun, waiting));
    queue.place(operation);
    return done;
  }

  private static Told told(long line, JsonNode node) {
    long item = JsonLines.number(node, "item", 1, 1_000_000_000_000L);
    if (node.has("further_rows_not_told")) {
      throw new DigestCsv.UnreadableRow("further rows of the list were not written out");
    }
    String list = JsonLines.text(node, "list", 200);
    String by = JsonLines.text(node, "by", 20);
    if (list.isEmpty() || !KINDS.contains(by)) {
      throw new DigestCsv.UnreadableRow(
          "there is no list, or by is none of md5, sha1, sha256, pdq");
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("item", item);
    row.put("list", list);
    row.put("version", JsonLines.text(node, "version", 60));
    row.put("by", by);
    if (by.equals("pdq")) {
      row.put("distance", JsonLines.number(node, "distance", 0, 256));
    }
    JsonNode category = node.path("category");
    String code = JsonLines.text(category, "code", 100);
    String profile = JsonLines.text(category, "profile", 100);
    if (!code.isEmpty() && profile.isEmpty()) {
      throw new DigestCsv.UnreadableRow("a category without its national profile means nothing");
    }
    row.put("profile", profile);
    row.put("category", code);
    row.put("meaning", said(node));
    row.put("embedded", JsonLines.text(node, "embedded", 100));
    JsonNode place = node.path("place");
    row.put(
        "place",
        place.has("line")
            ? "line " + JsonLines.number(place, "line", 0, Long.MAX_VALUE)
            : place.has("byte")
                ? "byte " + JsonLines.number(place, "byte", 0, Long.MAX_VALUE)
                : "");
    return new Told(line, item, row);
  }

  /** What the list itself claims, in its words; claims are the list's and lower nothing. */
  private static String said(JsonNode node) {
    List<String> claims = new ArrayList<>();
    for (JsonNode claim : node.path("list_says")) {
      String word = claim.asString("");
      if (word.matches("[a-z_ -]{1,40}")) {
        claims.add(word);
      }
    }
    if (node.path("withdrawn_by_the_list").asBoolean(false)) {
      claims.add("withdrawn by the list");
    }
    String words = String.join(", ", claims).replace('_', ' ');
    return words.length() <= 200 ? words : words.substring(0, 200);
  }

  private void flush(InventoryParts.Begun begun, List<Told> waiting) {
    Set<Long> known =
        parts
            .numbered(begun, waiting.stream().map(Told::item).collect(Collectors.toSet()))
            .keySet();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Told told : waiting) {
      if (known.contains(told.item())) {
        rows.add(told.row());
      } else {
        begun.part().aside(told.line(), "the inventory has no digest of the item");
      }
    }
    if (!rows.isEmpty()) {
      begun.part().stored +=
          jdbc.sql(InventorySql.ADD_LIST_MATCHES)
              .param("operation", begun.operation().value())
              .param("agency", begun.exhibit().agency().value())
              .param("import", begun.inventory())
              .param("rows", JsonLines.written(rows))
              .update();
    }
    waiting.clear();
  }
}
