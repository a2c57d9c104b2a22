package dev.cordon.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.DatabaseTest;
import dev.cordon.TestGround;
import dev.cordon.kernel.merkle.LogVerifier;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.ledger.internal.Sequencer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SequencerTest extends DatabaseTest {

  @Autowired private Ledger ledger;
  @Autowired private LedgerReadings readings;
  @Autowired private Sequencer sequencer;

  @Test
  void entries_getDensePlaces_inATreeThatVerifies() {
    long before = sequencer.sequence();
    CompletableFuture.allOf(
            IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(this::appendTen))
                .toArray(CompletableFuture[]::new))
        .join();

    long after = sequencer.sequence();

    List<Long> places =
        get(
            coordinator,
            () ->
                jdbc.sql(
                        """
                        select p.place from cordon.ledger_entry e join cordon.ledger_place p on p.entry_id = e.id
                        where e.operation_id = ? and e.what = 'test' order by p.place
                        """)
                    .params(operation.value())
                    .query(Long.class)
                    .list());
    assertThat(after).isGreaterThanOrEqualTo(before + 40);
    assertThat(places).hasSize(40).doesNotHaveDuplicates();
    assertThat(
            get(
                administrator,
                () ->
                    jdbc.sql("select place from cordon.ledger_leaves(0, 1000000)")
                        .query(Long.class)
                        .list()))
        .isEqualTo(LongStream.range(0, after).boxed().toList());
    assertThat(
            LogVerifier.verify(
                TestGround.ground().directory().ledger(),
                NoteKey.parse(get(analyst, readings::state).key())))
        .allMatch(LogVerifier.Step::held);
  }

  @Test
  void state_showsTheLastCheckpoint() {
    appendTen();
    long size = sequencer.sequence();

    LedgerState state = get(outsider, readings::state);

    assertThat(state.checkpoint())
        .hasValueSatisfying(checkpoint -> assertThat(checkpoint.size()).isEqualTo(size));
  }

  @Test
  void entries_areReadByCoordinators_notByOtherMembers() {
    appendTen();

    assertThat(get(coordinator, () -> readings.entries(operation, 0)))
        .filteredOn(entry -> entry.what().equals("test"))
        .hasSize(10)
        .allSatisfy(entry -> assertThat(entry.reason()).contains("why"));
    assertThat(get(officer, () -> readings.entries(operation, 0))).isEmpty();
    assertThat(get(outsider, () -> readings.count(operation))).isZero();
  }

  private void appendTen() {
    for (int number = 0; number < 10; number++) {
      as(analyst, () -> ledger.append(Entry.of(operation, Act.CONSULTATION, "test", "why")));
    }
  }
}
