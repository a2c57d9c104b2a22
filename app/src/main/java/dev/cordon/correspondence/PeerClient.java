package dev.cordon.correspondence;

import dev.cordon.exchange.PushNote;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hands something sealed to another agency's server, at the address a member entered for it and
 * nowhere else. Follows no redirection, waits a bounded time, reads a short answer.
 */
@Component
class PeerClient {

  /** Where a server takes what is pushed. */
  static final String PATH = "/correspondence/push";

  /** The kind of content pushed. */
  static final String KIND = "application/vnd.cordon.sealed";

  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int LARGEST_ANSWER_BYTES = 1 << 16;

  /** What came back. */
  record Answer(int status, String text) {}

  /**
   * Pushes.
   *
   * @param authority the certificate TLS is checked against, PEM; null for the public authorities
   * @param note the signed push note
   */
  Answer push(String address, @Nullable String authority, String note, byte[] sealed)
      throws IOException, InterruptedException {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER);
    if (authority != null) {
      builder.sslContext(trusting(authority));
    }
    HttpClient client = builder.build();
    try {
      HttpResponse<byte[]> response =
          client
              .sendAsync(
                  request(address, note, sealed),
                  BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER_BYTES))
              .get(PATIENCE.toMillis() + 10_000, TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
    } catch (TimeoutException slow) {
      throw new IOException("no whole answer within " + PATIENCE.toMinutes() + " minutes", slow);
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      throw new IOException(
          cause == null || cause.getMessage() == null
              ? "no answer"
              : cause.getClass().getSimpleName() + ": " + cause.getMessage(),
          failed);
    } finally {
      client.shutdownNow();
    }
  }

  private static HttpRequest request(String address, String note, byte[] sealed) {
    return HttpRequest.newBuilder(URI.create(address + PATH))
        .timeout(PATIENCE)
        .header("Content-Type", KIND)
        .header(
            PushNote.HEADER,
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(note.getBytes(StandardCharsets.UTF_8)))
        .POST(BodyPublishers.ofByteArray(sealed))
        .build();
  }

  private static SSLContext trusting(String authority) throws IOException {
    try {
      Certificate certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(authority.getBytes(StandardCharsets.UTF_8)));
      KeyStore known = KeyStore.getInstance("PKCS12");
      known.load(null, null);
      known.setCertificateEntry("peer", certificate);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(known);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException malformed) {
      throw new IOException("the certificate entered for that server can not be used", malformed);
    }
  }
}
