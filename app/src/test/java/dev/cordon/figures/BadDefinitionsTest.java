package dev.cordon.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.TestGround;
import dev.cordon.ground.DatabaseAddress;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Definitions as nobody should write them: the count names them and goes on. */
class BadDefinitionsTest extends DatabaseTest {

  private static final String ROW =
      "select 'thing' as kind, 'one' as id, null::text as country, null::uuid as held_by, null::text as sort, null::date as on_day,"
          + " 1::bigint as amount, null::uuid as origin, null::text as origin_table, null::bigint as origin_row";

  private static final Map<String, String> BAD =
      Map.of(
          "bad_twice", ROW + " union all " + ROW,
          "bad_division",
              ROW.replace(
                  "1::bigint",
                  "(1 / (select count(*) from cordon.publication p where p.operation_id = $1))"),
          "bad_endless", ROW + " from pg_sleep(30)",
          "bad_writing", "with gone as (delete from cordon.figure_mark returning 1) " + ROW,
          "bad_none", "select from cordon.no_such_table");

  private final DriverManagerDataSource source =
      new DriverManagerDataSource(
          TestGround.ground().address().url(),
          DatabaseAddress.OWNER,
          TestGround.ground().address().ownerPassword());
  private final JdbcClient owner = JdbcClient.create(source);

  @Test
  void badDefinitions_areNamed_andTheRestIsCounted() {
    new TransactionTemplate(new DataSourceTransactionManager(source))
        .executeWithoutResult(state -> {
          BAD.forEach(this::define);
          define("good_one", ROW);
          owner
              .sql("select set_config('cordon.member', :member, true)")
              .param("member", coordinator.member().toString())
              .query(String.class)
              .single();
          owner
              .sql("select cordon.begin_count(?, null)")
              .param(operation.value())
              .query(Object.class)
              .single();
          owner.sql("set local statement_timeout = '1500ms'").update();
          assertThat(count("bad_twice")).contains("counts thing one twice");
          assertThat(count("bad_division")).contains("division by zero");
          assertThat(count("bad_endless")).contains("longer than a count may");
          assertThat(count("bad_writing")).contains("data-modifying");
          assertThat(count("bad_none")).contains("no_such_table");
          assertThat(count("good_one")).isEqualTo("none");
          state.setRollbackOnly();
        });
  }

  @Test
  void application_canNotAddOrChangeADefinition() {
    assertThatThrownBy(() ->
            as(
                coordinator,
                () ->
                    jdbc.sql("update cordon.figure_definition set records_sql = 'select 1'")
                        .update()))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() ->
            as(
                coordinator,
                () ->
                    jdbc.sql(
                            "insert into cordon.figure_record (operation_id, name, version, kind, record_id, amount, counted_from)"
                                + " values (?, 'arrests', 1, 'x', 'x', 1, now())")
                        .param(operation.value())
                        .update()))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() ->
            as(
                outsider,
                () ->
                    jdbc.sql("select cordon.begin_count(?, null)")
                        .param(operation.value())
                        .query(Object.class)
                        .single()))
        .isInstanceOf(DataAccessException.class);
  }

  private void define(String name, String records) {
    owner
        .sql(
            """
            insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code,
              worked_out, sorted_by, dated_by, by_agency, records_sql)
            values (?, 1, 9999, ?, 'As nobody should write it.', 'thing', '', 'H0', 'sum', '', '', false, ?)
            """)
        .params(name, name, records)
        .update();
  }

  private String count(String name) {
    return Objects.requireNonNullElse(
        owner
            .sql("select coalesce(cordon.count_figure(?, null, ?, 1), 'none')")
            .params(operation.value(), name)
            .query(String.class)
            .single(),
        "none");
  }
}
