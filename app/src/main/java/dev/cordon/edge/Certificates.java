package dev.cordon.edge;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/** What a certificate says, in the words of this house. */
final class Certificates {

  private static final int DNS_NAME = 2;
  private static final int ADDRESS = 7;
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private Certificates() {}

  static Instant begins(X509Certificate certificate) {
    return moment(holder(certificate).toASN1Structure().getStartDate());
  }

  static Instant ends(X509Certificate certificate) {
    return moment(holder(certificate).toASN1Structure().getEndDate());
  }

  static X509CertificateHolder holder(X509Certificate certificate) {
    try {
      return new X509CertificateHolder(certificate.getEncoded());
    } catch (IOException | CertificateEncodingException unreadable) {
      throw new IllegalArgumentException("a certificate can not be read", unreadable);
    }
  }

  /** The names the certificate is for: host names and addresses. */
  static List<String> names(X509Certificate certificate) {
    try {
      @Nullable Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream()
              .filter(name -> name.getFirst().equals(DNS_NAME) || name.getFirst().equals(ADDRESS))
              .map(name -> HostName.normal(String.valueOf(name.get(1))))
              .toList();
    } catch (CertificateParsingException unreadable) {
      return List.of();
    }
  }

  /** Whether a browser that asks for that host takes the certificate (RFC 9525). */
  static boolean isFor(X509Certificate certificate, String host) {
    String wanted = HostName.normal(host);
    return names(certificate).stream()
        .anyMatch(name ->
            name.equals(wanted)
                || (name.startsWith("*.")
                    && !HostName.isAddress(wanted)
                    && wanted.indexOf('.') > 0
                    && wanted.substring(wanted.indexOf('.')).equals(name.substring(1))));
  }

  // java.util.Date is not used in this house; the certificate's own text is.
  private static Instant moment(Time time) {
    String text = time.getTime().toUpperCase(Locale.ROOT);
    return LocalDateTime.parse(text.substring(0, 14), MOMENT).toInstant(ZoneOffset.UTC);
  }
}
