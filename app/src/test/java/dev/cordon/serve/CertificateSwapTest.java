package dev.cordon.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.edge.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A started server whose agency replaces its certificate: handshakes before, between and after. */
class CertificateSwapTest {

  private static final String EVERY = "cordon.certificate.look-every";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @BeforeEach
  void lookOften() {
    System.setProperty(EVERY, "100ms");
  }

  @AfterEach
  void lookSeldom() {
    System.clearProperty(EVERY);
  }

  @Test
  void handshake_showsTheReplacedCertificate_andABrokenOneChangesNothing() throws Exception {
    TestCertificates certificates = new TestCertificates();
    Path certificate = folder.resolve("server.pem");
    Path key = folder.resolve("server.key");
    X509Certificate first = certificates.write(certificate, key);
    try (RunningServer running =
        RunningServer.start(
            "--certificate", certificate.toString(), "--certificate-key", key.toString())) {
      assertThat(shown(certificates, running)).isEqualTo(first);

      Files.writeString(certificate, "no certificate");
      Thread.sleep(500);
      assertThat(shown(certificates, running)).as("a broken file is not taken").isEqualTo(first);

      X509Certificate second = certificates.write(certificate, key);
      assertThat(shownSoon(certificates, running, second)).isEqualTo(second).isNotEqualTo(first);
    }
  }

  private static Certificate shownSoon(
      TestCertificates certificates, RunningServer running, Certificate wanted) throws Exception {
    Instant until = Instant.now().plus(PATIENCE);
    Certificate shown = shown(certificates, running);
    while (!shown.equals(wanted) && Instant.now().isBefore(until)) {
      Thread.sleep(50);
      shown = shown(certificates, running);
    }
    return shown;
  }

  /** A fresh context each time: no session is taken up again. */
  private static Certificate shown(TestCertificates certificates, RunningServer running)
      throws IOException, GeneralSecurityException {
    KeyStore known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    known.setCertificateEntry("authority", certificates.authority());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(known);
    SSLContext trusting = SSLContext.getInstance("TLS");
    trusting.init(null, trust.getTrustManagers(), null);
    try (SSLSocket socket =
        (SSLSocket) trusting.getSocketFactory().createSocket("127.0.0.1", running.port())) {
      socket.startHandshake();
      return socket.getSession().getPeerCertificates()[0];
    }
  }
}
