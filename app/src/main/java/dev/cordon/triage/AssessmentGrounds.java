package dev.cordon.triage;

import dev.cordon.Columns;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.SealedAccess;
import dev.cordon.access.SealedThing;
import dev.cordon.keys.ColumnPlace;
import dev.cordon.keys.SealedColumns;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The grounds of assessments: what a person wrote about a picture, sealed, opened for one item at a
 * time. Grounds written before they were sealed are sealed when the server starts.
 */
@Service
public class AssessmentGrounds {

  private static final Logger LOG = LoggerFactory.getLogger(AssessmentGrounds.class);
  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final SealedColumns columns;

  AssessmentGrounds(JdbcClient jdbc, SealedColumns columns) {
    this.jdbc = jdbc;
    this.columns = columns;
  }

  /** One assessment with its grounds. */
  public record Grounds(
      UUID id, Assessment assessedAs, String grounds, Instant assessedAt, String assessedBy) {

    @Override
    public String toString() {
      return "Grounds[" + id + "]";
    }
  }

  private record Unsealed(UUID id, OperationId operation, String grounds) {}

  /** What is opened: the grounds of one item's assessments. */
  public static SealedThing thing(UUID item) {
    return new SealedThing(SealedThing.Kind.GROUNDS, item);
  }

  byte[] seal(OperationId operation, UUID assessment, String grounds) {
    return columns.seal(place(operation, assessment), grounds);
  }

  /** Passes when the member may know of the item. */
  @Transactional(readOnly = true)
  public void requireItem(OperationId operation, UUID item) {
    boolean known =
        jdbc.sql(TriageSql.ITEM)
            .param("operation", operation.value())
            .param("item", item)
            .query((row, number) -> Columns.uuid(row, "agency_id"))
            .optional()
            .isPresent();
    if (!known) {
      throw new NotPermittedException();
    }
  }

  /** The assessments of an item, the newest first. */
  @Transactional(readOnly = true)
  public List<Grounds> read(OperationId operation, UUID item, SealedAccess access) {
    access.require(operation, thing(item));
    return jdbc.sql(TriageSql.GROUNDS)
        .param("operation", operation.value())
        .param("item", item)
        .query((row, number) -> {
          UUID id = Columns.uuid(row, "id");
          return new Grounds(
              id,
              Assessment.valueOf(row.getString("assessed_as").toUpperCase(java.util.Locale.ROOT)),
              columns.open(
                  place(operation, id), row.getBytes("grounds_sealed"), thing(item), access),
              Columns.instant(row, "assessed_at"),
              row.getString("assessed_by_name"));
        })
        .list();
  }

  /** Seals what earlier versions wrote in the clear. */
  @EventListener(ApplicationReadyEvent.class)
  void sealEarlier() {
    List<Unsealed> found = unsealed();
    while (!found.isEmpty()) {
      for (Unsealed one : found) {
        jdbc.sql(TriageSql.SEAL_GROUNDS)
            .param("id", one.id())
            .param("sealed", seal(one.operation(), one.id(), one.grounds()))
            .query((row, number) -> row.getBoolean(1))
            .single();
      }
      LOG.info("sealed the grounds of {} earlier assessments", found.size());
      found = unsealed();
    }
  }

  private List<Unsealed> unsealed() {
    return jdbc.sql(TriageSql.UNSEALED_GROUNDS)
        .param("atMost", AT_ONCE)
        .query((row, number) ->
            new Unsealed(
                Columns.uuid(row, "id"),
                new OperationId(Columns.uuid(row, "operation_id")),
                row.getString("grounds")))
        .list();
  }

  private static ColumnPlace place(OperationId operation, UUID assessment) {
    return new ColumnPlace(operation, "assessment", "grounds_sealed", assessment);
  }
}
