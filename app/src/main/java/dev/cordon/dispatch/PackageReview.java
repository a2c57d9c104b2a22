package dev.cordon.dispatch;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Agencies;
import dev.cordon.access.Agency;
import dev.cordon.access.Area;
import dev.cordon.access.OperationId;
import dev.cordon.access.ReadingReason;
import dev.cordon.access.ReadingReasons;
import dev.cordon.access.Right;
import dev.cordon.dispatch.content.PackageContent.Change;
import dev.cordon.dispatch.content.PackageContent.Omission;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The review before packages go: drafts for all agencies in one go, the list of drafts, and what
 * speaks against one, what was left out of it and what changed. Each release stays a person's act.
 */
@Service
@Transactional
public class PackageReview {

  private final JdbcClient jdbc;
  private final Access access;
  private final Agencies agencies;
  private final IntelligencePackages packages;
  private final SubjectMaterial material;
  private final ReadingReasons reasons;
  private final Ledger ledger;
  private final PreSendCheck check;
  private final ContentStore contents;

  PackageReview(
      JdbcClient jdbc,
      Access access,
      Agencies agencies,
      IntelligencePackages packages,
      SubjectMaterial material,
      ReadingReasons reasons,
      Ledger ledger,
      PreSendCheck check,
      ContentStore contents) {
    this.jdbc = jdbc;
    this.access = access;
    this.agencies = agencies;
    this.packages = packages;
    this.material = material;
    this.reasons = reasons;
    this.ledger = ledger;
    this.check = check;
    this.contents = contents;
  }

  /**
   * What drafting for all came to.
   *
   * @param drafted how many drafts were made
   * @param refused agencies that got none, each with the reason
   */
  public record Round(int drafted, List<String> refused) {

    /** Copies the list. */
    public Round {
      refused = List.copyOf(refused);
    }
  }

  /**
   * A draft in the list.
   *
   * @param blocking how many things must be put right first
   * @param told how many more are worth a look
   * @param changes differences to the version it replaces
   * @param leftOut records that were left out
   */
  public record Row(
      IntelligencePackage draft, long blocking, long told, long changes, long leftOut) {}

  /** Drafts a package for every agency whose country has confirmed subjects. */
  public Round draftAll(OperationId operation, String reason) {
    access.require(operation, Area.PACKAGES, Right.WRITE);
    int drafted = 0;
    List<String> refused = new ArrayList<>();
    for (Agency agency : agencies.all()) {
      if (agency.closed() || material.confirmed(operation, agency.country()).isEmpty()) {
        continue;
      }
      try {
        IntelligencePackage unused = packages.draft(operation, DraftOrder.of(agency.id(), reason));
        drafted++;
      } catch (RefusedException none) {
        refused.add(agency.name() + ": " + none.getMessage());
      }
    }
    return new Round(drafted, refused);
  }

  /** One page of the drafts that wait, the latest of each number, by country. */
  @Transactional(readOnly = true)
  public Page<Row> drafts(OperationId operation, int page) {
    access.require(operation, Area.PACKAGES, Right.WRITE);
    List<Row> rows =
        jdbc
            .sql(DispatchSql.STATES + ContentSql.LATEST_DRAFTS)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(PackageRows::intelligencePackage)
            .list()
            .stream()
            .map(this::row)
            .toList();
    long total =
        jdbc.sql(ContentSql.COUNT_LATEST_DRAFTS)
            .param("operation", operation.value())
            .query(Long.class)
            .single();
    return new Page<>(rows, page, total);
  }

  private Row row(IntelligencePackage draft) {
    List<SendFinding> findings = check.findings(draft);
    long blocking = findings.stream().filter(SendFinding::blocks).count();
    return new Row(
        draft,
        blocking,
        findings.size() - blocking,
        contents.changes(draft).size(),
        contents.omissions(draft.id()).stream().mapToLong(Omission::count).sum());
  }

  /** What speaks against a draft; empty once it is released. */
  @Transactional(readOnly = true)
  public List<SendFinding> findings(OperationId operation, PackageId id) {
    access.require(operation, Area.PACKAGES, Right.READ);
    IntelligencePackage one = packages.get(operation, id);
    return one.state() == PackageState.DRAFT ? check.findings(one) : List.of();
  }

  /** One page of the differences to the version it replaces; they name records: an entry. */
  public Page<Change> changes(OperationId operation, PackageId id, int page) {
    access.require(operation, Area.PACKAGES, Right.READ);
    ReadingReason reason = reasons.require(operation);
    IntelligencePackage one = packages.get(operation, id);
    ledger.append(
        Entry.of(operation, Act.CONSULTATION, "package-review", reason.about("reviewed a package"))
            .touching(id));
    return paged(contents.changes(one), page);
  }

  /** One page of what was left out. */
  @Transactional(readOnly = true)
  public Page<Omission> omissions(OperationId operation, PackageId id, int page) {
    access.require(operation, Area.PACKAGES, Right.READ);
    return paged(contents.omissions(packages.get(operation, id).id()), page);
  }

  private static <T> Page<T> paged(List<T> all, int page) {
    int from = (int) Math.min(all.size(), Page.offset(page));
    return new Page<>(all.subList(from, Math.min(all.size(), from + Page.SIZE)), page, all.size());
  }
}
