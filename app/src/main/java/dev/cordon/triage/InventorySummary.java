package dev.cordon.triage;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Takes in what the examiner's program remarked on the whole of an exhibit ({@code summary.json}):
 * limits a walk ended at, what was left out, how decoding was confined. Its counts are not taken
 * over; they are made from the inventory. A remark comes once for an exhibit. Safe for use by
 * several threads.
 */
@Service
@Transactional
public class InventorySummary {

  private static final int MOST_REMARKS = 1000;
  private static final int LONGEST = 500;

  private final JdbcClient jdbc;
  private final Access access;
  private final InventoryParts parts;

  InventorySummary(JdbcClient jdbc, Access access, InventoryParts parts) {
    this.jdbc = jdbc;
    this.access = access;
    this.parts = parts;
  }

  /** Takes the summary of an inventory; its balance counts remarks. */
  public DigestImport take(OperationId operation, UUID inventory, InputStream stream) {
    access.require(operation, Area.TRIAGE, Right.WRITE);
    InventoryParts.Begun begun = parts.begin(operation, inventory);
    return parts.take(
        begun, "summary", stream, (line, object) -> store(begun, line, object), () -> {});
  }

  private void store(InventoryParts.Begun begun, long line, JsonNode summary) {
    JsonNode told = summary.path("remarks");
    if (!told.isArray()) {
      throw new DigestCsv.UnreadableRow("there are no remarks: send summary.json");
    }
    TakenPart part = begun.part();
    part.rowsIn--;
    List<Map<String, Object>> rows = new ArrayList<>();
    String confined = shortened(summary.path("decoding").asString(""));
    if (!confined.isBlank()) {
      part.rowsIn++;
      rows.add(Map.of("remark", confined, "confinement", true));
    }
    for (JsonNode one : told) {
      part.rowsIn++;
      String remark = one.isString() ? shortened(one.asString("")) : "";
      if (remark.isBlank()) {
        part.aside(line, "a remark is empty or no text");
      } else if (rows.size() > MOST_REMARKS) {
        part.aside(line, "there are more than " + MOST_REMARKS + " remarks");
      } else {
        rows.add(Map.of("remark", remark, "confinement", false));
      }
    }
    part.stored +=
        jdbc.sql(InventorySql.ADD_REMARKS)
            .param("operation", begun.operation().value())
            .param("agency", begun.exhibit().agency().value())
            .param("exhibit", begun.exhibit().id())
            .param("rows", JsonLines.written(rows))
            .update();
  }

  private static String shortened(String text) {
    String clean = JsonLines.clean(text);
    return clean.length() <= LONGEST
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, LONGEST / 2));
  }
}
