package dev.cordon.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AddressRangesTest {

  private static final String HEAD = "range_start,range_end,country,kind\n";

  @Test
  void place_bordersOfRange_belongToIt() {
    AddressRanges ranges = read("198.51.100.0,198.51.100.63,DK,residential\n");
    assertThat(ranges.place("198.51.100.0")).isPresent();
    assertThat(ranges.place("198.51.100.63")).isPresent();
    assertThat(ranges.place("198.51.100.64")).isEmpty();
    assertThat(ranges.place("198.51.99.255")).isEmpty();
  }

  @Test
  void place_sixAndFour_liveApart() {
    AddressRanges ranges =
        read("2001:db8::,2001:db8::ffff,SE,vpn\n198.51.100.0,198.51.100.63,DK,residential\n");
    assertThat(ranges.place("2001:db8::1").orElseThrow().country()).isEqualTo("SE");
    assertThat(ranges.place("198.51.100.7").orElseThrow().country()).isEqualTo("DK");
    assertThat(ranges.place("example.org")).isEmpty();
  }

  @Test
  void line_ofSix_isItsNetwork() {
    assertThat(AddressRanges.line("2001:db8:1:2:3:4:5:6")).hasValue("2001:db8:1:2::/64");
    assertThat(AddressRanges.line("198.51.100.7")).hasValue("198.51.100.7");
  }

  @Test
  void read_overlap_isRefusedByLine() {
    assertThatThrownBy(
            () -> read("198.51.100.0,198.51.100.63,DK,x\n198.51.100.63,198.51.100.70,SE,x\n"))
        .hasMessageContaining("line 3")
        .hasMessageContaining("overlaps");
  }

  @Test
  void read_reversedOrForeignOrUnknown_isRefusedByLine() {
    assertThatThrownBy(() -> read("198.51.100.9,198.51.100.0,DK,x\n"))
        .hasMessageContaining("line 2")
        .hasMessageContaining("ends before");
    assertThatThrownBy(() -> read("198.51.100.9,2001:db8::1,DK,x\n"))
        .hasMessageContaining("one family");
    assertThatThrownBy(() -> read("198.51.100.0,198.51.100.9,DNK,x\n"))
        .hasMessageContaining("not a country code");
  }

  private static AddressRanges read(String rows) {
    return AddressRanges.read(
        "table.csv", new ByteArrayInputStream((HEAD + rows).getBytes(StandardCharsets.UTF_8)));
  }
}
