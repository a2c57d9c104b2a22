package dev.cordon.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import dev.cordon.TinyOperation;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.approval.ApprovalId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ActionAbortTest extends TinyOperation {

  private static final Instant ENTERED = Instant.parse("2025-02-26T05:00:00Z");

  @Autowired private ActionDays days;
  @Autowired private FieldReports reports;

  private SignedIn second;
  private UUID day;
  private UUID entered;
  private UUID waiting;

  @BeforeEach
  void oneSiteEnteredOneWaiting() {
    second = member(lead, operation, Role.COORDINATOR);
    LocalDate date = LocalDate.of(2025, 2, 26);
    day = get(coordinator, () -> days.plan(operation, "Simultaneous action", date, date));
    entered = site("A", null);
    waiting = site("B", firstSubject());
    as(officer, () -> days.start(operation, entered, ENTERED));
  }

  @Test
  void abort_needsTwoCoordinators() {
    ApprovalId approval = ask();

    assertThat(abortedAt(officer)).isNull();
    assertThatThrownBy(() -> as(coordinator, () -> approvals.approve(operation, approval, "I")))
        .isInstanceOf(RefusedException.class);
    for (SignedIn not : List.of(analyst, officer)) {
      assertThatThrownBy(() -> get(not, () -> days.askAbort(operation, day, "no")))
          .isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> as(not, () -> approvals.approve(operation, approval, "no")))
          .isInstanceOf(NotPermittedException.class);
    }
    as(second, () -> approvals.approve(operation, approval, "seen"));
    assertThat(abortedAt(officer)).isNotNull();
    assertThatThrownBy(this::ask)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("called off already");
  }

  @Test
  void abortedDay_letsNoSiteStart_butTheEnteredOneEnd() {
    abort();

    assertThatThrownBy(() -> as(officer, () -> days.start(operation, waiting, ENTERED)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("called off");
    assertThatThrownBy(() ->
            as(
                officer,
                () ->
                    jdbc.sql("update cordon.site set started_at = now() where id = ?")
                        .params(waiting)
                        .update()))
        .rootCause()
        .hasMessageContaining("called off");
    as(officer, () -> days.end(operation, entered, ENTERED.plusSeconds(3600)));
    assertThatThrownBy(() -> site("C", null)).isInstanceOf(RefusedException.class);
  }

  @Test
  void reportsOfAnAbortedDay_stillComeIn_withoutStartingTheSite() {
    abort();

    ReceivedReport report =
        get(officer, () -> reports.take(operation, searchAtFirst("FR-SE-0001")));

    assertThat(report.state()).isEqualTo(ReceivedReport.State.MATCHED);
    assertThat(
            get(
                officer,
                () ->
                    jdbc.sql("select started_at is null from cordon.site where id = ?")
                        .params(waiting)
                        .query(Boolean.class)
                        .single()))
        .isTrue();
  }

  @Test
  void abort_byDirectSql_needsItsApproval() {
    ApprovalId approval = ask();

    assertThatThrownBy(() ->
            as(
                coordinator,
                () ->
                    jdbc.sql(ActionSql.ABORT)
                        .param("operation", operation.value())
                        .param("day", day)
                        .param("approval", approval.value())
                        .update()))
        .rootCause()
        .hasMessageContaining("two_persons");
  }

  private void abort() {
    ApprovalId approval = ask();
    as(second, () -> approvals.approve(operation, approval, "seen"));
  }

  private ApprovalId ask() {
    return get(coordinator, () -> days.askAbort(operation, day, "the list went astray"));
  }

  private Instant abortedAt(SignedIn reader) {
    return get(reader, () -> days.all(operation)).getFirst().abortedAt();
  }

  private UUID site(String label, UUID packageSubject) {
    return get(
        officer,
        () ->
            days.addSite(
                operation,
                day,
                new NewSite(
                    other,
                    label,
                    ZoneId.of("Europe/Stockholm"),
                    LocalDateTime.of(2025, 2, 26, 6, 0),
                    packageSubject)));
  }

  private UUID firstSubject() {
    return get(
        officer,
        () ->
            jdbc.sql("select id from cordon.package_subject where subject_number = 'S-0001'")
                .query(UUID.class)
                .single());
  }
}
