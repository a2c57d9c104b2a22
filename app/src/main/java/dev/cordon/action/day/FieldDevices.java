package dev.cordon.action.day;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.day.ReportKind.Progress;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The devices officers report from, and what such a device may hold: numbers of sites. */
@Service
@Transactional
public class FieldDevices {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;

  FieldDevices(JdbcClient jdbc, Access access, CurrentMember currentMember, Ledger ledger) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
  }

  /**
   * A device.
   *
   * @param endedAt since when it may no longer send; null while it may
   */
  public record Device(
      UUID id,
      String name,
      String holder,
      String agency,
      boolean mine,
      Instant registeredAt,
      @Nullable Instant endedAt,
      @Nullable String reason) {}

  /** A site as a device holds it: no label, no address, no name. */
  public record FieldSite(
      UUID id, UUID day, String number, ZoneId zone, Instant plannedAt, Progress progress) {}

  /** Registers a device of the member's. */
  public UUID register(OperationId operation, String name) {
    access.require(operation, Area.ACTION, Right.REPORT);
    UUID id = UUID.randomUUID();
    jdbc.sql(ReportSql.ADD_DEVICE)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", currentMember.agency().value())
        .param("name", name)
        .update();
    ledger.append(
        Entry.of(operation, Act.DECISION, "field-device", "registered " + name).touching(id));
    return id;
  }

  /** Lets a device send no more: the own one, one of the own agency, or for the lead any. */
  public void end(OperationId operation, UUID device, String reason) {
    access.require(operation, Area.ACTION, Right.WRITE);
    int ended =
        jdbc.sql(ReportSql.END_DEVICE)
            .param("operation", operation.value())
            .param("device", device)
            .param("reason", reason)
            .update();
    if (ended == 0) {
      throw new NotPermittedException();
    }
    ledger.append(Entry.of(operation, Act.DECISION, "field-device-end", reason).touching(device));
  }

  /** One page of the devices the reader may see, those that may send first. */
  @Transactional(readOnly = true)
  public Page<Device> page(OperationId operation, int page) {
    return new Page<>(
        jdbc.sql(ReportSql.DEVICES)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) ->
                new Device(
                    Columns.uuid(row, "id"),
                    row.getString("name"),
                    row.getString("holder"),
                    row.getString("agency_name"),
                    Columns.uuid(row, "member_id").equals(currentMember.member().value()),
                    Columns.instant(row, "registered_at"),
                    Columns.instantOrNull(row, "ended_at"),
                    row.getString("reason")))
            .list(),
        page,
        jdbc.sql(ReportSql.COUNT_DEVICES)
            .param("operation", operation.value())
            .query(Long.class)
            .single());
  }

  /** The sites the officer may report from now. */
  @Transactional(readOnly = true)
  public List<FieldSite> sites(OperationId operation) {
    access.require(operation, Area.ACTION, Right.REPORT);
    return jdbc.sql(ReportSql.FIELD_SITES)
        .param("operation", operation.value())
        .param("agency", currentMember.agency().value())
        .query((row, number) ->
            new FieldSite(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "action_day_id"),
                row.getString("number"),
                ZoneId.of(row.getString("time_zone")),
                Columns.instant(row, "planned_at"),
                Progress.of(row.getString("progress"))))
        .list();
  }
}
