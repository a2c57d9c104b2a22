package dev.cordon.edge.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Who asks, as far as limits are concerned: an IPv4 address, or the /64 of an IPv6 address. */
final class RemoteAddress {

  private static final int PREFIX_BYTES = 8;

  private RemoteAddress() {}

  static String key(String address) {
    try {
      return key(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException noAddress) {
      return "unknown";
    }
  }

  static String key(InetAddress address) {
    return address instanceof Inet6Address && !address.isLoopbackAddress()
        ? HexFormat.of().formatHex(address.getAddress(), 0, PREFIX_BYTES)
        : address.getHostAddress();
  }
}
