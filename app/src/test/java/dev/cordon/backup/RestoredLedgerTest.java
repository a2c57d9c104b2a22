package dev.cordon.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.ground.ClusterRows;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.Ground;
import dev.cordon.kernel.merkle.Checkpoint;
import dev.cordon.kernel.merkle.Hash;
import dev.cordon.ledger.StandaloneLedger;
import dev.cordon.ledger.VerificationFinding;
import dev.cordon.ledger.internal.LedgerKey;
import dev.cordon.ledger.internal.LedgerParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What a restored ledger says when entries came after the backup, and how it goes on. */
class RestoredLedgerTest {

  @TempDir private Path folder;

  @Test
  void laterCheckpoint_saysHowManyAreMissing_andTheLedgerGoesOnUnderANewName() throws Exception {
    Path place = folder.resolve("place");
    Path later = folder.resolve("later");
    Path target = folder.resolve("target");
    String formerKey;
    long size;
    try (Installation installation = Installation.create(folder)) {
      assertThat(installation.backup(place).code()).isZero();
      size = installation.publish();
      installation.write(41);
      Files.copy(installation.root().resolve("ledger/checkpoint"), later);
      formerKey = Files.readString(installation.root().resolve("ledger/key"));

      Installation.Outcome outcome =
          installation.restore(place, target, "--checkpoint", later.toString());

      // One more of the 42: the entry of the backup itself, made when it was whole.
      assertThat(outcome.code()).as(outcome.out()).isEqualTo(1);
      assertThat(outcome.out())
          .contains(
              "MISSING: the checkpoint covers 42 entries more, places 300 to 341",
              "goes on under a new name",
              "a receipt that names place 300 or later")
          .doesNotContain("FAILED");
    }
    assertThat(size).isEqualTo(301);
    goesOn(target, formerKey);
  }

  private static void goesOn(Path target, String formerKey) throws IOException {
    try (DataDirectory directory = DataDirectory.open(target);
        Ground ground = Ground.embedded(directory)) {
      LedgerKey key = LedgerParts.key(directory);
      DriverManagerDataSource application =
          new DriverManagerDataSource(
              ground.address().url(), "cordon_app", ground.address().applicationPassword());
      long size =
          LedgerParts.sequencer(
                  JdbcClient.create(application),
                  new JdbcTransactionManager(application),
                  directory,
                  key)
              .sequence();
      assertThat(size).as("300 and the entry of the restore").isEqualTo(301);
      assertThat(key.signer().key().text()).isNotEqualTo(formerKey.strip());
      try (StandaloneLedger ledger = StandaloneLedger.of(ground)) {
        assertThat(ledger.verify(Map.of(), null)).allMatch(VerificationFinding::held);
      }
    }
    assertThat(target.resolve("ledger-before/checkpoint")).exists();
  }

  @Test
  void checkpointOfAnotherHistory_isNotProved_andDoesNotBecomeTheDirectory() throws Exception {
    Path place = folder.resolve("place");
    Path target = folder.resolve("target");
    try (Installation installation = Installation.create(folder)) {
      assertThat(installation.backup(place).code()).isZero();
      Path forged = forged(installation);

      Installation.Outcome outcome =
          installation.restore(place, target, "--checkpoint", forged.toString());

      assertThat(outcome.code()).as(outcome.out()).isEqualTo(1);
      assertThat(outcome.out()).contains("FAILED  continuation", "NOT proved whole");
      assertThat(target).doesNotExist();
      assertThat(folder.resolve("target.not-proved")).isDirectory();
      assertThat(installation.restore(place, target, "--checkpoint", place.toString()).code())
          .isEqualTo(2);
    }
  }

  /** Of the right key over the right size, with another root. */
  private Path forged(Installation installation) throws IOException {
    LedgerKey key = LedgerParts.key(installation.ground().directory());
    String text =
        new Checkpoint(key.signer().key().name(), 100, Hash.ofLeaf(new byte[] {1})).text();
    return Files.writeString(folder.resolve("forged"), key.signer().sign(text));
  }

  @Test
  void entriesTakenOutOfTheDatabase_areFoundByTheProof() throws Exception {
    Path place = folder.resolve("place");
    try (Installation installation = Installation.create(folder)) {
      // The files say 300 entries; a copy of an older database stands in for one that was changed.
      installation.write(5);
      Path checkpoint = installation.root().resolve("ledger/checkpoint");
      Files.copy(checkpoint, folder.resolve("kept"), StandardCopyOption.REPLACE_EXISTING);
      List<String> gone =
          ClusterRows.lines(
              installation.ground().directory(),
              "with o as (delete from cordon.ledger_opening where entry_id = (select entry_id"
                  + " from cordon.ledger_place where place = 7)) select 'gone'");
      assertThat(gone).containsExactly("gone");
      assertThat(installation.backup(place).code()).isZero();

      Installation.Outcome drill = installation.drill(place, folder.resolve("drills"));

      assertThat(drill.code()).as(drill.out()).isEqualTo(1);
      assertThat(drill.out()).contains("FAILED  opening: 1 entries have no row that opens them");
    }
  }
}
