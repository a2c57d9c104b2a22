package dev.cordon.intake.selectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpAddressesTest {

  /** Spellings of RFC 5952 sections 1 to 4 and RFC 4291 section 2.2; blocks of RFC 6890. */
  @ParameterizedTest
  @CsvSource({
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1,",
    "2001:0db8:0:0:1:0:0:1, 2001:db8::1:0:0:1,",
    "2001:db8::1:0:0:1, 2001:db8::1:0:0:1,",
    "2001:DB8:0:0:1::1, 2001:db8::1:0:0:1,",
    "2001:db8:aaaa:bbbb:cccc:dddd:eeee:0001, 2001:db8:aaaa:bbbb:cccc:dddd:eeee:1,",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1,",
    "2001:db8::1:1:1:1:1, 2001:db8:0:1:1:1:1:1,",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1, teredo",
    "ff01:0:0:0:0:0:0:101, ff01::101,",
    "'::', '::', unspecified",
    "'::1', '::1', loopback",
    "::ffff:192.0.2.1, 192.0.2.1, mapped",
    "::FFFF:c000:0201, 192.0.2.1, mapped",
    "::ffff:10.0.0.1, 10.0.0.1, mapped private",
    "2002:c000:0204::1, 2002:c000:204::1, 6to4",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221, nat64",
    "64:ff9b:1::1, 64:ff9b:1::1, nat64",
    "fe80::1%eth0, fe80::1, link-local zone-id",
    "fd00::1, fd00::1, private",
    "[2001:db8::1]:443, 2001:db8::1, port",
    "[2001:db8::1], 2001:db8::1,",
    "192.0.2.1:8080, 192.0.2.1, port",
    "10.1.2.3, 10.1.2.3, private",
    "172.16.0.1, 172.16.0.1, private",
    "172.32.0.1, 172.32.0.1,",
    "192.168.1.1, 192.168.1.1, private",
    "100.64.0.1, 100.64.0.1, shared",
    "100.127.255.255, 100.127.255.255, shared",
    "100.128.0.1, 100.128.0.1,",
    "127.0.0.1, 127.0.0.1, loopback",
    "169.254.1.1, 169.254.1.1, link-local",
    "0.0.0.0, 0.0.0.0, unspecified",
    "192.0.2.010, , leading-zero",
    "192.0.02.1, , leading-zero",
    "192.0.2.256, , not-an-address",
    "192.0.2, , not-an-address",
    "192.0.2.1.5, , not-an-address",
    "192.0.2.1., , not-an-address",
    "3221225985, , not-an-address",
    "0xc0000201, , not-an-address",
    "192.0.2.1:99999, , not-an-address",
    "'2001:db8::1::2', , not-an-address",
    "2001:db8:0:0:0:0:0, , not-an-address",
    "1:2:3:4:5:6:7:8:9, , not-an-address",
    "2001:db8::0:1:1:1:1:1, , not-an-address",
    "1:2:3:4:5:6:7::8, , not-an-address",
    "'2001:db8:::1', , not-an-address",
    "':1:2:3:4:5:6:7', , not-an-address",
    "'1:2:3:4:5:6:7:', , not-an-address",
    "12345::1, , not-an-address",
    "2001:db8::g, , not-an-address",
    "fe80::1%, , not-an-address",
    "host.example, , not-an-address"
  })
  void address_isCanonicalOrRefusedWithReason(String raw, String value, String verdict) {
    assertThat(IpAddresses.normalise(raw)).isEqualTo(new NormalValue(value, verdict));
  }

  @Test
  void list_keepsItsOrder() {
    assertThat(IpAddresses.normaliseList("192.0.2.7, unknown;2001:db8::1 192.0.2.7"))
        .extracting(NormalValue::value)
        .containsExactly("192.0.2.7", "2001:db8::1");
  }
}
