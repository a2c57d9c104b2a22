package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.SignedIn;
import dev.cordon.exchange.Receipt;
import dev.cordon.exchange.ReceiptVerifier;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.kernel.merkle.NoteSigner;
import dev.cordon.ledger.internal.Sequencer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReceiptsTest extends DatabaseTest {

  private static final Path SHOP = IntakeTest.PLATFORM.resolve("shop.sql");

  @Autowired private Sources sources;
  @Autowired private Receipts receipts;
  @Autowired private Sequencer sequencer;

  private UUID source = new UUID(0, 0);

  @BeforeEach
  void takeIn() {
    source = with(analyst, () -> sources.take(operation, SHOP, "shop.sql")).source().id();
    sequencer.sequence();
  }

  @Test
  void receipt_provesItselfOffline_alsoAgainstTheFile() {
    Receipt file = with(analyst, () -> receipts.file(operation, source));

    List<ReceiptVerifier.Step> steps = verify(file, Optional.of(SHOP));

    assertThat(steps).allMatch(ReceiptVerifier.Step::held);
    assertThat(steps)
        .extracting(ReceiptVerifier.Step::check)
        .containsExactly(
            "form", "statement", "commitment", "entry", "checkpoint", "inclusion", "file");
    assertThat(file.statement()).contains("rows-in 306\n", "handed-over-by -\n");
  }

  @Test
  void anotherMemberThanWhoTookItIn_handsItOutToo_andThatIsAnEntry() {
    SignedIn colleague = member(lead, operation, dev.cordon.access.Role.ANALYST);
    long before = entries();
    assertThat(verify(with(colleague, () -> receipts.file(operation, source)), Optional.empty()))
        .allMatch(ReceiptVerifier.Step::held);
    assertThat(entries()).isEqualTo(before + 1);
    assertThatThrownBy(() -> with(officer, () -> receipts.file(operation, source)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void whoHandedItOver_makesANewReceipt_andTheEarlierOneStillVerifies() {
    Receipt first = with(analyst, () -> receipts.file(operation, source));
    HandedOver handedOver =
        new HandedOver(
            "Officer Example\nhash 00", Instant.parse("2025-02-26T10:00:00Z"), null, "disk", "x");
    with(analyst, () -> write(handedOver));
    sequencer.sequence();

    Receipt second = with(analyst, () -> receipts.file(operation, source));

    assertThat(second.statement())
        .contains(
            "handed-over-by Officer Example\\u000ahash 00\n",
            "handed-over-at 2025-02-26T10:00:00Z\n");
    assertThat(verify(second, Optional.of(SHOP))).allMatch(ReceiptVerifier.Step::held);
    assertThat(verify(first, Optional.of(SHOP))).allMatch(ReceiptVerifier.Step::held);
  }

  @Test
  void eachChange_failsAtItsCheck() {
    Receipt good = with(analyst, () -> receipts.file(operation, source));
    assertThat(failed(good.statement().replace("rows-in 306", "rows-in 305"), good))
        .isEqualTo("statement");
    assertThat(failedAt(with(good, good.entry(), List.of("x", good.records().getLast()))))
        .isEqualTo("commitment");
    assertThat(failedAt(with(good, good.entry().replace("what source", "what sauce"), null)))
        .isEqualTo("entry");
    assertThat(failedAt(with(good, good.entry().replace("at 20", "at 19"), null)))
        .isEqualTo("inclusion");
    assertThat(
            ReceiptVerifier.verify(
                    good.toBytes(),
                    List.of(NoteSigner.generate("other.example").key()),
                    Optional.empty())
                .getLast()
                .check())
        .isEqualTo("checkpoint");
    assertThat(verify(good, Optional.of(IntakeTest.PLATFORM.resolve("forum.sql"))).getLast().held())
        .isFalse();
    assertThat(
            ReceiptVerifier.verify(
                    "{\"format\":\"cordon-receipt/v2\"}".getBytes(StandardCharsets.UTF_8),
                    List.of(),
                    Optional.empty())
                .getFirst()
                .check())
        .isEqualTo("form");
  }

  private static String failed(String statement, Receipt good) {
    return failedAt(
        new Receipt(
            good.format(),
            statement,
            good.entry(),
            good.salt(),
            good.records(),
            good.place(),
            good.proof(),
            good.checkpoint(),
            good.key()));
  }

  private static Receipt with(
      Receipt good, String entry, @org.jspecify.annotations.Nullable List<String> records) {
    return new Receipt(
        good.format(),
        good.statement(),
        entry,
        good.salt(),
        records == null ? good.records() : records,
        good.place(),
        good.proof(),
        good.checkpoint(),
        good.key());
  }

  private static String failedAt(Receipt receipt) {
    ReceiptVerifier.Step last = verify(receipt, Optional.empty()).getLast();
    return last.held() ? "nothing" : last.check();
  }

  private static List<ReceiptVerifier.Step> verify(Receipt receipt, Optional<Path> file) {
    return ReceiptVerifier.verify(receipt.toBytes(), List.of(NoteKey.parse(receipt.key())), file);
  }

  private HandedOver write(HandedOver handedOver) {
    receipts.write(operation, source, handedOver);
    return handedOver;
  }

  private long entries() {
    return get(
        coordinator,
        () ->
            jdbc.sql("select count(*) from cordon.ledger_entry where operation_id = ?")
                .param(operation.value())
                .query(Long.class)
                .single());
  }

  private static <T> T with(SignedIn member, Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    CurrentMember.as(member, () -> result.set(work.get()));
    return result.get();
  }
}
