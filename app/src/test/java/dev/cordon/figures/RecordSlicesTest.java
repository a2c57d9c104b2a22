package dev.cordon.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.DatabaseTest;
import dev.cordon.Page;
import dev.cordon.TestGround;
import dev.cordon.ground.DatabaseAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A figure of many records is read in slices, each beginning where the one before ended. */
class RecordSlicesTest extends DatabaseTest {

  private static final Instant FIRST = Instant.parse("2025-03-01T08:00:00Z");
  private static final Instant SECOND = Instant.parse("2025-03-02T08:00:00Z");
  private static final int AT_FIRST = 1300;

  /** Every tenth record ended at the second count, and a hundred came. */
  private static final int AT_SECOND = AT_FIRST - AT_FIRST / 10 + 100;

  private final JdbcClient owner =
      JdbcClient.create(
          new DriverManagerDataSource(
              TestGround.ground().address().url(),
              DatabaseAddress.OWNER,
              TestGround.ground().address().ownerPassword()));

  @Autowired private FigureBook figures;

  @BeforeEach
  void lay() {
    owner
        .sql(
            """
            insert into cordon.figure_record (operation_id, name, version, kind, record_id, country, amount, counted_from, counted_until)
            select :operation, 'accounts', 2, 'account', md5(n::text), case when n % 3 = 0 then 'SE' end, 1,
              case when n <= :first then cast(:from as timestamptz) else cast(:until as timestamptz) end,
              case when n <= :first and n % 10 = 0 then cast(:until as timestamptz) end
            from generate_series(1, :first + 100) n
            """)
        .param("operation", operation.value())
        .param("first", AT_FIRST)
        .param("from", FIRST.toString())
        .param("until", SECOND.toString())
        .update();
    lay(FIRST, SECOND, AT_FIRST);
    lay(SECOND, null, AT_SECOND);
  }

  private void lay(Instant from, Instant until, int records) {
    owner
        .sql(
            """
            with mark as (insert into cordon.figure_mark (operation_id, counted_at) values (:operation, cast(:from as timestamptz)))
            insert into cordon.figure_total (operation_id, name, version, cell, amount, records, counted_from, counted_until)
            values (:operation, 'accounts', 2, '||', :records, :records, cast(:from as timestamptz), cast(:until as timestamptz))
            """)
        .param("operation", operation.value())
        .param("records", records)
        .param("from", from.toString())
        .param("until", until == null ? null : until.toString(), java.sql.Types.VARCHAR)
        .update();
  }

  @Test
  void slices_giveEveryRecordOnceAndInOrder_atEachMoment() {
    assertThat(forward(FIRST)).hasSize(AT_FIRST).isSorted().doesNotHaveDuplicates();
    assertThat(forward(SECOND)).hasSize(AT_SECOND).isSorted().doesNotHaveDuplicates();
    assertThat(forward(FIRST)).isNotEqualTo(forward(SECOND));
  }

  @Test
  void slicesBackwards_giveTheSameInTheSameOrder() {
    List<String> forward = forward(SECOND);
    List<String> backward = new ArrayList<>();
    for (List<String> rows = ids(SECOND, Slice.before("g"), Filter.NONE);
        !rows.isEmpty();
        rows = ids(SECOND, Slice.before(rows.getFirst()), Filter.NONE)) {
      backward.addAll(0, rows);
    }
    assertThat(backward).isEqualTo(forward);
  }

  @Test
  void pageByNumber_isTheSliceAtItsPlace() {
    List<String> all = forward(FIRST);
    assertThat(ids(FIRST, Slice.page(20), Filter.NONE))
        .isEqualTo(all.subList(19 * Page.SIZE, 20 * Page.SIZE));
    assertThat(ids(FIRST, Slice.page(400), Filter.NONE)).isEmpty();
  }

  @Test
  void recordsWithoutACountry_areAskedForAsSuch_andAreTheRest() {
    List<String> none = byPage(Filter.of(Filter.NO_COUNTRY));
    List<String> swedish = byPage(Filter.of("SE"));

    assertThat(none).hasSize(AT_FIRST - AT_FIRST / 3).doesNotContainAnyElementsOf(swedish);
    assertThat(none.size() + swedish.size()).isEqualTo(AT_FIRST);
  }

  private List<String> byPage(Filter filter) {
    List<String> all = new ArrayList<>();
    for (int page = 1; page <= AT_FIRST / Page.SIZE; page++) {
      all.addAll(ids(FIRST, Slice.page(page), filter));
    }
    return all;
  }

  private List<String> forward(Instant moment) {
    List<String> all = new ArrayList<>();
    for (List<String> rows = ids(moment, Slice.page(1), Filter.NONE);
        !rows.isEmpty();
        rows = ids(moment, Slice.after(rows.getLast()), Filter.NONE)) {
      all.addAll(rows);
    }
    return all;
  }

  private List<String> ids(Instant moment, Slice slice, Filter filter) {
    return get(analyst, () -> figures.records(operation, "accounts", moment, filter, slice))
        .rows()
        .stream()
        .map(FigureRecord::id)
        .toList();
  }
}
