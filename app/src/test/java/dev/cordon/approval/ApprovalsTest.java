package dev.cordon.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.AtOnce;
import dev.cordon.DatabaseTest;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@Import(ApprovalsTest.Acts.class)
class ApprovalsTest extends DatabaseTest {

  @Autowired private Approvals approvals;
  @Autowired private Export export;

  private SignedIn second;
  private SignedIn officerForData;

  /** An act of the tests: the export of an operation, which only notes that it was done. */
  @Order(Ordered.HIGHEST_PRECEDENCE)
  static class Export implements ApprovedAct {

    private final Access access;
    private final JdbcClient jdbc;
    private final List<Approval> done = new ArrayList<>();
    private boolean fails;

    Export(Access access, JdbcClient jdbc) {
      this.access = access;
      this.jdbc = jdbc;
    }

    @Override
    public ActKind kind() {
      return ActKind.OPERATION_EXPORT;
    }

    @Override
    public void requireAsker(OperationId operation) {
      access.require(operation, Area.DATA_PROTECTION, Right.EXPORT);
    }

    @Override
    public void requireApprover(OperationId operation) {
      access.require(operation, Area.DATA_PROTECTION, Right.EXPORT);
    }

    @Override
    public String describe(OperationId operation, String target) {
      if (target.equals("impossible")) {
        throw new RefusedException("There is nothing to export.");
      }
      return "Everything goes to " + target + ".";
    }

    @Override
    public synchronized void perform(OperationId operation, String target, Approval approval) {
      jdbc.sql("update cordon.operation set ends_on = ends_on + 1 where id = ?")
          .params(operation.value())
          .update();
      if (fails) {
        throw new RefusedException("The disk is full.");
      }
      done.add(approval);
    }
  }

  @TestConfiguration
  static class Acts {

    @Bean
    Export export(Access access, JdbcClient jdbc) {
      return new Export(access, jdbc);
    }
  }

  @BeforeEach
  void secondPersons() {
    second = member(lead, operation, Role.COORDINATOR);
    officerForData = member(lead, operation, Role.DATA_PROTECTION_OFFICER);
    export.done.clear();
    export.fails = false;
  }

  @Test
  void approval_doesTheActWithBothNames() {
    ApprovalId id = ask("court");
    assertThat(export.done).isEmpty();
    as(second, () -> approvals.approve(operation, id, "read it"));

    assertThat(export.done)
        .containsExactly(
            new Approval(
                id,
                operation,
                ActKind.OPERATION_EXPORT,
                coordinator.member(),
                "the court asks",
                second.member(),
                "read it"));
    Request request = get(coordinator, () -> approvals.get(operation, id));
    assertThat(request.state()).isEqualTo(Request.State.APPROVED);
    assertThat(request.what()).isEqualTo("Everything goes to court.");
    assertThat(request.decision().orElseThrow().by()).isEqualTo(second.member());
    assertThat(entries()).containsExactly("approval-approved", "approval-request");
  }

  @Test
  void ownRequest_isNotApprovedByOneself_notEvenByDirectSql() {
    ApprovalId id = ask("court");

    assertThatThrownBy(() -> as(coordinator, () -> approvals.approve(operation, id, "fine")))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> decide(coordinator, id, coordinator, "approved"))
        .rootCause()
        .hasMessageContaining("approval_decision_two_persons");
    assertThatThrownBy(() -> decide(coordinator, id, second, "approved"))
        .isInstanceOf(DataAccessException.class);
    assertThat(get(coordinator, () -> approvals.get(operation, id)).state())
        .isEqualTo(Request.State.OPEN);
    assertThat(approvalFor("court")).isNull();
  }

  @Test
  void requestInAnothersName_isRefused() {
    assertThatThrownBy(() -> insert(coordinator, second, "operation_export", "court", "1 hour"))
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThatThrownBy(() -> insert(analyst, analyst, "operation_export", "court", "1 hour"))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void request_isOpenOncePerActAndTarget() throws InterruptedException {
    List<Object> outcomes = AtOnce.both(() -> ask("court"), () -> askAs(second, "court"));

    assertThat(outcomes).hasAtLeastOneElementOfType(ApprovalId.class);
    assertThat(outcomes).hasAtLeastOneElementOfType(RefusedException.class);
    ask("another court");
    ApprovalId open =
        get(second, () -> approvals.page(operation, true, 1)).rows().stream()
            .filter(one -> one.target().equals("court"))
            .findFirst()
            .orElseThrow()
            .id();
    as(officerForData, () -> approvals.decline(operation, open, "not needed"));
    ask("court");
  }

  @Test
  void twoApprovers_atOnce_doItOnce() throws InterruptedException {
    ApprovalId id = ask("court");

    List<Object> outcomes =
        AtOnce.both(() -> approve(second, id), () -> approve(officerForData, id));

    assertThat(outcomes).contains("approved").hasAtLeastOneElementOfType(RefusedException.class);
    assertThat(export.done).hasSize(1);
  }

  @Test
  void actThatFails_leavesTheRequestOpenAndNothingDone() {
    ApprovalId id = ask("court");
    String before = endsOn();
    export.fails = true;

    assertThatThrownBy(() -> approve(second, id)).hasMessage("The disk is full.");

    assertThat(endsOn()).isEqualTo(before);
    assertThat(get(coordinator, () -> approvals.get(operation, id)).state())
        .isEqualTo(Request.State.OPEN);
    assertThat(entries()).containsExactly("approval-request");
    export.fails = false;
    approve(second, id);
    assertThat(endsOn()).isNotEqualTo(before);
  }

  @Test
  void decision_isMadeOnce_andNeverChanged() {
    ApprovalId id = ask("court");
    as(second, () -> approvals.decline(operation, id, "not yet"));

    assertThatThrownBy(() -> approve(officerForData, id)).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> as(coordinator, () -> approvals.withdraw(operation, id, "no")))
        .isInstanceOf(RefusedException.class);
    for (String table : List.of("approval", "approval_decision")) {
      assertThatThrownBy(() ->
              as(
                  second,
                  () ->
                      jdbc.sql("update cordon." + table + " set operation_id = operation_id")
                          .update()))
          .rootCause()
          .hasMessageContaining("permission denied");
    }
    assertThat(export.done).isEmpty();
  }

  @Test
  void withdrawal_isTheAskersOwn() {
    ApprovalId id = ask("court");

    assertThatThrownBy(() -> as(second, () -> approvals.withdraw(operation, id, "no")))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> decide(second, id, coordinator, "withdrawn"))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> as(coordinator, () -> approvals.decline(operation, id, "no")))
        .isInstanceOf(RefusedException.class);
    as(coordinator, () -> approvals.withdraw(operation, id, "asked too early"));
    assertThatThrownBy(() -> approve(second, id)).isInstanceOf(RefusedException.class);
  }

  @Test
  void expiredRequest_isNotApproved_notEvenByDirectSql() {
    UUID id = insert(coordinator, coordinator, "operation_export", "court", "1 microsecond");
    ApprovalId late = new ApprovalId(id);

    assertThat(get(second, () -> approvals.get(operation, late)).state())
        .isEqualTo(Request.State.EXPIRED);
    assertThatThrownBy(() -> approve(second, late))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("over");
    assertThatThrownBy(() -> decide(second, late, coordinator, "approved"))
        .rootCause()
        .hasMessageContaining("too late");
    ask("court");
  }

  @ParameterizedTest
  @CsvSource({
    "operation_export, 73 hours",
    "action_abort, 31 minutes",
    "operation_export, -1 hour"
  })
  void request_isNotOpenForLongerThanItsKindAllows(String kind, String interval) {
    assertThatThrownBy(() -> insert(coordinator, coordinator, kind, "court", interval))
        .rootCause()
        .hasMessageContaining("check constraint");
  }

  @Test
  void requestOfWhoLeft_isNotApproved() {
    ApprovalId id = ask("court");
    as(
        administrator,
        () ->
            jdbc.sql("update cordon.member set left_at = now() where id = ?")
                .params(coordinator.member().value())
                .update());

    assertThatThrownBy(() -> approve(second, id)).isInstanceOf(RefusedException.class);
    assertThat(export.done).isEmpty();
  }

  @Test
  void outsiders_learnNothing() {
    ApprovalId id = ask("court");
    SignedIn elsewhere = member(lead, newOperation(lead), Role.COORDINATOR);

    for (SignedIn not :
        new SignedIn[] {officer, examiner, outsider, analyst, administrator, elsewhere}) {
      assertThatThrownBy(() -> get(not, () -> approvals.get(operation, id)))
          .isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> approve(not, id)).isInstanceOf(NotPermittedException.class);
      assertThat(get(not, () -> approvals.waiting(operation))).isZero();
      assertThatThrownBy(() -> decide(not, id, coordinator, "approved"))
          .isInstanceOf(DataAccessException.class);
      for (String table : List.of("approval", "approval_decision", "approval_state")) {
        assertThat(
                get(
                    not,
                    () ->
                        jdbc.sql("select count(*) from cordon." + table + " where operation_id = ?")
                            .param(operation.value())
                            .query(Long.class)
                            .single()))
            .isZero();
      }
    }
    for (SignedIn not : new SignedIn[] {officer, examiner, outsider, elsewhere}) {
      assertThatThrownBy(() -> get(not, () -> approvals.page(operation, true, 1)))
          .isInstanceOf(NotPermittedException.class);
    }
    assertThatThrownBy(() -> approvals.approve(operation, ApprovalId.random(), "x"))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void administrator_seesKeyChangesAndNothingElse() {
    ask("court");
    UUID key = insert(administrator, administrator, "key_change", "rotate", "1 hour");

    assertThat(get(administrator, () -> approvals.page(operation, true, 1)).rows())
        .extracting(Request::id)
        .containsExactly(new ApprovalId(key));
    assertThat(get(second, () -> approvals.waiting(operation))).isEqualTo(2);
  }

  @Test
  void impossibleAct_isNotAskedFor_andSaysSoWhenItBecomesImpossible() {
    assertThatThrownBy(() -> ask("impossible")).isInstanceOf(RefusedException.class);
    Request stale =
        new Request(
            ApprovalId.random(),
            operation,
            ActKind.OPERATION_EXPORT,
            "impossible",
            "was possible",
            coordinator.member(),
            "",
            java.time.Instant.EPOCH,
            "",
            java.time.Instant.EPOCH,
            Request.State.OPEN,
            java.util.Optional.empty());
    assertThat(approvals.now(stale)).contains("can not be done", "nothing to export");
  }

  private ApprovalId ask(String target) {
    return askAs(coordinator, target);
  }

  private ApprovalId askAs(SignedIn by, String target) {
    return get(
        by, () -> approvals.ask(operation, ActKind.OPERATION_EXPORT, target, "the court asks"));
  }

  private Object approve(SignedIn by, ApprovalId id) {
    as(by, () -> approvals.approve(operation, id, "read it"));
    return "approved";
  }

  private UUID insert(SignedIn by, SignedIn inNameOf, String kind, String target, String open) {
    UUID id = UUID.randomUUID();
    as(
        by,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.approval (id, operation_id, kind, target, what, asked_by, ask_reason, expires_at)
                    values (?, ?, ?, ?, 'x', ?, 'x', now() + cast(? as interval))
                    """)
                .params(id, operation.value(), kind, target, inNameOf.member().value(), open)
                .update());
    return id;
  }

  private void decide(SignedIn by, ApprovalId id, SignedIn asker, String decision) {
    as(
        by,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.approval_decision (approval_id, operation_id, asked_by, decision, decided_by, reason)
                    values (?, ?, ?, ?, ?, 'x')
                    """)
                .params(
                    id.value(),
                    operation.value(),
                    asker.member().value(),
                    decision,
                    by.member().value())
                .update());
  }

  private Object approvalFor(String target) {
    return get(
        coordinator,
        () ->
            jdbc.sql("select cordon.approval_for('operation_export', ?, ?)")
                .params(target, operation.value())
                .query((row, number) -> java.util.Optional.ofNullable(row.getObject(1)))
                .single()
                .orElse(null));
  }

  private String endsOn() {
    return get(
        coordinator,
        () ->
            jdbc.sql("select ends_on::text from cordon.operation where id = ?")
                .params(operation.value())
                .query(String.class)
                .single());
  }

  private List<String> entries() {
    return get(
        coordinator,
        () ->
            jdbc.sql("select what from cordon.ledger_entry where operation_id = ? order by what")
                .params(operation.value())
                .query(String.class)
                .list());
  }
}
