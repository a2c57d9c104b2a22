package dev.cordon.edge;

import dev.cordon.CordonException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names and addresses a browser may ask this server by. */
public final class HostName {

  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
  private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private HostName() {}

  /**
   * A host as a person gives it, in its one spelling.
   *
   * @throws CordonException when it is neither a host name (ASCII; punycode for others) nor an
   *     address
   */
  public static String checked(String host) {
    String name = normal(host);
    if (isAddress(name) || NAME.matcher(name).matches()) {
      return name;
    }
    throw new CordonException(
        "--host takes a host name like cordon.agency.example or an address, without port or path;"
            + " a name outside of ASCII in its xn-- form.");
  }

  /** Whether it is an IPv4 or IPv6 address and no name. */
  public static boolean isAddress(String host) {
    return IPV4.matcher(host).matches() || IPV6.matcher(host).matches();
  }

  /** Whether it is this machine only. */
  public static boolean isLoopback(String host) {
    String name = normal(host);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || (isAddress(name) && address(name).isLoopbackAddress());
  }

  /** One spelling for each host: lower case, addresses in full, no brackets, no dot at the end. */
  static String normal(String host) {
    String name = host.strip().toLowerCase(Locale.ROOT);
    if (name.startsWith("[") && name.endsWith("]")) {
      name = name.substring(1, name.length() - 1);
    }
    if (isAddress(name)) {
      return address(name).getHostAddress();
    }
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /** An address from its digits; asks no name server. */
  static InetAddress address(String digits) {
    try {
      return InetAddress.ofLiteral(digits);
    } catch (IllegalArgumentException wrong) {
      throw new CordonException(digits + " is no address.", wrong);
    }
  }

  /** The address to listen on. */
  public static InetAddress listening(String address) {
    try {
      return isAddress(address) ? address(address) : InetAddress.getByName(address);
    } catch (UnknownHostException unknown) {
      throw new CordonException(
          "--address " + address + " is no address of this machine.", unknown);
    }
  }
}
