package dev.cordon.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.TestGround;
import dev.cordon.access.AgencyId;
import dev.cordon.ground.DatabaseAddress;
import dev.cordon.ledger.internal.Sequencer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Each entry gets one place, whatever runs beside it; what entries name exists. */
class LedgerPlacesTest extends DatabaseTest {

  @Autowired private Ledger ledger;
  @Autowired private Sequencer sequencer;

  private final DatabaseAddress address = TestGround.ground().address();
  private final JdbcClient owner =
      JdbcClient.create(
          new DriverManagerDataSource(
              address.url(), DatabaseAddress.OWNER, address.ownerPassword()));

  @Test
  void entryOfALongTransaction_isPlacedAfterItsCommit() throws InterruptedException {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch later = new CountDownLatch(1);
    CompletableFuture<EntryId> slow =
        CompletableFuture.supplyAsync(() ->
            get(
                analyst,
                () -> {
                  EntryId entry = append("slow");
                  written.countDown();
                  await(later);
                  return entry;
                }));
    assertThat(written.await(1, TimeUnit.MINUTES)).isTrue();
    EntryId first = get(analyst, () -> append("quick"));
    sequencer.sequence();
    EntryId second = get(analyst, () -> append("quick"));
    long before = sequencer.sequence();
    later.countDown();
    EntryId last = slow.join();

    assertThat(sequencer.sequence()).isEqualTo(before + 1);
    assertThat(place(first)).isLessThan(place(second));
    assertThat(place(last)).isEqualTo(before);
  }

  @Test
  void anotherCluster_findsWhatWaits_andPlacesNothingTwice() {
    long before = sequencer.sequence();
    EntryId entry = get(analyst, () -> append("moved"));
    owner.sql("update cordon.ledger_sequenced set cluster = cluster + 1, seen = '5:5:'").update();

    assertThat(sequencer.sequence()).isEqualTo(before + 1);
    assertThat(place(entry)).isEqualTo(before);
    assertThat(sequencer.sequence()).isEqualTo(before + 1);
  }

  @Test
  void transactionsThatWentBack_placeNothingTwice() {
    long before = sequencer.sequence();
    EntryId entry = get(analyst, () -> append("moved"));
    owner
        .sql(
            "update cordon.ledger_sequenced set seen = '9000000000000:9000000000000:'::pg_snapshot")
        .update();

    assertThat(sequencer.sequence()).isEqualTo(before + 1);
    assertThat(place(entry)).isEqualTo(before);
  }

  @Test
  void entryOfAClockThatWentBack_standsAfterThoseBefore() {
    EntryId first = get(analyst, () -> append("clock"));
    long before = sequencer.sequence();
    EntryRows earlier =
        EntryRows.of(
            List.of(Entry.of(operation, Act.CONSULTATION, "clock", "an hour back")),
            analyst.member(),
            Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MICROS));
    as(
        analyst,
        () ->
            earlier
                .bind(jdbc.sql(LedgerSql.APPEND_ALL))
                .param("member", analyst.member().value())
                .update());

    assertThat(sequencer.sequence()).isEqualTo(before + 1);
    assertThat(place(earlier.ids().getFirst())).isEqualTo(before).isGreaterThan(place(first));
  }

  @Test
  void waitingEntries_areCounted() {
    sequencer.sequence();
    get(analyst, () -> append("waits"));

    assertThat(
            get(
                analyst,
                () -> jdbc.sql("select cordon.ledger_waiting()").query(Long.class).single()))
        .isBetween(0L, 1L);
    sequencer.sequence();
    assertThat(
            get(
                analyst,
                () -> jdbc.sql("select cordon.ledger_waiting()").query(Long.class).single()))
        .isZero();
  }

  @Test
  void entry_toAnAgencyThatDoesNotExist_isRefused() {
    assertThatThrownBy(() ->
            as(
                analyst,
                () ->
                    ledger.append(
                        Entry.of(operation, Act.DISCLOSURE, "test", "why").to(AgencyId.random()))))
        .rootCause()
        .hasMessageContaining("does not exist");
  }

  @Test
  void entry_thatNamesAnotherTransaction_isRefused() {
    assertThatThrownBy(() ->
            as(
                analyst,
                () ->
                    jdbc.sql(
                            """
                            insert into cordon.ledger_entry
                              (id, operation_id, act, what, member_id, at, record_count, body, xact)
                            values (?, ?, 'DECISION', 'test', ?, now(), 0, 'x'::bytea, '3'::xid8)
                            """)
                        .params(UUID.randomUUID(), operation.value(), analyst.member().value())
                        .update()))
        .rootCause()
        .hasMessageContaining("another transaction");
  }

  @Test
  void opening_ofNoEntry_isRefused() {
    assertThatThrownBy(() ->
            as(
                analyst,
                () ->
                    jdbc.sql(
                            """
                            insert into cordon.ledger_opening
                              (entry_id, operation_id, member_id, salt, reason, record_ids)
                            values (?, ?, ?, ?, 'why', '{}')
                            """)
                        .params(
                            UUID.randomUUID(),
                            operation.value(),
                            analyst.member().value(),
                            new byte[32])
                        .update()))
        .rootCause()
        .hasMessageContaining("belongs to no entry");
  }

  @Test
  void whatEntriesName_isNotRemoved_evenByTheOwner() {
    EntryId entry = get(analyst, () -> append("stays"));
    sequencer.sequence();

    for (String table : List.of("ledger_place", "ledger_entry", "member", "agency", "operation")) {
      assertThatThrownBy(() -> owner.sql("truncate cordon." + table + " cascade").update())
          .rootCause()
          .hasMessageContaining("never removed");
    }
    assertThat(place(entry)).isNotNegative();
  }

  @Test
  void places_areReadByAll_writtenByNobody() {
    assertThatThrownBy(
            () -> as(analyst, () -> jdbc.sql("update cordon.ledger_place set place = 0").update()))
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() ->
            as(
                analyst,
                () -> jdbc.sql("select seen from cordon.ledger_sequenced").query().listOfRows()))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void ids_followTheTime() {
    List<String> ids =
        get(
                analyst,
                () ->
                    ledger.appendAll(
                        java.util.stream.IntStream.range(0, 50)
                            .mapToObj(
                                number -> Entry.of(operation, Act.CONSULTATION, "test", "why"))
                            .toList()))
            .stream()
            .map(EntryId::toString)
            .toList();

    assertThat(ids.stream().map(id -> id.substring(0, 13)).toList()).isSorted();
    assertThat(ids).allMatch(id -> UUID.fromString(id).version() == 7).doesNotHaveDuplicates();
    assertThat(ids).allMatch(id -> UUID.fromString(id).variant() == 2);
  }

  private EntryId append(String what) {
    return ledger.append(Entry.of(operation, Act.CONSULTATION, what, "why"));
  }

  private long place(EntryId entry) {
    return get(
        analyst,
        () ->
            jdbc.sql("select place from cordon.ledger_place where entry_id = ?")
                .params(entry.value())
                .query(Long.class)
                .single());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
