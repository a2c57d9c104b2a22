package dev.cordon.evidence;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.MeasureReported;
import dev.cordon.action.SeizedItem;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of exhibits. A seized item opens its exhibit in the transaction that takes the
 * report; who holds it and under which seal follows from its hand-overs alone.
 */
@Service
@Transactional
public class Exhibits {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;
  private final Clock clock = Clock.systemUTC();

  Exhibits(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.events = events;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MeasureReported measure) {
    if (measure.items().isEmpty()) {
      return;
    }
    List<UUID> opened = new ArrayList<>();
    measure.items().forEach(item -> opened.add(open(measure, item)));
    ledger.append(
        Entry.of(
                measure.operation(),
                Act.COLLECTION,
                "exhibit",
                "seized in a " + measure.kind().text().replace('_', ' '))
            .touching(opened));
  }

  private UUID open(MeasureReported measure, SeizedItem item) {
    // A series of the agency: gaps would tell it how much others of the same country seized.
    String series =
        "exhibit-%d-%s-%s".formatted(measure.localYear(), measure.country(), measure.agency());
    int next =
        jdbc.sql(EvidenceSql.NEXT_NUMBER)
            .param("operation", measure.operation().value())
            .param("series", series)
            .query(Integer.class)
            .single();
    String number = "%d-%s-%04d".formatted(measure.localYear(), measure.country(), next);
    UUID id = UUID.randomUUID();
    jdbc.sql(EvidenceSql.ADD_EXHIBIT)
        .param("id", id)
        .param("operation", measure.operation().value())
        .param("agency", measure.agency().value())
        .param("number", number)
        .param("item", item.id())
        .param("measure", measure.measure())
        .param("kind", item.kind())
        .param("description", item.description())
        .param("seal", item.seal())
        .param("country", measure.country())
        .param("at", Columns.parameter(measure.at()))
        .param("place", measure.place())
        .param("officer", measure.officer())
        .param("member", currentMember.member().value())
        .update();
    events.publishEvent(new ExhibitSealed(measure.operation(), measure.agency(), id, number));
    return id;
  }

  /**
   * Records that an exhibit changed hands.
   *
   * @throws IrregularHandOverException naming what can not be; nothing is recorded then
   */
  public Exhibit handOver(OperationId operation, UUID exhibit, HandOver handOver) {
    access.require(operation, Area.EVIDENCE, Right.WRITE);
    Exhibit before = get(operation, exhibit);
    check(before, handOver);
    jdbc.sql(EvidenceSql.ADD_HAND_OVER)
        .param("operation", operation.value())
        .param("agency", before.agency().value())
        .param("exhibit", exhibit)
        .param("sequence", before.handOvers() + 1)
        .param("from", handOver.from())
        .param("to", handOver.to())
        .param("place", handOver.place())
        .param("purpose", handOver.purpose())
        .param("at", Columns.parameter(handOver.at()))
        .param("sealBefore", handOver.sealBefore())
        .param("sealAfter", handOver.sealAfter())
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(operation, Act.ALTERATION, "hand-over", handOver.purpose()).touching(exhibit));
    return get(operation, exhibit);
  }

  private void check(Exhibit exhibit, HandOver handOver) {
    Instant at = handOver.at();
    if (!same(exhibit.heldBy(), handOver.from())) {
      throw irregular(
          exhibit,
          Irregularity.NOT_THE_HOLDER,
          exhibit.heldBy() + " holds it, not " + handOver.from() + ".");
    }
    if (same(handOver.from(), handOver.to())) {
      throw irregular(
          exhibit, Irregularity.SAME_PERSON, "giver and taker are both " + handOver.to() + ".");
    }
    if (!Objects.equals(exhibit.sealNow(), handOver.sealBefore())) {
      throw irregular(
          exhibit,
          Irregularity.SEAL_DIFFERS,
          "it carries "
              + seal(exhibit.sealNow())
              + ", found was "
              + seal(handOver.sealBefore())
              + ".");
    }
    if (at.isBefore(exhibit.heldSince())) {
      throw irregular(
          exhibit,
          Irregularity.BEFORE_LAST,
          exhibit.heldBy() + " holds it only since " + exhibit.heldSince() + ".");
    }
    if (at.isAfter(clock.instant())) {
      throw irregular(exhibit, Irregularity.IN_THE_FUTURE, at + " has not come yet.");
    }
  }

  private static IrregularHandOverException irregular(
      Exhibit exhibit, Irregularity irregularity, String detail) {
    return new IrregularHandOverException(exhibit.number(), irregularity, detail);
  }

  private static boolean same(String left, String right) {
    return left.strip().equalsIgnoreCase(right.strip());
  }

  private static String seal(@Nullable String seal) {
    return seal == null ? "no seal" : "seal " + seal;
  }

  /** One exhibit the reader may see. */
  @Transactional(readOnly = true)
  public Exhibit get(OperationId operation, UUID exhibit) {
    return jdbc.sql(EvidenceSql.FIND)
        .param("operation", operation.value())
        .param("exhibit", exhibit)
        .query(Exhibits::exhibit)
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /** An exhibit's custody, from the first hand-over. */
  @Transactional(readOnly = true)
  public List<HandOver> custody(OperationId operation, UUID exhibit) {
    get(operation, exhibit);
    return jdbc.sql(EvidenceSql.HAND_OVERS)
        .param("exhibit", exhibit)
        .query(Exhibits::handOver)
        .list();
  }

  /** One page of the register, of one country or report, or of all (null). */
  @Transactional(readOnly = true)
  public Page<Exhibit> page(
      OperationId operation, @Nullable String country, @Nullable String report, int page) {
    List<Exhibit> rows =
        jdbc.sql(EvidenceSql.PAGE)
            .param("operation", operation.value())
            .param("country", country)
            .param("report", report)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(Exhibits::exhibit)
            .list();
    long total =
        jdbc.sql(EvidenceSql.COUNT)
            .param("operation", operation.value())
            .param("country", country)
            .param("report", report)
            .query(Long.class)
            .single();
    return new Page<>(rows, page, total);
  }

  private static Exhibit exhibit(ResultSet row, int number) throws SQLException {
    return new Exhibit(
        Columns.uuid(row, "id"),
        new AgencyId(Columns.uuid(row, "agency_id")),
        row.getString("number"),
        row.getString("kind"),
        row.getString("description"),
        row.getString("seal"),
        row.getString("country"),
        Columns.instant(row, "seized_at"),
        row.getString("place"),
        row.getString("seized_by"),
        Columns.uuid(row, "measure_id"),
        row.getString("report"),
        row.getInt("item_number"),
        row.getString("held_by"),
        Columns.instant(row, "held_since"),
        row.getString("seal_now"),
        row.getInt("hand_overs"));
  }

  private static HandOver handOver(ResultSet row, int number) throws SQLException {
    return new HandOver(
        row.getInt("sequence"),
        row.getString("from_person"),
        row.getString("to_person"),
        row.getString("place"),
        row.getString("purpose"),
        Columns.instant(row, "happened_at"),
        row.getString("seal_before"),
        row.getString("seal_after"));
  }
}
