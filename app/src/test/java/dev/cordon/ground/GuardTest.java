package dev.cordon.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.TestGround;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class GuardTest extends DatabaseTest {

  private final DatabaseAddress address = TestGround.ground().address();
  private final JdbcClient owner =
      JdbcClient.create(
          new DriverManagerDataSource(
              address.url(), DatabaseAddress.OWNER, address.ownerPassword()));

  @BeforeEach
  void caseTable() {
    owner
        .sql(
            """
            create table cordon.guard_test (
              id uuid primary key default gen_random_uuid(), operation_id uuid not null, agency_id uuid, note text)
            """)
        .update();
    owner.sql("call cordon.guard('guard_test', 'action')").update();
  }

  @AfterEach
  void dropTable() {
    owner.sql("drop table cordon.guard_test").update();
  }

  @Test
  void rows_areReadByRoleAndAgency() {
    SignedIn prosecutor = member(other, operation, Role.PROSECUTOR);
    SignedIn auditor = member(lead, operation, Role.AUDITOR);
    add(coordinator, null, "lead only");
    add(coordinator, other, "for the other agency");
    add(officer, other, "by the other agency");

    assertThat(notes(analyst)).hasSize(3);
    assertThat(notes(coordinator)).hasSize(3);
    assertThat(notes(officer))
        .containsExactlyInAnyOrder("lead only", "for the other agency", "by the other agency");
    assertThat(notes(examiner)).hasSize(2);
    assertThat(notes(prosecutor)).as("reads what is for all, too").hasSize(3);
    assertThat(notes(auditor)).isEmpty();
    assertThat(notes(outsider)).isEmpty();
    assertThat(notes(administrator)).isEmpty();
  }

  @Test
  void rows_ofOtherAgencies_areNotWritten() {
    assertThatThrownBy(() -> add(officer, lead, "not mine"))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> add(officer, null, "lead's")).isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> add(outsider, other, "no role"))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void table_ofAnUnknownArea_failsTheMigration() {
    assertThatThrownBy(() -> owner.sql("call cordon.guard('guard_test', 'gossip')").update())
        .rootCause()
        .hasMessageContaining("no area gossip in cordon.area");
  }

  @Test
  void ownerToo_seesNothing() {
    add(coordinator, null, "lead only");

    assertThat(owner.sql("select count(*) from cordon.guard_test").query(Long.class).single())
        .isZero();
  }

  @Test
  void grant_thatEnded_endsAtOnce() {
    add(coordinator, null, "lead only");
    as(
        administrator,
        () ->
            jdbc.sql("update cordon.membership set ends_at = now() where member_id = ?")
                .params(analyst.member().value())
                .update());

    assertThat(notes(analyst)).isEmpty();
  }

  @Test
  void member_whoLeft_seesNothing() {
    add(coordinator, null, "lead only");
    as(
        administrator,
        () ->
            jdbc.sql("update cordon.member set left_at = now() where id = ?")
                .params(analyst.member().value())
                .update());

    assertThat(notes(analyst)).isEmpty();
  }

  private void add(SignedIn member, @Nullable AgencyId agency, String note) {
    UUID agencyId = agency == null ? null : agency.value();
    as(
        member,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.guard_test (operation_id, agency_id, note)
                    values (:operation, cast(:agency as uuid), :note)
                    """)
                .param("operation", operation.value())
                .param("agency", agencyId)
                .param("note", note)
                .update());
  }

  private List<Object> notes(SignedIn member) {
    return get(member, () -> jdbc.sql("select note from cordon.guard_test").query().singleColumn());
  }
}
