package dev.cordon.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.TinyOperation;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.approval.ApprovalId;
import dev.cordon.dispatch.DraftOrder;
import dev.cordon.dispatch.IntelligencePackage;
import dev.cordon.dispatch.PackageId;
import dev.cordon.dispatch.PackageState;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Facts about danger, and the package that leaves because of them. */
class SafeguardingTest extends TinyOperation {

  @Autowired private Safeguarding safeguarding;
  @Autowired private UrgentPackages urgent;

  private SignedIn second;
  private UUID subject;

  @BeforeEach
  void subjectInDanger() {
    second = member(lead, operation, Role.COORDINATOR);
    subject =
        material.add(operation, "SE", "S-0007777", "Eva Fara", "Norrgatan 7", "33344", "Umeå");
    as(analyst, () -> stored(subject));
  }

  private void stored(UUID id) {
    UUID run = UUID.randomUUID();
    UUID proposal = UUID.randomUUID();
    jdbc.sql(
            """
            insert into cordon.resolution_run (id, operation_id, rules, reason, started_by)
            values (?, ?, '1', 'test', cordon.current_member())
            """)
        .params(run, operation.value())
        .update();
    jdbc.sql(
            """
            insert into cordon.proposal (id, run_id, operation_id, number, cluster_id, accounts, payer)
            values (?, ?, ?, 'P-0001', 'c1', 1, true)
            """)
        .params(proposal, run, operation.value())
        .update();
    jdbc.sql(
            """
            insert into cordon.subject (id, operation_id, proposal_id, number, category) values (?, ?, ?, 'S-0007777', 'suspect')
            """)
        .params(id, operation.value(), proposal)
        .update();
  }

  private void release(PackageId id, SignedIn asker, SignedIn approver) {
    ApprovalId approval =
        get(
            asker,
            () -> packages.askRelease(operation, id, "a child", "asked the liaison officer"));
    as(approver, () -> approvals.approve(operation, approval, "read it"));
  }

  @Test
  void urgentPackage_leavesOutsideBatchAndEmbargo_byTwoPersons() {
    Instant known = Instant.now().minus(Duration.ofMinutes(20));
    assertThatThrownBy(() -> as(analyst, () -> urgent.make(operation, subject, other, "a child")))
        .hasMessageContaining("No fact");
    as(
        analyst,
        () ->
            safeguarding.record(
                operation,
                subject,
                FactKind.LIVES_WITH_CHILDREN,
                "speaks of the daughter, six",
                "forum thread 12",
                known));
    as(
        coordinator,
        () ->
            urgent.setEmbargo(
                operation, Instant.now().plus(Duration.ofDays(3)), "all act on one day"));
    PackageId batch =
        get(analyst, () -> packages.draft(operation, DraftOrder.of(other, "next batch")).id());
    assertThatThrownBy(() -> release(batch, analyst, coordinator))
        .isInstanceOf(RuntimeException.class);
    assertThat(get(analyst, () -> packages.get(operation, batch)).state())
        .isEqualTo(PackageState.DRAFT);

    PackageId id = get(analyst, () -> urgent.make(operation, subject, other, "a child in reach"));
    IntelligencePackage draft = get(analyst, () -> packages.get(operation, id));
    assertThat(draft.subjects()).isEqualTo(1);
    assertThat(draft.version()).isEqualTo(1);
    assertThat(get(analyst, () -> urgent.of(operation, subject)))
        .singleElement()
        .satisfies(made -> assertThat(made.clashes()).contains("embargo until"));
    assertThatThrownBy(() -> release(id, coordinator, coordinator))
        .hasMessageContaining("another person");
    ApprovalId waiting =
        get(
                coordinator,
                () ->
                    approvals.latest(
                        operation, dev.cordon.approval.ActKind.PACKAGE_RELEASE, id.toString()))
            .orElseThrow()
            .id();
    as(second, () -> approvals.approve(operation, waiting, "read it"));

    assertThat(get(officer, () -> packages.get(operation, id)).state())
        .isEqualTo(PackageState.RELEASED);
    assertThat(get(analyst, () -> packages.get(operation, swedishPackage)).state())
        .isEqualTo(PackageState.RELEASED);
    assertThat(get(analyst, () -> safeguarding.facts(operation, subject)))
        .singleElement()
        .satisfies(fact -> {
          assertThat(fact.sent()).isTrue();
          assertThat(fact.age()).isEqualTo("20 minutes");
          assertThat(fact.isLate()).isFalse();
        });
  }

  @Test
  void factsAndAnswers_areNamedPersonsAndStay_andOfficersSeeNone() {
    UUID fact =
        get(
            analyst,
            () ->
                safeguarding.record(
                    operation,
                    subject,
                    FactKind.TRAVEL_ANNOUNCED,
                    "books a flight",
                    "mail of 3 May",
                    Instant.now().minus(Duration.ofHours(2))));
    assertThat(get(analyst, () -> safeguarding.open(operation, 1)).rows())
        .singleElement()
        .satisfies(one -> assertThat(one.isLate()).isTrue());
    as(
        coordinator,
        () -> safeguarding.answer(operation, subject, Question.TRAVEL, "not_known", null));
    as(
        coordinator,
        () -> safeguarding.answer(operation, subject, Question.TRAVEL, "yes", "flight on Friday"));
    assertThat(
            get(analyst, () -> safeguarding.answers(operation, subject))
                .get(Question.TRAVEL)
                .answer())
        .isEqualTo("yes");
    as(analyst, () -> safeguarding.end(operation, subject, fact, "it was another person"));
    assertThat(get(analyst, () -> safeguarding.open(operation, 1)).rows()).isEmpty();
    assertThat(get(analyst, () -> safeguarding.facts(operation, subject))).hasSize(1);
    assertThatThrownBy(() -> get(officer, () -> safeguarding.facts(operation, subject)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() ->
            as(
                analyst,
                () ->
                    safeguarding.record(
                        operation,
                        subject,
                        FactKind.OTHER,
                        "not yet",
                        "nowhere",
                        Instant.now().plus(Duration.ofDays(1)))))
        .hasMessageContaining("future");
  }
}
