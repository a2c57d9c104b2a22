package dev.cordon.triage;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.keys.SealedColumns;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Takes in the names and paths of an inventory ({@code names.jsonl}): sealed text, sealed before it
 * is stored. A name comes once; what is named stays so.
 */
@Service
@Transactional
public class InventoryNames {

  private static final int BATCH = 1000;
  private static final int LONGEST = 30_000;

  private final JdbcClient jdbc;
  private final Access access;
  private final InventoryParts parts;
  private final SealedColumns columns;

  InventoryNames(JdbcClient jdbc, Access access, InventoryParts parts, SealedColumns columns) {
    this.jdbc = jdbc;
    this.access = access;
    this.parts = parts;
    this.columns = columns;
  }

  private record Name(long line, long item, String text) {

    @Override
    public String toString() {
      return "Name[" + item + "]";
    }
  }

  /** Takes the names of an inventory. */
  public DigestImport take(OperationId operation, UUID inventory, InputStream stream) {
    access.require(operation, Area.TRIAGE, Right.WRITE);
    InventoryParts.Begun begun = parts.begin(operation, inventory);
    SealedColumns.Sealer sealer = columns.sealer(operation);
    List<Name> waiting = new ArrayList<>();
    return parts.take(
        begun,
        "names",
        stream,
        (line, node) -> {
          waiting.add(name(line, node));
          if (waiting.size() == BATCH) {
            flush(begun, waiting, sealer);
          }
        },
        () -> flush(begun, waiting, sealer));
  }

  private static Name name(long line, JsonNode node) {
    long item = JsonLines.number(node, "item", 1, 1_000_000_000_000L);
    if (!node.path("name").isString()) {
      throw new DigestCsv.UnreadableRow("there is no name");
    }
    String text = node.path("name").asString("");
    if (text.length() > LONGEST) {
      throw new DigestCsv.UnreadableRow("the name is longer than " + LONGEST + " characters");
    }
    return new Name(line, item, text);
  }

  private void flush(InventoryParts.Begun begun, List<Name> waiting, SealedColumns.Sealer sealer) {
    Map<Long, InventoryParts.Numbered> known =
        parts.numbered(begun, waiting.stream().map(Name::item).toList());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Name name : waiting) {
      InventoryParts.Numbered sighting = known.get(name.item());
      if (sighting == null) {
        begun.part().aside(name.line(), "the inventory has no digest of the item");
      } else if (!sighting.isNamed()) {
        rows.add(row(begun.operation(), sighting.sighting(), name.text(), sealer));
      }
    }
    if (!rows.isEmpty()) {
      begun.part().stored +=
          jdbc.sql(InventorySql.NAME).param("rows", JsonLines.written(rows)).update();
    }
    waiting.clear();
  }

  private static Map<String, Object> row(
      OperationId operation, UUID sighting, String text, SealedColumns.Sealer sealer) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", sighting);
    row.put(
        "sealed",
        HexFormat.of().formatHex(sealer.seal(FileNames.place(operation, sighting), text)));
    row.put("length", text.length());
    return row;
  }
}
