package dev.cordon.edge;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * By which names the server may be asked, and who it says it is.
 *
 * @param hosts names and addresses; requests for others are refused
 * @param identity key and certificate; missing without TLS
 */
public record Doors(Set<String> hosts, Optional<ServerIdentity> identity) {

  /** This machine only. */
  public static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1");

  public Doors {
    Set<String> all = new TreeSet<>();
    hosts.forEach(host -> all.add(HostName.normal(host)));
    LOOPBACK.forEach(host -> all.add(HostName.normal(host)));
    hosts = Set.copyOf(all);
  }

  /** Without TLS, for this machine only. */
  public static Doors plain() {
    return new Doors(Set.of(), Optional.empty());
  }

  /** Whether a request for that host (perhaps with a port) is one for this server. */
  public boolean knows(String authority) {
    String host = authority;
    int colon = authority.lastIndexOf(':');
    if (colon > authority.lastIndexOf(']') && authority.indexOf(':') == colon) {
      host = authority.substring(0, colon);
    } else if (authority.startsWith("[") && colon > authority.lastIndexOf(']')) {
      host = authority.substring(0, authority.lastIndexOf(']') + 1);
    }
    try {
      return hosts.contains(HostName.normal(host));
    } catch (dev.cordon.CordonException noAddress) {
      return false;
    }
  }

  /** The authority browsers must be told to trust; missing with an agency's own certificate. */
  public Optional<X509Certificate> authority() {
    return identity
        .filter(LocalAuthority.class::isInstance)
        .map(LocalAuthority.class::cast)
        .map(LocalAuthority::certificate);
  }
}
