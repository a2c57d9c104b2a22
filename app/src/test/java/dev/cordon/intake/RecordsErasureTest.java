package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.formats.content.PackedLimits;
import dev.cordon.keys.KeyException;
import dev.cordon.keys.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsErasureTest {

  private static final int ROWS = 400;
  private static final int KILLS = 12;

  @TempDir Path folder;

  private SourceReport report;

  /** The same key in every process. */
  private static final class Fixed implements KeyRing {

    @Override
    public int newest() {
      return 1;
    }

    @Override
    public List<Integer> versions() {
      return List.of(1);
    }

    @Override
    public byte[] derive(int version, String use) {
      byte[] key = new byte[32];
      for (int place = 0; place < key.length; place++) {
        key[place] = (byte) (use.hashCode() >>> (place % 4) * 8 ^ place);
      }
      return key;
    }
  }

  @BeforeEach
  void taken() throws IOException {
    report = take("first.csv", 1);
    take("second.csv", 2);
  }

  @Test
  void erasedRows_areInNoView_beforeAndAfterTheFilesAreWrittenAnew() throws Exception {
    List<String> before = payers();
    vault().hide(new HiddenRows(RowSet.NONE, erased()));
    List<String> hidden = payers();
    assertThat(hidden).hasSize(before.size() - 2).doesNotContain("payer1x3", "payer1x7");
    new RecordsErasure(vault(), report.id(), erased()).carryOut();
    assertThat(payers()).isEqualTo(hidden);
    Files.delete(vaultFolder().resolve("hidden-rows"));
    assertThat(payers()).as("gone, not hidden").isEqualTo(hidden);
    assertThat(Files.list(vaultFolder().resolve("work"))).isEmpty();
    assertThat(vault().hasEarlier(report.id())).isFalse();
  }

  @Test
  void sourceReadAnew_doesNotBringThemBack() throws Exception {
    vault().hide(new HiddenRows(RowSet.NONE, erased()));
    Vault.deleteAll(vault().records(report.id()));
    assertThat(take("first.csv", 1).balances().getFirst().rowsIn()).isEqualTo(ROWS);
    Files.delete(vaultFolder().resolve("hidden-rows"));
    assertThat(payers()).doesNotContain("payer1x3", "payer1x7").contains("payer1x4");
  }

  @Test
  void listThatWasChanged_opensNothing() throws Exception {
    vault().hide(new HiddenRows(erased(), RowSet.NONE));
    Path list = vaultFolder().resolve("hidden-rows");
    byte[] bytes = Files.readAllBytes(list);
    bytes[bytes.length / 2] ^= 1;
    Files.write(list, bytes);
    assertThatThrownBy(this::payers).isInstanceOf(KeyException.class);
  }

  @Test
  void list_isReadAsItWasWritten() throws Exception {
    HiddenRows written = new HiddenRows(erased(), RowSet.of(List.of(row(9), row(2), row(9))));
    vault().hide(written);
    HiddenRows read = vault().hiddenRows();
    assertThat(read).isEqualTo(written);
    assertThat(read.erased().size()).isEqualTo(2);
    assertThat(read.all().contains(row(2))).isTrue();
    assertThat(read.all().contains(row(4))).isFalse();
  }

  @Test
  @Tag("long")
  void killedAtAnyMoment_endsTheSame() throws Exception {
    vault().hide(new HiddenRows(RowSet.NONE, erased()));
    List<String> expected = payers();
    Random random = new Random(7);
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start();
      process.waitFor(Duration.ofMillis(700 + random.nextInt(2500)));
      process.destroyForcibly().waitFor();
      assertThat(payers()).as("after kill " + kill).isEqualTo(expected);
    }
    assertThat(start().waitFor(2, TimeUnit.MINUTES)).isTrue();
    Files.delete(vaultFolder().resolve("hidden-rows"));
    assertThat(payers()).isEqualTo(expected);
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            RecordsErasureTest.class.getName(),
            vaultFolder().toString(),
            report.id().toString())
        .inheritIO()
        .start();
  }

  /** Carries the erasure out as a process of its own, to be killed. */
  public static void main(String[] arguments) throws IOException {
    Vault vault = Vault.open(Path.of(arguments[0]), VaultKey.of(new Fixed()));
    new RecordsErasure(vault, SourceId.parse(arguments[1]), vault.hiddenRows().erased()).carryOut();
  }

  private RowSet erased() {
    return RowSet.of(List.of(row(3), row(7)));
  }

  private Origin row(long number) {
    return new Origin(report.id(), "records", number);
  }

  private List<String> payers() throws SQLException {
    List<String> payers = new ArrayList<>();
    Vault vault = vault();
    try (SealedRecords records =
            SealedRecords.open(vault.records(), vault.key(), RecordPermission.LOCAL);
        Statement statement = records.connection().createStatement();
        ResultSet found =
            statement.executeQuery(
                "select source_key from rows order by source, source_table, source_row")) {
      while (found.next()) {
        payers.add(String.valueOf(found.getString(1)));
      }
    }
    return payers;
  }

  private Vault vault() {
    return Vault.open(vaultFolder(), VaultKey.of(new Fixed()));
  }

  private Path vaultFolder() {
    return folder.resolve("vault");
  }

  private SourceReport take(String name, int which) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "charge_id,created,amount,currency,status,failure_code,card_fingerprint,card_bin,card_last4,card_brand,card_funding,card_country,holder_name,receipt_email,ip,order_reference\n");
    for (int row = 1; row <= ROWS; row++) {
      String payer = "payer" + which + "x" + row;
      text.append(payer)
          .append(",2024-04-01T10:00:05Z,900,EUR,succeeded,,CARD,000001,0001,Vista,debit,DK,")
          .append(payer)
          .append(",")
          .append(payer)
          .append("@mail.example,198.51.100.1,")
          .append(row)
          .append('\n');
    }
    Path file = Files.writeString(folder.resolve(name), text);
    try (Intake intake = new Intake(vault(), OperationFacts.UNKNOWN, PackedLimits.STANDARD, true)) {
      return ((IntakeOutcome.Taken) intake.take(file, name, bytes -> {})).report();
    }
  }
}
