package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.formats.content.PackedLimits;
import dev.cordon.keys.KeyException;
import dev.cordon.keys.KeyRing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources, records and texts taken in under one key version stay readable under the next. */
class KeyVersionsTest {

  @TempDir Path folder;

  private final Ring ring = new Ring();

  /** Two rings of memory, one behind the other. */
  private static final class Ring implements KeyRing {

    private final List<KeyRing> rings = new ArrayList<>(List.of(KeyRing.inMemory()));

    void rotate() {
      rings.add(KeyRing.inMemory());
    }

    @Override
    public int newest() {
      return rings.size();
    }

    @Override
    public List<Integer> versions() {
      return Stream.iterate(1, version -> version <= rings.size(), version -> version + 1).toList();
    }

    @Override
    public byte[] derive(int version, String use) {
      if (version < 1 || version > rings.size()) {
        throw new KeyException("there is no key of version " + version);
      }
      return rings.get(version - 1).derive(1, use);
    }
  }

  @Test
  void twoVersions_areReadTogether() throws Exception {
    Vault vault = Vault.open(folder.resolve("vault"), VaultKey.of(ring));
    SourceReport first = take(vault, "one.csv", "anna");
    ring.rotate();
    SourceReport second = take(vault, "two.csv", "bo");
    ring.rotate();
    SourceReport third = take(vault, "three.csv", "cleo");
    try (SealedRecords records =
        SealedRecords.open(vault.records(), vault.key(), RecordPermission.LOCAL)) {
      assertThat(text(records, "select count(distinct source) from rows")).isEqualTo("3");
      assertThat(text(records, "select count(*) from rows where source = '" + second.id() + "'"))
          .isEqualTo("1");
    }
    for (SourceReport report : List.of(first, second, third)) {
      try (InputStream in = vault.openSource(report.sha256(), RecordPermission.LOCAL)) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("payer,");
      }
    }
    try (Stream<Path> sealed = Files.list(vault.sources())) {
      assertThat(sealed.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              first.sha256(), second.sha256() + ".k2", third.sha256() + ".k3");
    }
  }

  @Test
  void fileOfOneVersion_claimedForAnother_doesNotOpen() throws Exception {
    Vault vault = Vault.open(folder.resolve("vault"), VaultKey.of(ring));
    SourceReport first = take(vault, "one.csv", "anna");
    ring.rotate();
    Path rows = vault.records(first.id()).resolve("rows");
    Files.move(rows.resolve("part-1.parquet"), rows.resolve("k2-part-1.parquet"));
    try (SealedRecords records =
        SealedRecords.open(vault.records(), vault.key(), RecordPermission.LOCAL)) {
      assertThatThrownBy(() -> text(records, "select count(line) from rows"))
          .isInstanceOf(SQLException.class);
    } catch (IntakeException refusedWhenOpened) {
      assertThat(refusedWhenOpened).hasMessageContaining("cannot be opened");
    }
    Path sealed = vault.sealed(first.sha256());
    Files.move(sealed, sealed.resolveSibling(first.sha256() + ".k2"));
    assertThatThrownBy(
            () -> {
              try (InputStream in = vault.openSource(first.sha256(), RecordPermission.LOCAL)) {
                in.readAllBytes();
              }
            })
        .isInstanceOf(IOException.class);
  }

  private SourceReport take(Vault vault, String name, String payer) throws IOException {
    Path file =
        Files.writeString(folder.resolve(name), "payer,amount,note\n" + payer + ",5,thanks\n");
    try (Intake intake = new Intake(vault, OperationFacts.UNKNOWN, PackedLimits.STANDARD, true)) {
      return ((IntakeOutcome.Taken) intake.take(file, name, bytes -> {})).report();
    }
  }

  private static String text(SealedRecords records, String sql) throws SQLException {
    try (Statement statement = records.connection().createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getString(1);
    }
  }
}
