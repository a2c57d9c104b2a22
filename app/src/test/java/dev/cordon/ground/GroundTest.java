package dev.cordon.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.access.OperationId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class GroundTest extends DatabaseTest {

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "listen_addresses, 127.0.0.1",
    "password_encryption, scram-sha-256"
  })
  void server_isDurableAndClosed(String setting, String value) {
    assertThat(jdbc.sql("show " + setting).query(String.class).single()).isEqualTo(value);
  }

  @Test
  void roles_areNeitherSuperuserNorBypassRowSecurity() {
    List<Map<String, Object>> roles =
        jdbc.sql(
                """
                select rolname, rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as powerful
                from pg_roles where rolname in ('cordon_owner', 'cordon_app') order by rolname
                """)
            .query()
            .listOfRows();

    assertThat(roles)
        .containsExactly(
            Map.of("rolname", "cordon_app", "powerful", false),
            Map.of("rolname", "cordon_owner", "powerful", false));
    assertThat(jdbc.sql("select current_user").query(String.class).single())
        .isEqualTo("cordon_app");
  }

  @Test
  void everyTable_forcesRowSecurityAndForbidsDeleting() {
    // Rows go by an order of erasure alone: in a function of the owner's, in the operation it says.
    List<String> tables =
        jdbc.sql(
                """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'cordon' and c.relkind in ('r', 'p', 'm', 'f')
                """)
            .query(String.class)
            .list();
    List<String> unprotected =
        jdbc.sql(
                """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'cordon' and c.relkind in ('r', 'p', 'm', 'f')
                  and (not c.relrowsecurity or not c.relforcerowsecurity
                       or pg_get_userbyid(c.relowner) <> 'cordon_owner'
                       or has_table_privilege('cordon_app', c.oid, 'delete')
                       or has_table_privilege('cordon_app', c.oid, 'truncate')
                       or exists (select from pg_policy p
                                  where p.polrelid = c.oid and p.polcmd in ('d', '*')
                                    and p.polroles <> array['cordon_owner'::regrole::oid]))
                """)
            .query(String.class)
            .list();

    assertThat(tables).contains("agency", "member", "operation", "membership");
    assertThat(unprotected).as("call cordon.guard('…', 'area') in the migration").isEmpty();
  }

  @Test
  void everyView_asksAsTheReader() {
    List<String> views =
        jdbc.sql(
                """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'cordon' and c.relkind = 'v'
                  and not coalesce('security_invoker=true' = any(c.reloptions), false)
                """)
            .query(String.class)
            .list();

    assertThat(views).as("create view … with (security_invoker = true)").isEmpty();
  }

  @Test
  void everyOwnersFunction_fixesItsSearchPath() {
    List<String> functions =
        jdbc.sql(
                """
                select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where n.nspname = 'cordon' and p.prosecdef
                  and not exists (select from unnest(p.proconfig) setting where setting like 'search_path=%')
                """)
            .query(String.class)
            .list();

    assertThat(functions).as("set search_path = cordon, pg_temp").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"agency", "member", "operation", "membership"})
  void rows_withoutMember_areNotSeen(String table) {
    assertThat(jdbc.sql("select count(*) from cordon." + table).query(Long.class).single())
        .isZero();
  }

  @Test
  void member_ofOneTransaction_isGoneInTheNext() {
    assertThat(get(analyst, this::visibleOperations)).contains(operation);
    assertThat(visibleOperations()).isEmpty();
  }

  @Test
  void operation_ofOthers_isNotSeen() {
    OperationId theirs = newOperation(other);

    assertThat(get(analyst, this::visibleOperations)).containsExactly(operation);
    assertThat(get(outsider, this::visibleOperations)).isEmpty();
    assertThat(get(analyst, this::visibleOperations)).doesNotContain(theirs);
  }

  @Test
  void officer_seesThoseWhoRunTheOperation_notOtherAgencies() {
    var third = agency("FI");
    var stranger = member(third, operation, dev.cordon.access.Role.NATIONAL_OFFICER);

    List<Object> seen =
        get(officer, () -> jdbc.sql("select id from cordon.member").query().singleColumn());

    assertThat(seen)
        .contains(officer.member().value(), analyst.member().value())
        .doesNotContain(stranger.member().value());
    assertThat(get(officer, () -> jdbc.sql("select id from cordon.agency").query().singleColumn()))
        .containsExactlyInAnyOrder(lead.value(), other.value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"agency", "member", "operation", "membership"})
  void rows_canNotBeDeleted(String table) {
    assertThatThrownBy(
            () -> as(administrator, () -> jdbc.sql("delete from cordon." + table).update()))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void passwordHash_canNotBeRead() {
    assertThatThrownBy(() ->
            as(
                administrator,
                () -> jdbc.sql("select password_hash from cordon.member").query().listOfRows()))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @ParameterizedTest
  @CsvSource({
    "'', Order 1, online-child-sexual-exploitation, 90, 180",
    ", Order 1, online-child-sexual-exploitation, 90, 180",
    "Court, ' ', online-child-sexual-exploitation, 90, 180",
    "Court, , online-child-sexual-exploitation, 90, 180",
    "Court, Order 1, theft, 90, 180",
    "Court, Order 1, , 90, 180",
    "Court, Order 1, online-child-sexual-exploitation, , 180",
    "Court, Order 1, online-child-sexual-exploitation, 90, ",
    "Court, Order 1, online-child-sexual-exploitation, 90, 10",
    "Court, Order 1, online-child-sexual-exploitation, -1, 10"
  })
  void operation_withoutItsGrounds_isRefused(
      String authority, String legalBasis, String purpose, Integer review, Integer end) {
    assertThatThrownBy(() ->
            as(
                administrator,
                () ->
                    jdbc.sql(
                            """
                            insert into cordon.operation
                              (name, authority, legal_basis, purpose, review_on, ends_on, lead_agency_id)
                            values ('Exercise', :authority, :basis, :purpose, current_date + cast(:review as integer),
                                    current_date + cast(:end as integer), :lead)
                            """)
                        .param("authority", authority)
                        .param("basis", legalBasis)
                        .param("purpose", purpose)
                        .param("review", review)
                        .param("end", end)
                        .param("lead", lead.value())
                        .update()))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void operation_byAnyoneButTheAdministrator_isRefused() {
    assertThatThrownBy(() ->
            as(
                analyst,
                () ->
                    jdbc.sql(
                            """
                            insert into cordon.agency (name, country) values ('Mine', 'DK')
                            """)
                        .update()))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  private List<OperationId> visibleOperations() {
    return jdbc.sql("select id from cordon.operation")
        .query((row, number) -> OperationId.of(row.getString(1)))
        .list();
  }
}
