package dev.cordon.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Certificates of an invented authority for tests of a started server. */
public final class TestCertificates {

  private final LocalAuthority.Signed authority;

  /** A fresh authority. */
  public TestCertificates() throws IOException, GeneralSecurityException {
    this.authority =
        Issuer.authority(List.of("localhost", "127.0.0.1"), Instant.now(), Duration.ofDays(30));
  }

  /** What a client of the test trusts. */
  public X509Certificate authority() {
    return authority.certificate();
  }

  /** Writes a fresh key and its certificate for localhost, as an agency would replace them. */
  public X509Certificate write(Path certificate, Path key)
      throws IOException, GeneralSecurityException {
    LocalAuthority.Signed fresh =
        Issuer.server(
            authority, List.of("localhost", "127.0.0.1"), Instant.now(), Duration.ofDays(20));
    Files.writeString(
        certificate,
        pem("CERTIFICATE", fresh.certificate().getEncoded())
            + pem("CERTIFICATE", authority.certificate().getEncoded()));
    Files.writeString(key, pem("PRIVATE KEY", fresh.key().getEncoded()));
    return fresh.certificate();
  }

  private static String pem(String kind, byte[] bytes) {
    String lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(bytes);
    return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
  }
}
