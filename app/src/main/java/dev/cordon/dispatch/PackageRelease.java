package dev.cordon.dispatch;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.approval.ActKind;
import dev.cordon.approval.Approval;
import dev.cordon.approval.ApprovedAct;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The release of a package: asked for by the lead, approved by another coordinator. */
@Component
class PackageRelease implements ApprovedAct {

  private final JdbcClient jdbc;
  private final Access access;
  private final IntelligencePackages packages;
  private final Signing signing;
  private final PreSendCheck check;
  private final ReleaseReceipts receipts;
  private final ApplicationEventPublisher events;

  PackageRelease(
      JdbcClient jdbc,
      Access access,
      IntelligencePackages packages,
      Signing signing,
      PreSendCheck check,
      ReleaseReceipts receipts,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.access = access;
    this.packages = packages;
    this.signing = signing;
    this.check = check;
    this.receipts = receipts;
    this.events = events;
  }

  @Override
  public ActKind kind() {
    return ActKind.PACKAGE_RELEASE;
  }

  @Override
  public void requireAsker(OperationId operation) {
    access.require(operation, Area.PACKAGES, Right.WRITE);
  }

  @Override
  public void requireApprover(OperationId operation) {
    access.require(operation, Area.PACKAGES, Right.RELEASE);
  }

  @Override
  public String describe(OperationId operation, String target) {
    IntelligencePackage draft = draft(operation, target);
    String gap = draft.law().gapReason();
    return "Package "
        + draft.number()
        + ", version "
        + draft.version()
        + ", with "
        + draft.subjects()
        + (draft.subjects() == 1 ? " subject" : " subjects")
        + " goes to "
        + draft.recipientName()
        + " ("
        + draft.country()
        + ") under "
        + draft.handlingCode()
        + ": it is signed and the agency reads it at once. A recall marks it, but takes nothing"
        + " back that was read."
        + (gap == null
            ? ""
            : " The law there does not surely cover the conduct; it goes all the same because: "
                + gap);
  }

  @Override
  public void perform(OperationId operation, String target, Approval approval) {
    IntelligencePackage draft = draft(operation, target);
    check.require(draft);
    String digest =
        signing.release(
            draft, approval.approvedBy(), approval.askReason(), draft.law().gapReason());
    receipts.add(draft, digest, approval.askReason());
    events.publishEvent(
        new PackageDispatched(
            operation, draft.id(), draft.recipient(), approval.askReason(), subjects(draft.id())));
  }

  private IntelligencePackage draft(OperationId operation, String target) {
    IntelligencePackage found = packages.get(operation, new PackageId(UUID.fromString(target)));
    if (found.state() != PackageState.DRAFT) {
      throw new RefusedException(
          "Package " + found.number() + " was released already; draft a new version instead.");
    }
    return found;
  }

  private List<UUID> subjects(PackageId id) {
    return jdbc.sql(DispatchSql.ALL_SUBJECTS)
        .param("package", id.value())
        .query((row, number) -> Columns.uuid(row, "subject_id"))
        .list();
  }
}
