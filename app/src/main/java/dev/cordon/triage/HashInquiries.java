package dev.cordon.triage;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Exhibits;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks whether other agencies of the operation hold the same files, or pictures nearly alike. An
 * inquiry has a legal basis and a quota; the asker learns that there is a hit and whom to turn to,
 * not which agency, where or how often; each holder learns who asked and why. The database compares
 * digests, {@link NearHoldings} perceptual codes.
 */
@Service
@Transactional
public class HashInquiries {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final Exhibits exhibits;
  private final ExhibitCounts counts;
  private final NearHoldings holdings;
  private final QueueRules rules;
  private final QueuePlaces queue;

  HashInquiries(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      Exhibits exhibits,
      ExhibitCounts counts,
      NearHoldings holdings,
      QueueRules rules,
      QueuePlaces queue) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.exhibits = exhibits;
    this.counts = counts;
    this.holdings = holdings;
    this.rules = rules;
    this.queue = queue;
  }

  /**
   * Asks about the files of an exhibit of the member's agency.
   *
   * @return how many of them another agency holds
   */
  public long askAboutExhibit(
      OperationId operation, UUID exhibit, String legalBasis, String reason) {
    Exhibit asked = exhibits.get(operation, exhibit);
    requireOwn(asked.agency());
    return ask(operation, exhibit, null, legalBasis, reason);
  }

  /**
   * Asks about one item of the member's agency.
   *
   * @return 1 for a hit, 0 for none
   */
  public long askAboutItem(OperationId operation, UUID item, String legalBasis, String reason) {
    AgencyId holder =
        jdbc.sql(TriageSql.ITEM)
            .param("operation", operation.value())
            .param("item", item)
            .query((row, number) -> new AgencyId(Columns.uuid(row, "agency_id")))
            .optional()
            .orElseThrow(dev.cordon.access.NotPermittedException::new);
    requireOwn(holder);
    return ask(operation, null, item, legalBasis, reason);
  }

  private void requireOwn(AgencyId holder) {
    if (!holder.equals(currentMember.agency())) {
      throw new dev.cordon.access.NotPermittedException();
    }
  }

  private long ask(
      OperationId operation,
      @Nullable UUID exhibit,
      @Nullable UUID item,
      String legalBasis,
      String reason) {
    access.require(operation, Area.TRIAGE, Right.WRITE);
    if (legalBasis.strip().length() < 3 || reason.strip().length() < 3) {
      throw new RefusedException("An inquiry needs its legal basis and a reason.");
    }
    long items = exhibit == null ? 1 : counts.of(operation, exhibit).files();
    requireQuota(operation, items);
    UUID id = UUID.randomUUID();
    UUID about = Objects.requireNonNull(item == null ? exhibit : item);
    jdbc.sql(InquirySql.ASK)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", currentMember.agency().value())
        .param("exhibit", exhibit)
        .param("item", item)
        .param("basis", legalBasis.strip())
        .param("reason", reason.strip())
        .param("radius", rules.radius())
        .param("items", items)
        .param("member", currentMember.member().value())
        .update();
    NearHoldings.Pairs near = holdings.near(operation, id, exhibit, item);
    long hits =
        jdbc.sql(InquirySql.ANSWER)
            .param("inquiry", id)
            .param("own", near.ownArray())
            .param("others", near.othersArray())
            .param("distances", near.distancesArray())
            .query(Long.class)
            .single();
    ledger.append(
        Entry.of(
                operation,
                Act.COMBINATION,
                "hash-inquiry",
                "basis: " + legalBasis.strip() + "; " + reason.strip())
            .touching(id, about));
    queue.place(operation);
    return hits;
  }

  private void requireQuota(OperationId operation, long items) {
    if (items == 0) {
      throw new RefusedException("There is no file to ask about; take its inventory in first.");
    }
    if (items > rules.itemsOfAnInquiry()) {
      throw new RefusedException(
          "The exhibit holds "
              + items
              + " different files; one inquiry asks about at most "
              + rules.itemsOfAnInquiry()
              + ". Ask about single items.");
    }
    if (left(operation) == 0) {
      throw new RefusedException(
          "Your agency has asked "
              + rules.inquiriesADay()
              + " times in the last 24 hours, which is its quota. Ask again later.");
    }
  }

  /** How often the member's agency may still ask now. */
  @Transactional(readOnly = true)
  public int left(OperationId operation) {
    long asked =
        jdbc.sql(InquirySql.ASKED_LATELY)
            .param("operation", operation.value())
            .param("agency", currentMember.agency().value())
            .query(Long.class)
            .single();
    return (int) Math.max(0, rules.inquiriesADay() - asked);
  }

  /** What the agencies the member may see have asked, the newest first. */
  @Transactional(readOnly = true)
  public Page<HashInquiry> asked(OperationId operation, int page) {
    return new Page<>(
        jdbc.sql(InquirySql.ASKED)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) ->
                new HashInquiry(
                    Columns.uuid(row, "id"),
                    row.getObject("exhibit_id", UUID.class),
                    row.getString("exhibit_number"),
                    row.getObject("media_item_id", UUID.class),
                    row.getString("legal_basis"),
                    row.getString("reason"),
                    row.getInt("radius"),
                    row.getLong("items_asked"),
                    row.getLong("hits"),
                    row.getString("asked_by_name"),
                    Columns.instant(row, "asked_at"),
                    row.getString("contact")))
            .list(),
        page,
        jdbc.sql(InquirySql.COUNT_ASKED)
            .param("operation", operation.value())
            .query(Long.class)
            .single());
  }

  /**
   * What others asked about files of the agencies the member may see, the newest first. Looking is
   * an entry: the holder's side of the inquiry.
   */
  public Page<HashQuestion> received(OperationId operation, int page) {
    access.require(operation, Area.TRIAGE, Right.READ);
    List<HashQuestion> questions =
        jdbc.sql(InquirySql.RECEIVED)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) ->
                new HashQuestion(
                    Columns.uuid(row, "id"),
                    Columns.uuid(row, "media_item_id"),
                    row.getString("sha256"),
                    row.getString("asker"),
                    row.getString("legal_basis"),
                    row.getString("reason"),
                    row.getBoolean("is_exact"),
                    row.getObject("distance", Integer.class),
                    Columns.instant(row, "asked_at")))
            .list();
    if (!questions.isEmpty()) {
      ledger.append(
          Entry.of(operation, Act.CONSULTATION, "hash-inquiries-received", "page " + page)
              .touching(questions.stream().map(HashQuestion::id).toList()));
    }
    return new Page<>(
        questions,
        page,
        jdbc.sql(InquirySql.COUNT_RECEIVED)
            .param("operation", operation.value())
            .query(Long.class)
            .single());
  }
}
