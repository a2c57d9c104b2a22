package dev.cordon.triage;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Exhibits;
import dev.cordon.evidence.WorkingCopies;
import dev.cordon.triage.internal.PathSeal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in the inventory of an exhibit ({@code inventory.jsonl} of {@code ./cordon triage}): which
 * files there are, by digests, places in numbers, how decoding went, and marks. All of it or
 * nothing; broken lines stay aside with their line. The same inventory again adds nothing; a longer
 * one of the same walk adds what is new. Streams: memory does not grow with the length.
 */
@Service
@Transactional
public class Inventories {

  private static final int BATCH = 1000;

  private final JdbcClient jdbc;
  private final Access access;
  private final Exhibits exhibits;
  private final WorkingCopies copies;
  private final PathSeal seal;
  private final InventoryLedger written;
  private final PerceptualCodes codes;
  private final NearGroups groups;
  private final QueuePlaces places;
  private final LongIntake intake;

  Inventories(
      JdbcClient jdbc,
      Access access,
      Exhibits exhibits,
      WorkingCopies copies,
      PathSeal seal,
      InventoryLedger written,
      PerceptualCodes codes,
      NearGroups groups,
      QueuePlaces places,
      LongIntake intake) {
    this.jdbc = jdbc;
    this.access = access;
    this.exhibits = exhibits;
    this.copies = copies;
    this.seal = seal;
    this.written = written;
    this.codes = codes;
    this.groups = groups;
    this.places = places;
    this.intake = intake;
  }

  /** One exhibit's inventory while it goes by. */
  private record Taking(OperationId operation, Exhibit exhibit, UUID id, TakenPart part) {}

  /** Takes an inventory for an exhibit whose working copies are unchanged. */
  public DigestImport take(OperationId operation, UUID exhibit, InputStream stream) {
    access.require(operation, Area.TRIAGE, Right.WRITE);
    Exhibit holder = exhibits.get(operation, exhibit);
    copies.requireUnchanged(operation, exhibit);
    intake.begin();
    Taking taking = new Taking(operation, holder, UUID.randomUUID(), new TakenPart());
    JsonLines lines = new JsonLines(stream);
    try {
      List<InventoryLine> batch = new ArrayList<>();
      for (JsonLines.Line line = lines.next(); line != null; line = lines.next()) {
        taking.part.rowsIn++;
        read(taking, line).ifPresent(batch::add);
        if (batch.size() == BATCH) {
          store(taking, batch);
          batch.clear();
        }
      }
      store(taking, batch);
    } catch (IOException broken) {
      throw new UncheckedIOException("The inventory can not be read.", broken);
    }
    jdbc.sql(TriageSql.MATCH_EXHIBIT)
        .param("operation", operation.value())
        .param("exhibit", exhibit)
        .update();
    String digest = lines.sha256();
    UUID repeated = earlier(taking, digest);
    DigestImport done =
        written.record(operation, holder, taking.id, "inventory", repeated, digest, taking.part);
    if (taking.part.inline) {
      groups.find(operation, holder.agency(), taking.id);
    }
    places.place(operation);
    return done;
  }

  private @Nullable UUID earlier(Taking taking, String digest) {
    return jdbc.sql(InventorySql.EARLIER)
        .param("operation", taking.operation.value())
        .param("exhibit", taking.exhibit.id())
        .param("digest", digest)
        .query(UUID.class)
        .optional()
        .orElse(null);
  }

  private static Optional<InventoryLine> read(Taking taking, JsonLines.Line line) {
    TakenPart part = taking.part;
    if (line.object() == null) {
      part.aside(line.number(), line.reason());
      return Optional.empty();
    }
    try {
      InventoryLine file = InventoryLine.of(line.object());
      part.decoded += file.isDecoded() ? 1 : 0;
      part.undecoded += file.isUndecoded() ? 1 : 0;
      part.unread += file.isRead() ? 0 : 1;
      return Optional.of(file);
    } catch (DigestCsv.UnreadableRow unreadable) {
      part.aside(line.number(), String.valueOf(unreadable.getMessage()));
      return Optional.empty();
    }
  }

  private void store(Taking taking, List<InventoryLine> lines) {
    List<InventoryLine> read = lines.stream().filter(InventoryLine::isRead).toList();
    if (!read.isEmpty()) {
      write(InventorySql.ADD_ITEMS, taking, read.stream().map(Inventories::item).toList(), false);
      taking.part.stored +=
          write(
              InventorySql.ADD_SIGHTINGS, taking, read.stream().map(this::sighting).toList(), true);
      write(
          InventorySql.ADD_READINGS,
          taking,
          read.stream().map(Inventories::reading).toList(),
          false);
      marks(taking, read);
      taking.part.inline |= read.stream().anyMatch(line -> !line.codes().isEmpty());
      codes.addInline(taking.operation, taking.exhibit.agency(), taking.id, read);
    }
    List<Map<String, Object>> unread =
        lines.stream().filter(line -> !line.isRead()).map(Inventories::unread).toList();
    if (!unread.isEmpty()) {
      taking.part.stored += write(InventorySql.ADD_UNREAD, taking, unread, true);
    }
  }

  private void marks(Taking taking, List<InventoryLine> lines) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (InventoryLine line : lines) {
      for (InventoryLine.Mark mark : line.marks()) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("sha256", line.sha256());
        row.put("kind", mark.kind());
        row.put("words", mark.words());
        filled(row, "digest", mark.digest());
        if (mark.taken() != null) {
          row.put("taken", mark.taken().toString());
        }
        rows.add(row);
      }
    }
    if (!rows.isEmpty()) {
      write(InventorySql.ADD_MARKS, taking, rows, false);
    }
  }

  private int write(
      String statement, Taking taking, List<Map<String, Object>> rows, boolean isOfExhibit) {
    JdbcClient.StatementSpec spec =
        jdbc.sql(statement)
            .param("operation", taking.operation.value())
            .param("agency", taking.exhibit.agency().value())
            .param("country", taking.exhibit.country())
            .param("import", taking.id)
            .param("rows", JsonLines.written(rows));
    return (isOfExhibit ? spec.param("exhibit", taking.exhibit.id()) : spec).update();
  }

  private static Map<String, Object> item(InventoryLine line) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("sha256", line.sha256());
    filled(row, "md5", line.md5());
    row.put("size", line.sizeBytes());
    filled(row, "mime", line.mimeType());
    return row;
  }

  private Map<String, Object> sighting(InventoryLine line) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("sha256", line.sha256());
    row.put("id", UUID.randomUUID());
    row.put("digest", seal.seal("place " + line.place()));
    row.put("item", line.item());
    row.put("place", line.place());
    row.put("deleted", line.isDeleted());
    return row;
  }

  private static Map<String, Object> reading(InventoryLine line) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("sha256", line.sha256());
    filled(row, "sha1", line.sha1());
    filled(row, "format", line.format());
    if (line.width() > 0) {
      row.put("width", line.width());
      row.put("height", line.height());
    }
    row.put("frames", line.frames());
    if (line.quality() != null) {
      row.put("quality", line.quality());
    }
    filled(row, "decode", line.decodePath());
    row.put("decoded", line.isDecoded());
    filled(row, "reason", line.reason());
    filled(row, "warning", line.warning());
    return row;
  }

  private static Map<String, Object> unread(InventoryLine line) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("item", line.item());
    row.put("place", line.place());
    row.put("deleted", line.isDeleted());
    row.put("reason", line.reason());
    return row;
  }

  private static void filled(Map<String, Object> row, String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      row.put(key, value);
    }
  }
}
