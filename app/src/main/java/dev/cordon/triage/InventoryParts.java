package dev.cordon.triage;

import dev.cordon.Columns;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Exhibits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what stands beside an inventory: names, codes, matches; line by line, with its balance. */
@Component
class InventoryParts {

  private final JdbcClient jdbc;
  private final Exhibits exhibits;
  private final InventoryLedger written;
  private final LongIntake intake;

  InventoryParts(JdbcClient jdbc, Exhibits exhibits, InventoryLedger written, LongIntake intake) {
    this.intake = intake;
    this.jdbc = jdbc;
    this.exhibits = exhibits;
    this.written = written;
  }

  /**
   * A part while it is taken in.
   *
   * @param inventory the one that was first taken in, where this one repeats it
   */
  record Begun(OperationId operation, Exhibit exhibit, UUID inventory, TakenPart part) {}

  /**
   * A file of the inventory.
   *
   * @param sighting the row that says where it lay
   */
  record Numbered(UUID sighting, boolean isNamed, boolean isCoded) {}

  /** The files of the inventory that carry those numbers. */
  Map<Long, Numbered> numbered(Begun begun, Collection<Long> items) {
    Map<Long, Numbered> found = new HashMap<>();
    if (items.isEmpty()) {
      return found;
    }
    jdbc.sql(InventorySql.NUMBERED)
        .param("import", begun.inventory())
        .param("items", items)
        .query(row -> {
          found.put(
              row.getLong("item_number"),
              new Numbered(
                  Columns.uuid(row, "id"), row.getBoolean("named"), row.getBoolean("coded")));
        });
    return found;
  }

  /** What is done with one line; refuses it by {@link DigestCsv.UnreadableRow}. */
  interface LineTaker {

    /** Takes a line. */
    void take(long line, JsonNode object);
  }

  /**
   * The inventory a part belongs to.
   *
   * @throws NotPermittedException when the member knows of no such inventory
   */
  Begun begin(OperationId operation, UUID inventory) {
    record Found(UUID id, UUID exhibit) {}
    Found found =
        jdbc.sql(InventorySql.IMPORT)
            .param("operation", operation.value())
            .param("import", inventory)
            .query((row, number) ->
                new Found(Columns.uuid(row, "id"), Columns.uuid(row, "exhibit_id")))
            .optional()
            .orElseThrow(NotPermittedException::new);
    intake.begin();
    return new Begun(
        operation, exhibits.get(operation, found.exhibit()), found.id(), new TakenPart());
  }

  private static String handling(JsonNode note) {
    String said = JsonLines.text(note, "handling", 2);
    return said.matches("H[0-3]") ? said : "H3";
  }

  /** Reads all lines; a first line that is a note is passed over. */
  DigestImport take(Begun begun, String form, InputStream stream, LineTaker taker, Runnable end) {
    JsonLines lines = new JsonLines(stream);
    TakenPart part = begun.part();
    try {
      for (JsonLines.Line line = lines.next(); line != null; line = lines.next()) {
        JsonNode object = line.object();
        if (line.number() == 1 && object != null && object.has("note") && !object.has("item")) {
          part.handling = handling(object);
          continue;
        }
        part.rowsIn++;
        if (object == null) {
          part.aside(line.number(), line.reason());
          continue;
        }
        try {
          taker.take(line.number(), object);
        } catch (DigestCsv.UnreadableRow unreadable) {
          part.aside(line.number(), String.valueOf(unreadable.getMessage()));
        }
      }
      end.run();
    } catch (IOException broken) {
      throw new UncheckedIOException("The file can not be read.", broken);
    }
    return written.record(
        begun.operation(),
        begun.exhibit(),
        UUID.randomUUID(),
        form,
        begun.inventory(),
        lines.sha256(),
        part);
  }
}
