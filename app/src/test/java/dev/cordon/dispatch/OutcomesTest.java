package dev.cordon.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import dev.cordon.TinyOperation;
import dev.cordon.access.NotPermittedException;
import dev.cordon.exchange.Receipt;
import dev.cordon.exchange.ReceiptVerifier;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.ledger.internal.Sequencer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OutcomesTest extends TinyOperation {

  @Autowired private Outcomes outcomes;
  @Autowired private Sequencer sequencer;

  @Test
  void outcomes_areReadBySenderAndRecipient_newestFirst() {
    as(officer, () -> outcomes.report(operation, swedishPackage, null, Outcome.OPENED, null));
    UUID first =
        get(officer, () -> packages.subjects(operation, swedishPackage, 1)).rows().getFirst().id();
    as(
        officer,
        () -> outcomes.report(operation, swedishPackage, first, Outcome.WRONG_PERSON, "a cousin"));

    assertThat(get(coordinator, () -> outcomes.page(operation, swedishPackage, 1)).rows())
        .extracting(Outcomes.Reported::outcome)
        .containsExactly(Outcome.WRONG_PERSON, Outcome.OPENED);
    assertThat(get(officer, () -> outcomes.page(operation, swedishPackage, 1)).total())
        .isEqualTo(2);
    assertThat(get(germanOfficer, () -> outcomes.page(operation, swedishPackage, 1)).rows())
        .isEmpty();
  }

  @Test
  void outcome_isProvedByItsReceipt() {
    // What is not committed yet has no place in the ledger, whatever the sequencer does meanwhile.
    assertThatThrownBy(
            () -> get(officer, () -> outcomes.receipt(operation, swedishPackage, opened())))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Try again");
    UUID told = get(officer, this::opened);
    sequencer.sequence();

    Receipt receipt = get(officer, () -> outcomes.receipt(operation, swedishPackage, told));

    assertThat(receipt.statement())
        .startsWith("cordon-outcome 1\noperation " + operation)
        .contains("\noutcome opened\n", "\npackage-subject -\n")
        .doesNotContain("begun");
    assertThat(
            ReceiptVerifier.verify(
                receipt.toBytes(), List.of(NoteKey.parse(receipt.key())), Optional.empty()))
        .isNotEmpty()
        .allMatch(ReceiptVerifier.Step::held);
    assertThatThrownBy(
            () -> get(germanOfficer, () -> outcomes.receipt(operation, swedishPackage, told)))
        .isInstanceOf(NotPermittedException.class);
  }

  private UUID opened() {
    outcomes.report(operation, swedishPackage, null, Outcome.OPENED, "begun");
    return outcomes.page(operation, swedishPackage, 1).rows().getFirst().id();
  }
}
