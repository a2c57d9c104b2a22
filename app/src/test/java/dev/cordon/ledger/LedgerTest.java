package dev.cordon.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.ledger.internal.Commitment;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.IllegalTransactionStateException;

class LedgerTest extends DatabaseTest {

  @Autowired private Ledger ledger;
  @Autowired private ApplicationEventPublisher events;

  @Test
  void append_commitsWithTheChange() {
    EntryId id = get(analyst, () -> ledger.append(decision("S-0001")));

    assertThat(get(analyst, () -> entries(id))).hasSize(1);
  }

  @Test
  void appendAll_isTheSameAsOneByOne() {
    List<EntryId> ids =
        get(
            analyst,
            () ->
                ledger.appendAll(
                    List.of(
                        decision("a\"b\\c, {d}"),
                        Entry.of(operation, Act.HAND_OVER, "exhibit", "two")
                            .touching("x", "")
                            .to(other),
                        Entry.of(operation, Act.DISCLOSURE, "package", "three"))));

    List<String> bodies =
        ids.stream()
            .map(id ->
                new String(
                    (byte[]) get(analyst, () -> entries(id)).getFirst().get("body"),
                    StandardCharsets.UTF_8))
            .toList();
    assertThat(bodies.get(0)).contains("act DECISION\n", "records 1 ");
    assertThat(bodies.get(1)).contains("act HAND_OVER\n", "records 2 ");
    Map<String, Object> opening =
        get(
            coordinator,
            () ->
                jdbc.sql(
                        "select salt, array_to_json(record_ids)::text as records from cordon.ledger_opening where entry_id = ?")
                    .params(ids.get(0).value())
                    .query()
                    .singleRow());
    assertThat(opening.get("records")).isEqualTo("[\"a\\\"b\\\\c, {d}\"]");
    assertThat(bodies.get(0))
        .contains(
            HexFormat.of()
                .formatHex(
                    new Commitment((byte[]) opening.get("salt"))
                        .to("records", List.of("a\"b\\c, {d}"))));
  }

  @Test
  void append_isGoneWhenTheChangeFails() {
    assertThatThrownBy(() ->
            as(
                analyst,
                () -> {
                  ledger.append(decision("S-0002"));
                  throw new IllegalStateException("the change failed");
                }))
        .hasMessage("the change failed");

    assertThat(
            get(
                analyst,
                () ->
                    jdbc.sql("select count(*) from cordon.ledger_entry")
                        .query(Long.class)
                        .single()))
        .isZero();
  }

  @Test
  void append_outsideTransaction_isRefused() {
    assertThatThrownBy(() -> CurrentMember.as(analyst, () -> ledger.append(decision("S-0003"))))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void append_toForeignOperation_isRefused() {
    OperationId foreign = newOperation(other);

    assertThatThrownBy(() ->
            as(analyst, () -> ledger.append(Entry.of(foreign, Act.CONSULTATION, "subject", "why"))))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void leaf_holdsCommitmentsOnly_thatTheSaltOpens() {
    EntryId id = get(analyst, () -> ledger.append(decision("S-0004")));
    String body =
        new String(
            (byte[]) get(analyst, () -> entries(id)).getFirst().get("body"),
            StandardCharsets.UTF_8);
    Map<String, Object> opening =
        get(
            coordinator,
            () ->
                jdbc.sql("select salt, reason from cordon.ledger_opening where entry_id = ?")
                    .params(id.value())
                    .query()
                    .singleRow());
    Commitment commitment = new Commitment((byte[]) opening.get("salt"));

    assertThat(body)
        .contains("act DECISION\n", "records 1 ")
        .doesNotContain("S-0004", "same card", analyst.member().toString())
        .contains(
            "records 1 "
                + HexFormat.of().formatHex(commitment.to("records", List.of("S-0004")))
                + "\n",
            "reason "
                + HexFormat.of().formatHex(commitment.to("reason", List.of("same card")))
                + "\n");
  }

  @Test
  void entries_canNotBeChanged() {
    EntryId id = get(analyst, () -> ledger.append(decision("S-0005")));

    assertThatThrownBy(() ->
            as(
                analyst,
                () ->
                    jdbc.sql("update cordon.ledger_entry set act = 'ERASURE' where id = ?")
                        .params(id.value())
                        .update()))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void auditedEvent_becomesAnEntryInTheSameTransaction() {
    as(analyst, () -> events.publishEvent(new SomethingDecided(operation)));

    assertThat(
            get(
                analyst,
                () ->
                    jdbc.sql("select what from cordon.ledger_entry where operation_id = ?")
                        .params(operation.value())
                        .query(String.class)
                        .list()))
        .containsExactly("something");
  }

  @Test
  void auditedEvent_outsideTransaction_isRefused() {
    assertThatThrownBy(() ->
            CurrentMember.as(analyst, () -> events.publishEvent(new SomethingDecided(operation))))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  private Entry decision(String subject) {
    return Entry.of(operation, Act.DECISION, "subject-confirmation", "same card").touching(subject);
  }

  private List<Map<String, Object>> entries(EntryId id) {
    return jdbc.sql("select * from cordon.ledger_entry where id = ?")
        .params(id.value())
        .query()
        .listOfRows();
  }

  private record SomethingDecided(OperationId operation) implements Audited {

    @Override
    public Entry entry() {
      return Entry.of(operation, Act.DECISION, "something", "because");
    }
  }
}
