package dev.cordon.dispatch;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.ReadingReason;
import dev.cordon.access.ReadingReasons;
import dev.cordon.access.Right;
import dev.cordon.approval.ActKind;
import dev.cordon.approval.ApprovalId;
import dev.cordon.approval.Approvals;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The packages of an operation.
 *
 * <p>A member of the lead sees all; a national officer sees the released packages of the officer's
 * own agency and can not tell whether there are others: the database decides.
 */
@Service
@Transactional
public class IntelligencePackages {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final ReadingReasons reasons;
  private final Approvals approvals;
  private final SubjectMaterial material;
  private final Drafting drafting;
  private final ReleaseGate gate;
  private final PreSendCheck check;
  private final ApplicationEventPublisher events;

  IntelligencePackages(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      ReadingReasons reasons,
      Approvals approvals,
      SubjectMaterial material,
      Drafting drafting,
      ReleaseGate gate,
      PreSendCheck check,
      ApplicationEventPublisher events) {
    this.gate = gate;
    this.check = check;
    this.events = events;
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.reasons = reasons;
    this.approvals = approvals;
    this.material = material;
    this.drafting = drafting;
  }

  /** Prepares a package for an agency; a later one for the same agency is its next version. */
  public IntelligencePackage draft(OperationId operation, DraftOrder order) {
    return draft(operation, order, false);
  }

  /** Prepares a package that stands alone: it is no version of what the agency has already. */
  public IntelligencePackage draftAlone(OperationId operation, DraftOrder order) {
    return draft(operation, order, true);
  }

  private IntelligencePackage draft(OperationId operation, DraftOrder order, boolean alone) {
    access.require(operation, Area.PACKAGES, Right.WRITE);
    Drafting.Drafted drafted =
        drafting.draft(operation, order, material, currentMember.member(), alone);
    ledger.append(
        Entry.of(operation, Act.COMBINATION, "package-draft", order.reason())
            .touching(drafted.subjects()));
    return get(operation, drafted.id());
  }

  /**
   * Asks for the release of a draft that leaves no question open but perhaps a gap in the law.
   *
   * @param gapReason as in {@link Clearing}
   */
  public ApprovalId askRelease(
      OperationId operation, PackageId id, String reason, @Nullable String gapReason) {
    return askRelease(operation, id, reason, Clearing.gap(gapReason));
  }

  /**
   * Asks for the release of a draft to its recipient; a second person approves it.
   *
   * @param clearing what the member says where law or data protection leave a question
   */
  public ApprovalId askRelease(
      OperationId operation, PackageId id, String reason, Clearing clearing) {
    access.require(operation, Area.PACKAGES, Right.WRITE);
    IntelligencePackage draft = get(operation, id);
    if (draft.state() == PackageState.DRAFT) {
      check.require(draft);
    }
    gate.require(draft, clearing);
    if (draft.state() == PackageState.DRAFT) {
      gate.note(draft, clearing);
    }
    return approvals.ask(operation, ActKind.PACKAGE_RELEASE, id.toString(), reason);
  }

  /** The recipient says it has the package; saying so again changes nothing. */
  public IntelligencePackage receive(OperationId operation, PackageId id, @Nullable String note) {
    access.require(operation, Area.PACKAGES, Right.RECEIVE);
    IntelligencePackage received = own(operation, id);
    int added =
        jdbc.sql(DispatchSql.ADD_RECEIPT)
            .param("package", id.value())
            .param("operation", operation.value())
            .param("agency", received.recipient().value())
            .param("member", currentMember.member().value())
            .param("note", note)
            .update();
    if (added > 0) {
      ledger.append(
          Entry.of(operation, Act.CONSULTATION, "package-receipt", note == null ? "received" : note)
              .to(received.recipient())
              .touching(id));
    }
    return get(operation, id);
  }

  /** Calls a released package back. It stays readable, marked as recalled. */
  public IntelligencePackage recall(OperationId operation, PackageId id, String reason) {
    access.require(operation, Area.PACKAGES, Right.RECALL);
    IntelligencePackage released = get(operation, id);
    if (released.act().releasedAt() == null || released.act().recalledAt() != null) {
      throw new RefusedException(
          "Package " + released.number() + " is " + released.state() + " and can not be recalled.");
    }
    jdbc.sql(DispatchSql.ADD_RECALL)
        .param("package", id.value())
        .param("operation", operation.value())
        .param("agency", released.recipient().value())
        .param("member", currentMember.member().value())
        .param("reason", reason)
        .update();
    ledger.append(
        Entry.of(operation, Act.DECISION, "package-recall", reason)
            .to(released.recipient())
            .touching(id));
    events.publishEvent(new PackageRecalled(operation, id, released.recipient(), reason));
    return get(operation, id);
  }

  /** A package the member's own agency received. */
  IntelligencePackage own(OperationId operation, PackageId id) {
    IntelligencePackage found = get(operation, id);
    if (!found.recipient().equals(currentMember.agency())) {
      throw new RefusedException("Only the receiving agency can say this.");
    }
    return found;
  }

  /** One page of the packages the reader may see, of one country or of all (null). */
  @Transactional(readOnly = true)
  public Page<IntelligencePackage> page(OperationId operation, @Nullable String country, int page) {
    List<IntelligencePackage> rows =
        jdbc.sql(DispatchSql.PAGE)
            .param("operation", operation.value())
            .param("country", country)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(PackageRows::intelligencePackage)
            .list();
    long total =
        jdbc.sql(DispatchSql.COUNT)
            .param("operation", operation.value())
            .param("country", country)
            .query(Long.class)
            .single();
    return new Page<>(rows, page, total);
  }

  /** One package; not found when there is none for this reader. */
  @Transactional(readOnly = true)
  public IntelligencePackage get(OperationId operation, PackageId id) {
    return jdbc.sql(DispatchSql.FIND)
        .param("operation", operation.value())
        .param("package", id.value())
        .query(PackageRows::intelligencePackage)
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /** One page of a package's subjects. */
  @Transactional(readOnly = true)
  public Page<PackageSubject> subjects(OperationId operation, PackageId id, int page) {
    get(operation, id);
    return new Page<>(
        jdbc.sql(DispatchSql.SUBJECTS)
            .param("package", id.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(PackageRows::subject)
            .list(),
        page,
        jdbc.sql(DispatchSql.COUNT_SUBJECTS)
            .param("package", id.value())
            .query(Long.class)
            .single());
  }

  /** One page of the records behind a subject of a package; reading them is an entry. */
  public Page<PackageRecord> records(
      OperationId operation, PackageId id, UUID packageSubject, int page) {
    access.require(operation, Area.PACKAGES, Right.READ);
    ReadingReason reason = reasons.require(operation);
    get(operation, id);
    requireIn(id, packageSubject);
    ledger.append(
        Entry.of(operation, Act.CONSULTATION, "package-subject", reason.about("opened the records"))
            .touching(packageSubject));
    return new Page<>(
        jdbc.sql(DispatchSql.RECORDS)
            .param("subject", packageSubject)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(PackageRows::packageRecord)
            .list(),
        page,
        jdbc.sql(DispatchSql.COUNT_RECORDS)
            .param("subject", packageSubject)
            .query(Long.class)
            .single());
  }

  /** Refuses a subject that is not in the package. */
  void requireIn(PackageId id, UUID packageSubject) {
    if (!subjectOf(id, packageSubject)) {
      throw new NotPermittedException();
    }
  }

  private boolean subjectOf(PackageId id, UUID packageSubject) {
    return Boolean.TRUE.equals(
        jdbc.sql(DispatchSql.SUBJECT_IN)
            .param("package", id.value())
            .param("subject", packageSubject)
            .query(Boolean.class)
            .single());
  }
}
