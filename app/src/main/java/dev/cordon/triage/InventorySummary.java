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
 * limits a walk ended at, what was left out, how decoding was confined. A row is a remark, not the
 * line. Its counts are not taken over; they are made from the inventory. A remark comes once for an
 * exhibit. Safe for use by several threads.
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
    List<Map<String, Object>> rows = new ArrayList<>();
    TakenPart part = begun.part();
    part.rowsIn += told.size() - 1;
    for (JsonNode one : told) {
      String remark = one.isString() ? JsonLines.text(one.asString(""), LONGEST) : "";
      if (remark.isBlank()) {
        part.aside(line, "a remark is empty or no text");
      } else if (rows.size() >= MOST_REMARKS) {
        part.aside(line, "there are more than " + MOST_REMARKS + " remarks");
      } else {
        rows.add(row(remark, false));
      }
    }
    String confined = JsonLines.text(summary, "decoding", LONGEST);
    if (!confined.isBlank()) {
      part.rowsIn++;
      rows.add(row(confined, true));
    }
    add(begun, rows);
  }

  private static Map<String, Object> row(String remark, boolean confinement) {
    return Map.of("remark", remark, "confinement", confinement);
  }

  private void add(InventoryParts.Begun begun, List<Map<String, Object>> rows) {
    begun.part().stored +=
        jdbc.sql(InventorySql.ADD_REMARKS)
            .param("operation", begun.operation().value())
            .param("agency", begun.exhibit().agency().value())
            .param("exhibit", begun.exhibit().id())
            .param("rows", JsonLines.written(rows))
            .update();
  }
}
