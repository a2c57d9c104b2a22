package dev.cordon.triage;

import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Takes in perceptual codes ({@code codes.jsonl}). They can be partly inverted: no page, figure,
 * log or default export holds them, and no role that leads or publishes reads them.
 */
@Service
@Transactional
public class PerceptualCodes {

  private static final int BATCH = 1000;

  /** The handling of codes that come without a word of it. */
  private static final String UNSAID = "H3";

  private final JdbcClient jdbc;
  private final Access access;
  private final InventoryParts parts;
  private final NearGroups groups;
  private final QueuePlaces queue;

  PerceptualCodes(
      JdbcClient jdbc, Access access, InventoryParts parts, NearGroups groups, QueuePlaces queue) {
    this.jdbc = jdbc;
    this.access = access;
    this.parts = parts;
    this.groups = groups;
    this.queue = queue;
  }

  /** Takes the codes of an inventory and finds near duplicates among all codes of the agency. */
  public DigestImport take(OperationId operation, UUID inventory, InputStream stream) {
    access.require(operation, Area.PERCEPTUAL_CODES, Right.WRITE);
    InventoryParts.Begun begun = parts.begin(operation, inventory);
    List<CodeLine> waiting = new ArrayList<>();
    Map<Long, Long> places = new HashMap<>();
    DigestImport done =
        parts.take(
            begun,
            "codes",
            stream,
            (line, node) -> {
              if (isWithoutCode(node)) {
                begun.part().rowsIn--;
                return;
              }
              CodeLine codes = CodeLine.of(node);
              waiting.add(codes);
              places.put(codes.item(), line);
              if (waiting.size() == BATCH) {
                flush(begun, waiting, places);
              }
            },
            () -> flush(begun, waiting, places));
    groups.find(operation, begun.exhibit().agency(), begun.inventory());
    queue.place(operation);
    return done;
  }

  private static boolean isWithoutCode(JsonNode node) {
    return node.has("item") && !node.has("pdq") && !node.has("frames");
  }

  private void flush(InventoryParts.Begun begun, List<CodeLine> waiting, Map<Long, Long> places) {
    if (waiting.isEmpty()) {
      return;
    }
    Map<Long, InventoryParts.Numbered> known = parts.numbered(begun, places.keySet());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (CodeLine line : waiting) {
      InventoryParts.Numbered sighting = known.get(line.item());
      if (sighting == null) {
        begun
            .part()
            .aside(places.getOrDefault(line.item(), 0L), "the inventory has no digest of the item");
        continue;
      }
      begun.part().stored += sighting.isCoded() ? 0 : 1;
      line.codes().forEach(code -> rows.add(row(code, "item", line.item())));
    }
    if (!rows.isEmpty()) {
      add(
          begun.operation(),
          begun.exhibit().agency(),
          begun.inventory(),
          begun.part().handling,
          rows);
    }
    waiting.clear();
    places.clear();
  }

  /** Adds codes that stand in the inventory itself. */
  void addInline(
      OperationId operation, AgencyId agency, UUID inventory, List<InventoryLine> lines) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (InventoryLine line : lines) {
      line.codes().forEach(code -> rows.add(row(code, "sha256", line.sha256())));
    }
    if (!rows.isEmpty()) {
      add(operation, agency, inventory, UNSAID, rows);
    }
  }

  /** Adds codes a CSV of digests holds. */
  void addOfCsv(OperationId operation, AgencyId agency, List<DigestRow> digests) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (DigestRow digest : digests) {
      if (digest.pdq() != null) {
        rows.add(Map.of("sha256", digest.sha256(), "frame", 0, "code", digest.pdq()));
      }
    }
    if (!rows.isEmpty()) {
      add(operation, agency, UUID.randomUUID(), UNSAID, rows);
    }
  }

  private void add(
      OperationId operation,
      AgencyId agency,
      UUID inventory,
      String handling,
      List<Map<String, Object>> rows) {
    jdbc.sql(InventorySql.ADD_CODES)
        .param("operation", operation.value())
        .param("agency", agency.value())
        .param("import", inventory)
        .param("handling", handling)
        .param("rows", JsonLines.written(rows))
        .update();
  }

  private static Map<String, Object> row(CodeLine.Code code, String key, Object owner) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(key, owner);
    row.put("frame", code.frame());
    if (code.seconds() != null) {
      row.put("seconds", code.seconds());
    }
    if (code.quality() != null) {
      row.put("quality", code.quality());
    }
    row.put("code", code.hex());
    if (!code.decodePath().isEmpty()) {
      row.put("decode", code.decodePath());
    }
    return row;
  }
}
