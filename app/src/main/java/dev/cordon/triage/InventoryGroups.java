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
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Takes in what the examiner's program found among the files of an inventory: series by name or
 * time ({@code series.jsonl}), groups of the same content or of similar pictures ({@code
 * groups.jsonl}). It adds a reason and takes nothing out; names do not come with it.
 */
@Service
@Transactional
public class InventoryGroups {

  private static final int BATCH = 5000;
  private static final long MOST_ITEMS = 1_000_000_000_000L;
  private static final Set<String> SERIES = Set.of("name", "time");
  private static final Set<String> GROUPS = Set.of("same content", "similar");

  private final JdbcClient jdbc;
  private final Access access;
  private final InventoryParts parts;
  private final QueuePlaces queue;

  InventoryGroups(JdbcClient jdbc, Access access, InventoryParts parts, QueuePlaces queue) {
    this.jdbc = jdbc;
    this.access = access;
    this.parts = parts;
    this.queue = queue;
  }

  /** Takes the series of an inventory. */
  public DigestImport takeSeries(OperationId operation, UUID inventory, InputStream stream) {
    return take(operation, inventory, "series", stream);
  }

  /** Takes the groups of an inventory. */
  public DigestImport takeGroups(OperationId operation, UUID inventory, InputStream stream) {
    return take(operation, inventory, "groups", stream);
  }

  private DigestImport take(
      OperationId operation, UUID inventory, String form, InputStream stream) {
    access.require(operation, Area.TRIAGE, Right.WRITE);
    InventoryParts.Begun begun = parts.begin(operation, inventory);
    List<Map<String, Object>> waiting = new ArrayList<>();
    DigestImport done =
        parts.take(
            begun,
            form,
            stream,
            (line, node) -> {
              waiting.addAll(rows(form, line, node));
              if (waiting.size() >= BATCH) {
                flush(begun, waiting);
              }
            },
            () -> flush(begun, waiting));
    queue.place(operation);
    return done;
  }

  /** A row for each item of a line, with the line it stands in. */
  private static List<Map<String, Object>> rows(String form, long line, JsonNode node) {
    boolean isSeries = form.equals("series");
    String by = JsonLines.text(node, "by", 20);
    if (!(isSeries ? SERIES : GROUPS).contains(by)) {
      throw new DigestCsv.UnreadableRow("by is none of " + (isSeries ? SERIES : GROUPS));
    }
    long number = JsonLines.number(node, isSeries ? "series" : "group", 1, MOST_ITEMS);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonNode item : node.path("items")) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("item", JsonLines.number(item, 1, MOST_ITEMS, "an item"));
      row.put("line", line);
      row.put("by", by);
      row.put("number", number);
      row.put(
          "elsewhere",
          node.has("elsewhere_in_all")
              ? JsonLines.number(node, "elsewhere_in_all", 1, MOST_ITEMS)
              : node.path("elsewhere").size());
      if (node.has("radius")) {
        row.put("radius", JsonLines.number(node, "radius", 0, 31));
      }
      rows.add(row);
    }
    if (rows.isEmpty()) {
      throw new DigestCsv.UnreadableRow("there are no items");
    }
    return rows;
  }

  private void flush(InventoryParts.Begun begun, List<Map<String, Object>> waiting) {
    Set<Long> items = numbers(waiting, "item");
    Set<Long> known = parts.numbered(begun, items).keySet();
    List<Map<String, Object>> rows = new ArrayList<>();
    List<Map<String, Object>> unknown = new ArrayList<>();
    for (Map<String, Object> row : waiting) {
      (known.contains((Long) row.get("item")) ? rows : unknown).add(row);
    }
    numbers(unknown, "line")
        .forEach(line ->
            begun
                .part()
                .aside(line, "the inventory has no digest of an item in it; the others stand"));
    if (!rows.isEmpty()) {
      // A line of which items stay aside is counted as such, though the others stand.
      begun.part().stored +=
          jdbc.sql(InventorySql.ADD_GROUPS)
              .param("operation", begun.operation().value())
              .param("agency", begun.exhibit().agency().value())
              .param("import", begun.inventory())
              .param("rows", JsonLines.written(rows))
              .param("aside", JsonLines.written(unknown))
              .query(Long.class)
              .single();
    }
    waiting.clear();
  }

  private static Set<Long> numbers(List<Map<String, Object>> rows, String field) {
    return rows.stream()
        .map(row -> (Long) row.get(field))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
