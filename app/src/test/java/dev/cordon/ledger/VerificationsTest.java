package dev.cordon.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.TestGround;
import dev.cordon.access.NotPermittedException;
import dev.cordon.exchange.Receipt;
import dev.cordon.exchange.ReceiptVerifier;
import dev.cordon.ground.DatabaseAddress;
import dev.cordon.kernel.merkle.LogPolicy;
import dev.cordon.kernel.merkle.LogProof;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.ledger.internal.LedgerKey;
import dev.cordon.ledger.internal.Sequencer;
import dev.cordon.ledger.internal.WholeLedger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class VerificationsTest extends DatabaseTest {

  @Autowired private Ledger ledger;
  @Autowired private Sequencer sequencer;
  @Autowired private LedgerKey key;
  @Autowired private LedgerProofs proofs;
  @Autowired private Verifications verifications;
  @Autowired private ClosingManifests manifests;

  private final Path files = TestGround.ground().directory().ledger();

  @Test
  void wholeLedger_isTheSameInTheDatabase() {
    append();
    sequencer.sequence();

    assertThat(verify()).allMatch(WholeLedger.Finding::held);
    assertThat(verify()).extracting(WholeLedger.Finding::check).contains("link", "opening");
  }

  @Test
  void changedColumn_isNamed() {
    EntryId entry = append();
    sequencer.sequence();
    byHand("update cordon.ledger_entry set act = 'ERASURE' where id = '" + entry + "'");
    try {
      assertThat(verify().getLast())
          .satisfies(last -> {
            assertThat(last.check()).isEqualTo("link");
            assertThat(last.detail()).contains(entry.toString(), "act ERASURE");
          });
    } finally {
      byHand("update cordon.ledger_entry set act = 'CONSULTATION' where id = '" + entry + "'");
    }
  }

  @Test
  void removedOpening_isNamed() {
    EntryId entry = append();
    sequencer.sequence();
    byHand(
        "create table cordon.aside as select * from cordon.ledger_opening where entry_id = '"
            + entry
            + "'");
    byHand("delete from cordon.ledger_opening where entry_id = '" + entry + "'");
    try {
      assertThat(verify().getLast().check()).isEqualTo("opening");
    } finally {
      byHand("insert into cordon.ledger_opening select * from cordon.aside");
      byHand("drop table cordon.aside");
    }
  }

  @Test
  void verification_isAskedForAndKept() throws InterruptedException {
    as(coordinator, () -> verifications.ask(operation));

    Optional<Verification> last = verifications.last();
    for (int attempt = 0;
        attempt < 600 && (last.isEmpty() || verifications.isRunning());
        attempt++) {
      Thread.sleep(Duration.ofMillis(100));
      last = get(analyst, verifications::last);
    }
    assertThat(get(analyst, verifications::last))
        .hasValueSatisfying(found -> {
          assertThat(found.held()).isTrue();
          assertThat(found.findings()).extracting(VerificationFinding::check).contains("root");
        });
  }

  @Test
  void proofFile_isCheckedOffline() {
    EntryId entry = append();
    sequencer.sequence();

    LogProof proof = LogProof.parse(get(analyst, () -> proofs.file(entry)));
    byte[] leaf = get(analyst, () -> proofs.leaf(entry)).getBytes(StandardCharsets.UTF_8);

    assertThat(proof.verify(leaf, LogPolicy.trusting(key.signer().key())).checkpoint().size())
        .isGreaterThan(proof.place());
  }

  @Test
  void closingManifest_isAReceiptAnyoneCanCheck() {
    as(coordinator, () -> manifests.write(operation));
    sequencer.sequence();

    Receipt receipt = get(coordinator, () -> manifests.file(operation));

    assertThat(receipt.statement())
        .contains("operation " + operation, "sources 0 last-number 0 missing 0");
    assertThat(
            ReceiptVerifier.verify(
                receipt.toBytes(), List.of(NoteKey.parse(receipt.key())), Optional.empty()))
        .allMatch(ReceiptVerifier.Step::held);
  }

  @Test
  void closingManifest_isForThoseWhoAnswerForTheLedger() {
    assertThatThrownBy(() -> as(analyst, () -> manifests.write(operation)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void filesThatCanNotBeWritten_loseNothing() throws IOException {
    sequencer.sequence();
    Path blocked = Files.createDirectory(files.resolve("checkpoint.new"));
    EntryId entry = append();
    try {
      assertThatThrownBy(sequencer::sequence).hasMessageContaining("Is the disk full?");
    } finally {
      Files.delete(blocked);
    }

    long size = sequencer.sequence();

    assertThat(get(analyst, () -> proofs.of(entry)).place()).isLessThan(size);
    assertThat(verify()).allMatch(WholeLedger.Finding::held);
  }

  private List<WholeLedger.Finding> verify() {
    return sequencer.whileStill(() -> WholeLedger.verify(files, key.signer().key(), jdbc));
  }

  private EntryId append() {
    return get(
        analyst,
        () -> ledger.append(Entry.of(operation, Act.CONSULTATION, "test", "why").touching("x")));
  }

  /** As one who has the database's owner and knows how to switch its policies off. */
  private static void byHand(String sql) {
    DatabaseAddress address = TestGround.ground().address();
    JdbcClient owner =
        JdbcClient.create(
            new DriverManagerDataSource(
                address.url(), DatabaseAddress.OWNER, address.ownerPassword()));
    for (String table : List.of("ledger_entry", "ledger_opening")) {
      owner.sql("alter table cordon." + table + " no force row level security").update();
    }
    try {
      owner.sql(sql).update();
    } finally {
      for (String table : List.of("ledger_entry", "ledger_opening")) {
        owner.sql("alter table cordon." + table + " force row level security").update();
      }
    }
  }
}
