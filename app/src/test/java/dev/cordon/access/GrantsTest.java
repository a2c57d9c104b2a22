package dev.cordon.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.AtOnce;
import dev.cordon.DatabaseTest;
import dev.cordon.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

class GrantsTest extends DatabaseTest {

  @Autowired private Grants grants;
  @Autowired private Members members;

  @Test
  void grant_withoutEnd_endsWithTheOperation() {
    SignedIn colleague = member(lead);
    UUID id = grant(coordinator, colleague, Role.ANALYST, Grants.Span.WHOLE);

    assertThat(
            get(
                coordinator,
                () ->
                    jdbc.sql(
                            """
                            select s.ends_at = (o.ends_on + 1)::timestamp at time zone 'UTC'
                            from cordon.membership s join cordon.operation o on o.id = s.operation_id where s.id = ?
                            """)
                        .params(id)
                        .query(Boolean.class)
                        .single()))
        .isTrue();
    assertThat(roles(colleague)).containsExactly("analyst");
  }

  @Test
  void grant_ofTheFuture_holdsLater() {
    SignedIn colleague = member(lead);
    grant(coordinator, colleague, Role.ANALYST, span(2, 4));

    assertThat(roles(colleague)).isEmpty();
    assertThat(listed(colleague).state()).isEqualTo(Grant.State.COMING);
  }

  @Test
  void grant_inThePast_orTooLong_orTurnedAround_isRefused() {
    SignedIn colleague = member(lead);
    for (Grants.Span absurd : List.of(span(-1, 3), span(3, 2), span(2, 2), span(0, 4000))) {
      assertThatThrownBy(() -> grant(coordinator, colleague, Role.ANALYST, absurd))
          .isInstanceOf(RefusedException.class);
    }
    assertThatThrownBy(() ->
            grant(
                coordinator,
                colleague,
                Role.ANALYST,
                new Grants.Span(null, OffsetDateTime.now().minusSeconds(1))))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> new Grants.Span(OffsetDateTime.MIN, null))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> new Grants.Span(null, OffsetDateTime.MAX))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void grant_withAnOffset_meansThatMoment() {
    SignedIn colleague = member(lead);
    Instant until =
        Instant.now().plus(Duration.ofDays(3)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    grant(
        coordinator,
        colleague,
        Role.ANALYST,
        new Grants.Span(null, until.atOffset(ZoneOffset.ofHoursMinutes(13, 45))));

    assertThat(listed(colleague).until()).isEqualTo(until);
  }

  @Test
  void grant_toOneself_isRefused_alsoByTheDatabase() {
    assertThatThrownBy(() -> grant(coordinator, coordinator, Role.ANALYST, Grants.Span.WHOLE))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> insert(coordinator, coordinator, operation, Role.ANALYST))
        .rootCause()
        .hasMessageContaining("nobody_grants_to_oneself");
  }

  @Test
  void coordinator_grantsInTheOwnOperationOnly() {
    OperationId foreign = newOperation(lead);
    SignedIn colleague = member(lead);

    assertThatThrownBy(() ->
            as(
                coordinator,
                () -> grants.grant(foreign, colleague.member(), Role.ANALYST, Grants.Span.WHOLE)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> insert(coordinator, colleague, foreign, Role.ANALYST))
        .rootCause()
        .hasMessageContaining("row-level security");
    for (SignedIn not : new SignedIn[] {analyst, officer, outsider}) {
      assertThatThrownBy(() -> grant(not, colleague, Role.ANALYST, Grants.Span.WHOLE))
          .isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> insert(not, colleague, operation, Role.ANALYST))
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void administratorsRole_isNotGrantedByTheWay() {
    SignedIn colleague = member(lead);

    assertThatThrownBy(() -> grant(coordinator, colleague, Role.ADMINISTRATOR, Grants.Span.WHOLE))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> insert(coordinator, colleague, operation, Role.ADMINISTRATOR))
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThatThrownBy(() -> grant(coordinator, administrator, Role.ANALYST, Grants.Span.WHOLE))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() ->
            as(
                coordinator,
                () -> jdbc.sql("update cordon.member set administrator = true").update()))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void memberNobodyToldOf_isAnsweredLikeNone() {
    SignedIn hidden = member(agency("NO"));

    assertThatThrownBy(() -> grant(coordinator, hidden, Role.ANALYST, Grants.Span.WHOLE))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> insert(coordinator, hidden, operation, Role.ANALYST))
        .rootCause()
        .hasMessageContaining("row-level security");
    String none = message(() -> get(coordinator, () -> members.named("nobody-of-that-name")));
    String other = message(() -> get(coordinator, () -> members.named(hidden.getName())));
    assertThat(other.replace(hidden.getName(), "X"))
        .isEqualTo(none.replace("nobody-of-that-name", "X"));
  }

  @Test
  void sameGrant_twiceAtOnce_doesNotDouble() throws InterruptedException {
    SignedIn colleague = member(lead);

    List<Object> outcomes =
        AtOnce.twice(() -> grant(coordinator, colleague, Role.ANALYST, Grants.Span.WHOLE));

    assertThat(outcomes).hasAtLeastOneElementOfType(UUID.class);
    assertThat(outcomes).hasAtLeastOneElementOfType(RefusedException.class);
    assertThat(
            get(
                coordinator,
                () ->
                    jdbc.sql("select count(*) from cordon.membership where member_id = ?")
                        .params(colleague.member().value())
                        .query(Long.class)
                        .single()))
        .isEqualTo(1);
  }

  @Test
  void prolonging_isANewGrantAfterTheOld() {
    SignedIn colleague = member(lead);
    OffsetDateTime middle = OffsetDateTime.now(ZoneOffset.UTC).plusDays(2);
    UUID first = grant(coordinator, colleague, Role.ANALYST, new Grants.Span(null, middle));

    assertThatThrownBy(() -> grant(coordinator, colleague, Role.ANALYST, span(1, 5)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("already");
    grant(coordinator, colleague, Role.ANALYST, new Grants.Span(middle, middle.plusDays(2)));
    assertThatThrownBy(() ->
            as(
                coordinator,
                () ->
                    jdbc.sql(
                            "update cordon.membership set ends_at = ends_at + interval '1 hour' where id = ?")
                        .params(first)
                        .update()))
        .rootCause()
        .hasMessageContaining("not made longer");
  }

  @Test
  void ending_isAtOnce_andKeepsItsReason() {
    UUID id = listed(analyst).id();
    as(coordinator, () -> grants.end(operation, id, "moved to another unit"));

    assertThat(roles(analyst)).isEmpty();
    Grant ended =
        get(coordinator, () -> grants.page(operation, true, 1)).rows().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow();
    assertThat(ended.ended().orElseThrow().reason()).isEqualTo("moved to another unit");
    assertThatThrownBy(() -> as(coordinator, () -> grants.end(operation, id, "again")))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() ->
            as(
                coordinator,
                () ->
                    jdbc.sql(
                            "update cordon.membership set ends_at = now() - interval '9 days' where member_id = ?")
                        .params(officer.member().value())
                        .update()))
        .rootCause()
        .hasMessageContaining("nothing_ended_in_the_past");
  }

  @Test
  void cover_copiesTheRole_andEndsWithWhatItCovers() {
    SignedIn deputy = member(other);
    UUID covered = listed(officer).id();
    as(
        administrator,
        () -> grants.cover(operation, covered, deputy.member(), new Grants.Span(null, null)));

    assertThat(roles(deputy)).containsExactly("national_officer");
    assertThat(listed(deputy).covers()).isPresent();
    assertThat(listed(deputy).until()).isEqualTo(listed(officer).until());
    as(coordinator, () -> grants.end(operation, covered, "left the case"));
    assertThat(roles(deputy)).isEmpty();
  }

  @Test
  void cover_isByAColleagueWithinTheTime() {
    UUID covered = listed(officer).id();
    SignedIn stranger = member(lead);
    SignedIn deputy = member(other);

    for (Object[] wrong :
        new Object[][] {
          {stranger, new Grants.Span(null, null)},
          {officer, new Grants.Span(null, null)},
          {deputy, span(0, 30)},
          {deputy, span(-3, 1)},
        }) {
      assertThatThrownBy(() ->
              as(
                  administrator,
                  () ->
                      grants.cover(
                          operation,
                          covered,
                          ((SignedIn) wrong[0]).member(),
                          (Grants.Span) wrong[1])))
          .isInstanceOf(RefusedException.class);
    }
    assertThatThrownBy(() ->
            as(
                administrator,
                () ->
                    grants.cover(newOperation(lead), covered, deputy.member(), Grants.Span.WHOLE)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void leaving_endsAccessAtOnce_andKeepsTheName() {
    as(administrator, () -> members.leave(analyst.member(), "left the police"));

    assertThat(roles(analyst)).isEmpty();
    assertThat(get(analyst, () -> jdbc.sql("select id from cordon.operation").query().listOfRows()))
        .isEmpty();
    assertThat(get(coordinator, () -> members.find(analyst.member())).orElseThrow().displayName())
        .isEqualTo("Test Member");
    assertThatThrownBy(() -> grant(coordinator, analyst, Role.ANALYST, Grants.Span.WHOLE))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() ->
            as(
                administrator,
                () ->
                    jdbc.sql("update cordon.member set left_at = null where id = ?")
                        .params(analyst.member().value())
                        .update()))
        .rootCause()
        .hasMessageContaining("does not come back");
    assertThatThrownBy(() -> as(administrator, () -> members.leave(analyst.member(), "again")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void leaving_isTheAdministratorsAct_andLeavesOne() {
    for (SignedIn not : new SignedIn[] {coordinator, analyst, outsider}) {
      assertThatThrownBy(() -> as(not, () -> members.leave(officer.member(), "no")))
          .isInstanceOf(NotPermittedException.class);
    }
    assertThatThrownBy(
            () -> as(administrator, () -> members.leave(administrator.member(), "holiday")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("last administrator");
  }

  @Test
  void operationThatEndsEarlier_takesItsGrantsAlong() {
    SignedIn colleague = member(lead);
    grant(coordinator, colleague, Role.ANALYST, Grants.Span.WHOLE);
    as(
        coordinator,
        () ->
            jdbc.sql(
                    "update cordon.operation set review_on = current_date + 1, ends_on = current_date + 2 where id = ?")
                .params(operation.value())
                .update());

    assertThat(listed(colleague).until()).isBefore(Instant.now().plus(Duration.ofDays(4)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void administrator_seesNoCaseData(boolean ofTheInstallation) {
    SignedIn reader =
        ofTheInstallation ? administrator : member(other, operation, Role.ADMINISTRATOR);
    as(
        coordinator,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.action_day (operation_id, name, starts_on, ends_on, created_by)
                    values (?, 'Canary', current_date, current_date, ?)
                    """)
                .params(operation.value(), analyst.member().value())
                .update());
    List<String> tables =
        jdbc.sql(
                """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'cordon' and c.relkind in ('r', 'p')
                  and has_table_privilege('cordon_app', c.oid, 'select')
                  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'operation_id')
                  and c.relname not in ('membership', 'invitation', 'ledger_entry', 'ledger_opening', 'approval',
                    'approval_decision', 'reading_reason')
                """)
            .query(String.class)
            .list();

    assertThat(tables).contains("subject", "package", "site", "action_day");
    assertThat(tables)
        .allSatisfy(table ->
            assertThat(
                    get(
                        reader,
                        () ->
                            jdbc.sql("select count(*) from cordon." + table)
                                .query(Long.class)
                                .single()))
                .as(table)
                .isZero());
  }

  private UUID grant(SignedIn by, SignedIn to, Role role, Grants.Span span) {
    return get(by, () -> grants.grant(operation, to.member(), role, span));
  }

  private void insert(SignedIn by, SignedIn to, OperationId in, Role role) {
    as(
        by,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.membership (operation_id, member_id, role, ends_at, granted_by)
                    values (?, ?, ?, now() + interval '1 hour', ?)
                    """)
                .params(in.value(), to.member().value(), role.text(), by.member().value())
                .update());
  }

  private List<String> roles(SignedIn member) {
    return get(
        member,
        () ->
            jdbc.sql(
                    """
                    select role from cordon.membership
                    where operation_id = :operation and member_id = cordon.current_member()
                      and now() >= starts_at and now() < ends_at
                    """)
                .param("operation", operation.value())
                .query(String.class)
                .list());
  }

  private Grant listed(SignedIn member) {
    return get(administrator, () -> grants.page(operation, false, 1)).rows().stream()
        .filter(one -> one.member().equals(member.member()))
        .findFirst()
        .orElseThrow();
  }

  private static Grants.Span span(int fromDays, int untilDays) {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    return new Grants.Span(fromDays == 0 ? null : now.plusDays(fromDays), now.plusDays(untilDays));
  }

  private static String message(Runnable work) {
    try {
      work.run();
      return "";
    } catch (RefusedException refusal) {
      return String.valueOf(refusal.getMessage());
    }
  }
}
