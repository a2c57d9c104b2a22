package dev.cordon.correspondents;

import dev.cordon.RefusedException;
import dev.cordon.exchange.KeyCard;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an address of another server must be. */
final class RoadRules {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int LONGEST_AUTHORITY = 20_000;

  private RoadRules() {}

  static void require(@Nullable String address, @Nullable String authority, boolean sends) {
    if (address == null) {
      if (sends) {
        throw new RefusedException("To send there this server needs an address.");
      }
    } else {
      requireAddress(address);
    }
    if (authority != null) {
      requireCertificate(authority);
    }
  }

  private static void requireAddress(String address) {
    if (!address.matches(KeyCard.ADDRESS)) {
      throw new RefusedException(
          "An address is https:// with a host and perhaps a port, such as"
              + " https://cordon.agency.example:8443, without a path.");
    }
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException malformed) {
      throw new RefusedException("This is no address of a server: " + address);
    }
    String host = uri.getHost();
    if (host == null) {
      throw new RefusedException("The address names no host.");
    }
    if (!"https".equals(uri.getScheme()) && !LOOPBACK.contains(host)) {
      throw new RefusedException(
          "Only https:// leaves this machine; http:// is for the machine itself.");
    }
  }

  private static void requireCertificate(String authority) {
    try {
      if (authority.length() > LONGEST_AUTHORITY) {
        throw new CertificateException("it is too long");
      }
      var unused =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(authority.getBytes(StandardCharsets.UTF_8)));
    } catch (CertificateException malformed) {
      throw new RefusedException(
          "The certificate can not be read. Paste it as PEM, from BEGIN CERTIFICATE to END CERTIFICATE.");
    }
  }
}
