package dev.cordon.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.reference.AddressTableReader.Family;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTableTest {

  private static final String HEAD = "range_start,range_end,country,kind,valid_from,valid_until\n";
  private static final LocalDate DAY = LocalDate.parse("2024-06-01");

  @Test
  void place_bordersOfRange_belongToIt() {
    AddressTable table = read("198.51.100.0,198.51.100.63,DK,residential\n");
    assertThat(table.place("198.51.100.0", DAY)).isPresent();
    assertThat(table.place("198.51.100.63", null)).isPresent();
    assertThat(table.place("198.51.100.64", DAY)).isEmpty();
    assertThat(table.place("198.51.99.255", DAY)).isEmpty();
  }

  @Test
  void place_ofTheWholeSpace_isFound() {
    AddressTable table =
        read(
            "0.0.0.0,255.255.255.255,DK,x\n" + "::,ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff,SE,x\n");
    assertThat(country(table, "0.0.0.0")).hasValue("DK");
    assertThat(country(table, "255.255.255.255")).hasValue("DK");
    assertThat(country(table, "::")).hasValue("SE");
    assertThat(country(table, "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")).hasValue("SE");
    assertThat(country(table, "::ffff:192.0.2.1")).hasValue("DK");
    assertThat(country(table, "example.org")).isEmpty();
  }

  @Test
  void place_ofSharedAddresses_dependsOnTheDay() {
    AddressTable table =
        read(
            "192.0.2.0,192.0.2.255,DK,residential,,2023-12-31\n"
                + "192.0.2.0,192.0.2.127,SE,residential,2024-01-01,\n");
    assertThat(table.isDated()).isTrue();
    assertThat(table.place("192.0.2.5", LocalDate.parse("2023-12-31")).orElseThrow().country())
        .isEqualTo("DK");
    assertThat(table.place("192.0.2.5", LocalDate.parse("2024-01-01")).orElseThrow().country())
        .isEqualTo("SE");
    assertThat(table.place("192.0.2.200", LocalDate.parse("2024-01-01"))).isEmpty();
    assertThat(table.place("192.0.2.5", null)).as("nobody knows when").isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.0,192.0.2.63,DK,x;192.0.2.63,192.0.2.70,SE,x | line 3: the range overlaps the one in line 2",
        "192.0.2.9,192.0.2.0,DK,x | line 2: the range ends before",
        "192.0.2.9,2001:db8::1,DK,x | line 2: two addresses of one family",
        "192.0.2.0,192.0.2.9,DNK,x | line 2: 'DNK' is not a country code",
        "192.0.2.0,192.0.2.9,QQ,x | line 2: 'QQ' is not a country code",
        "192.0.2.0,host.example,DK,x | line 2: two addresses",
        "192.0.2.0,192.0.2.9,DK,x,2024-02-30, | line 2: '2024-02-30' is not a day",
        "192.0.2.0,192.0.2.9,DK,x,2024-02-03,2024-02-01 | line 2: the validity ends before",
        "192.0.2.0,192.0.2.9,DK,x,,2024-02-03;192.0.2.9,192.0.2.9,SE,x,2024-02-03, | overlaps"
      })
  void read_contradiction_isRefusedByLine(String rows, String message) {
    assertThatThrownBy(() -> read(rows.replace(';', '\n') + "\n")).hasMessageContaining(message);
  }

  @Test
  void read_otherFamily_isRefusedByLine() {
    assertThatThrownBy(
            () -> read("192.0.2.0,192.0.2.9,DK,x\n2001:db8::,2001:db8::1,DK,x\n", Family.FOUR))
        .hasMessageContaining("line 3: an IPv6 address in a table of IPv4");
    assertThatThrownBy(() -> read("192.0.2.0,192.0.2.9,DK,x\n", Family.SIX))
        .hasMessageContaining("line 2: an IPv4 address in a table of IPv6");
  }

  @Test
  void read_otherColumnsOrEndlessLine_isRefused() {
    assertThatThrownBy(() -> raw("a,b\n"))
        .hasMessageContaining("line 1")
        .hasMessageContaining("columns");
    assertThatThrownBy(() -> raw("")).hasMessageContaining("empty");
    assertThatThrownBy(() -> raw(HEAD + "1".repeat(100_000))).hasMessageContaining("longer than");
  }

  @Test
  void read_exportOfTheLocationDatabase_namesItsState() {
    AddressTable table =
        raw(
            "# Generated: Thu, 25 Jun 2026 04:33:59 GMT\n3221225984,3221226239,DK\n2001:db8::,2001:db8::ff,??\n");
    assertThat(table.version().version()).contains("25 Jun 2026");
    assertThat(table.version().sha256()).hasSize(64);
    assertThat(country(table, "192.0.2.7")).hasValue("DK");
    assertThat(country(table, "2001:db8::7")).hasValue("ZZ");
    assertThat(table.place("192.0.2.7", null).orElseThrow().kind()).isEqualTo("unknown");
  }

  @Test
  void place_ofRandomTables_isThatOfAScan() {
    Random random = new Random(7);
    for (int round = 0; round < 60; round++) {
      List<long[]> ranges = new ArrayList<>();
      StringBuilder rows = new StringBuilder();
      boolean isSix = round % 2 == 1;
      long at = 0;
      for (int range = 0; range < random.nextInt(40); range++) {
        long start = at + random.nextInt(3);
        long end = start + random.nextInt(5);
        at = end + 1;
        ranges.add(new long[] {start, end, range % 2});
        rows.append(text(start, isSix)).append(',').append(text(end, isSix));
        rows.append(range % 2 == 0 ? ",DK,x\n" : ",SE,x\n");
      }
      AddressTable table = read(rows.toString());
      for (long address = 0; address < at + 5; address++) {
        assertThat(country(table, text(address, isSix))).isEqualTo(scan(ranges, address));
      }
    }
  }

  /** Small numbers spread over the space, so that the jump tables are used. */
  private static String text(long number, boolean isSix) {
    return isSix
        ? "2001:%x:%x::%x".formatted(number / 7, number % 7, 0)
        : "%d.%d.0.0".formatted(number / 200, number % 200);
  }

  private static Optional<String> scan(List<long[]> ranges, long address) {
    return ranges.stream()
        .filter(range -> range[0] <= address && address <= range[1])
        .map(range -> range[2] == 0 ? "DK" : "SE")
        .findFirst();
  }

  private static Optional<String> country(AddressTable table, String address) {
    return table.place(address, DAY).map(AddressTable.Place::country);
  }

  private static AddressTable read(String rows) {
    return read(rows, Family.ANY);
  }

  private static AddressTable read(String rows, Family family) {
    return AddressTableReader.read("table.csv", stream(HEAD + rows), family);
  }

  private static AddressTable raw(String text) {
    return AddressTableReader.read("table.csv", stream(text), Family.ANY);
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
