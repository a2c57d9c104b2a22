package dev.cordon.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TablesCommandTest {

  @TempDir private Path folder;

  @Test
  void networks_becomeRangesOfTheirKind() throws Exception {
    Path list =
        Files.writeString(folder.resolve("vpn.txt"), "# list\n192.0.2.0/25\n2001:db8::/64\n");
    Path out = folder.resolve("vpn.csv");
    assertThat(run(list, "--form", "NETWORKS", "--kind", "vpn", "--out", out)).isZero();
    AddressTable table = AddressTable.read(out);
    assertThat(table.version().version()).isEqualTo("2024-06-01");
    assertThat(table.place("192.0.2.127", null).orElseThrow().kind()).isEqualTo("vpn");
    assertThat(table.place("192.0.2.128", null)).isEmpty();
    assertThat(table.place("2001:db8::ffff", null).orElseThrow().country()).isEqualTo("ZZ");
  }

  @Test
  void torExits_holdOnTheDaysTheyWereSeen() throws Exception {
    Path list =
        Files.writeString(
            folder.resolve("exits"),
            "ExitNode AB\nPublished 2024-05-01 00:00:00\nExitAddress 192.0.2.1 2024-05-01 03:04:05\n");
    Path out = folder.resolve("tor.csv");
    assertThat(run(list, "--form", "TOR_EXITS", "--kind", "tor", "--out", out)).isZero();
    AddressTable table = AddressTable.read(out);
    assertThat(table.place("192.0.2.1", LocalDate.parse("2024-05-02"))).isPresent();
    assertThat(table.place("192.0.2.1", LocalDate.parse("2024-06-02"))).isEmpty();
  }

  @Test
  void badLine_isNamedAndLeavesWhatWasThere() throws Exception {
    Path out = Files.writeString(folder.resolve("t.csv"), "before");
    Path list = Files.writeString(folder.resolve("bad.txt"), "192.0.2.0/24\n192.0.2.1/24\n");
    StringWriter said = new StringWriter();
    assertThat(run(said, list, "--form", "NETWORKS", "--out", out)).isNotZero();
    assertThat(said.toString()).contains("bad.txt line 2");
    assertThat(Files.readString(out)).isEqualTo("before");
  }

  @Test
  void exportWithUnknownCode_isRefusedOrCounted() throws Exception {
    Path export = Files.writeString(folder.resolve("geoip"), "3221225984,3221226239,OS\n");
    Path out = folder.resolve("geo.csv");
    assertThat(run(export, "--out", out)).isNotZero();
    assertThat(run(export, "--out", out, "--unknown-codes-are-none")).isZero();
    assertThat(AddressTable.read(out).place("192.0.2.1", null).orElseThrow().country())
        .isEqualTo("ZZ");
  }

  @Test
  void shippedTable_knowsItsStateAndLicence() {
    AddressTable table = ShippedTable.read();
    assertThat(table.version().version()).isEqualTo("2026-06-25");
    assertThat(table.size()).isGreaterThan(600_000);
    assertThat(table.isDated()).isFalse();
  }

  private static int run(Object... arguments) {
    return run(new StringWriter(), arguments);
  }

  private static int run(StringWriter said, Object... arguments) {
    String[] texts = new String[arguments.length + 2];
    for (int index = 0; index < arguments.length; index++) {
      texts[index] = arguments[index].toString();
    }
    texts[arguments.length] = "--table-version";
    texts[arguments.length + 1] = "2024-06-01";
    return new CommandLine(new TablesCommand())
        .setErr(new PrintWriter(said, true))
        .setExecutionExceptionHandler((failure, line, parsed) -> {
          line.getErr().println(failure.getMessage());
          return 2;
        })
        .execute(texts);
  }
}
