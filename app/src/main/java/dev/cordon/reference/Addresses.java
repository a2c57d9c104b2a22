package dev.cordon.reference;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses as numbers; a name is never looked up. */
public final class Addresses {

  private static final Pattern NUMERIC = Pattern.compile("[0-9A-Fa-f:.]{1,45}");

  private Addresses() {}

  /** The address a text writes; an IPv4 address mapped into IPv6 is that IPv4 address. */
  public static Optional<InetAddress> parse(String text) {
    return Optional.ofNullable(parsed(text.strip()));
  }

  static @Nullable InetAddress parsed(String text) {
    if (!NUMERIC.matcher(text).matches()) {
      return null;
    }
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }

  /** The line an address stands for: itself in IPv4, its network of 64 bits in IPv6. */
  public static Optional<String> line(String text) {
    InetAddress address = parsed(text.strip());
    if (address == null) {
      return Optional.empty();
    }
    if (!(address instanceof Inet6Address)) {
      return Optional.of(address.getHostAddress());
    }
    long network = high(address);
    return Optional.of(
        "%x:%x:%x:%x::/64"
            .formatted(
                network >>> 48,
                network >>> 32 & 0xFFFF,
                network >>> 16 & 0xFFFF,
                network & 0xFFFF));
  }

  static boolean isSix(InetAddress address) {
    return address instanceof Inet6Address;
  }

  static int four(InetAddress address) {
    return ByteBuffer.wrap(address.getAddress()).getInt();
  }

  /** The upper 64 bits; 0 for IPv4. */
  static long high(InetAddress address) {
    return isSix(address) ? ByteBuffer.wrap(address.getAddress()).getLong() : 0;
  }

  /** The lower 64 bits; for IPv4 its 32. */
  static long low(InetAddress address) {
    return isSix(address)
        ? ByteBuffer.wrap(address.getAddress()).getLong(8)
        : Integer.toUnsignedLong(four(address));
  }
}
