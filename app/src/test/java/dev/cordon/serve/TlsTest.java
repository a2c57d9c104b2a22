package dev.cordon.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS from the first start: a started server, seen from outside. */
class TlsTest {

  private static RunningServer running;
  private static SSLContext trusting;

  @BeforeAll
  static void start() throws Exception {
    running = RunningServer.start("--host", "cordon.agency.example");
    KeyStore known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    known.setCertificateEntry("local", running.server.authority().orElseThrow());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(known);
    trusting = SSLContext.getInstance("TLS");
    trusting.init(null, trust.getTrustManagers(), null);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void address_isHttpsUnderTheGivenHost() {
    assertThat(running.server.address().toString())
        .startsWith("https://cordon.agency.example:")
        .endsWith("/");
    assertThat(running.server.trustPage().orElseThrow().toString())
        .startsWith("http://cordon.agency.example:")
        .endsWith("/trust");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cordon.agency.example", "localhost"})
  void handshake_holdsUnderEachHost(String host) throws IOException {
    try (SSLSocket socket = handshake(host, "TLSv1.3")) {
      X509Certificate own = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      assertThat(own.getPublicKey().getAlgorithm()).isEqualTo("EC");
      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
    }
  }

  @Test
  void handshake_failsUnderAnotherHost() {
    assertThatThrownBy(() -> handshake("other.example", "TLSv1.3").close())
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void whoDoesNotTrustTheAuthority_isWarned() {
    try (HttpClient stranger = HttpClient.newHttpClient()) {
      assertThatThrownBy(() ->
              stranger.send(
                  HttpRequest.newBuilder(
                          URI.create("https://localhost:" + running.port() + "/health"))
                      .build(),
                  HttpResponse.BodyHandlers.discarding()))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void tls12_hasForwardSecrecy_andOlderOnesAreRefused() throws IOException {
    try (SSLSocket socket = handshake("localhost", "TLSv1.2")) {
      assertThat(socket.getSession().getCipherSuite()).contains("ECDHE", "GCM");
    }
    assertThatThrownBy(() -> handshake("localhost", "TLSv1.1").close())
        .isInstanceOf(IOException.class);
    assertThatThrownBy(
            () -> {
              try (SSLSocket socket =
                  (SSLSocket)
                      trusting.getSocketFactory().createSocket("127.0.0.1", running.port())) {
                socket.setEnabledProtocols(new String[] {"TLSv1.2"});
                socket.setEnabledCipherSuites(
                    new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"});
                socket.startHandshake();
              }
            })
        .isInstanceOf(IOException.class);
  }

  @Test
  void certificates_validateAndLastAsLongAsPromised() throws Exception {
    X509Certificate authority = running.server.authority().orElseThrow();
    try (SSLSocket socket = handshake("localhost", "TLSv1.3")) {
      X509Certificate own = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
      parameters.setRevocationEnabled(false);
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509").generateCertPath(List.of(own)), parameters);
      long days = (own.getNotAfter().getTime() - own.getNotBefore().getTime()) / 86_400_000;
      assertThat(days).isBetween(390L, 397L);
    }
    assertThat(authority.getBasicConstraints()).isZero();
    assertThat(authority.getCriticalExtensionOIDs()).contains("2.5.29.30");
  }

  @Test
  void keys_areReadableByTheirOwnerOnly() throws IOException {
    Path folder = running.server.directory().secrets().resolve("tls");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    for (String name : List.of("authority.pem", "server.pem")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void answers_carryStrictTransportSecurityUnderANameOnly() throws IOException {
    assertThat(ask("cordon.agency.example", "/sign-in"))
        .contains("Strict-Transport-Security: max-age=31536000\r\n", "Secure; HttpOnly");
    assertThat(ask("localhost", "/sign-in"))
        .doesNotContain("Strict-Transport-Security")
        .contains("Secure; HttpOnly; SameSite=Strict");
    assertThat(ask("other.example", "/sign-in")).startsWith("HTTP/1.1 400");
  }

  @Test
  void sessionCookie_belongsToThisHostAlone() throws IOException {
    List<String> cookies =
        ask("cordon.agency.example", "/sign-in")
            .lines()
            .filter(line -> line.startsWith("Set-Cookie: "))
            .toList();
    assertThat(cookies)
        .singleElement()
        .asString()
        .matches(
            "Set-Cookie: __Host-cordon=[0-9A-F]{32}; Path=/; Secure; HttpOnly; SameSite=Strict");
  }

  @Test
  void sessionOfAnotherName_isNobodys() throws IOException {
    String cookie =
        ask("localhost", "/sign-in")
            .lines()
            .filter(line -> line.startsWith("Set-Cookie: "))
            .map(line -> line.substring(12, line.indexOf(';')))
            .findFirst()
            .orElseThrow();
    assertThat(ask("localhost", "/sign-in", cookie)).doesNotContain("Set-Cookie");
    assertThat(ask("localhost", "/sign-in", cookie.replace("__Host-", "")))
        .contains("Set-Cookie: __Host-cordon=");
  }

  @Test
  void trustPage_isTheSameOverBothDoors_andSetsNoCookie() throws Exception {
    String tls = ask("localhost", "/trust");
    String plain = plain("GET", "/trust", "localhost").body();
    String fingerprint = running.server.fingerprint().orElseThrow();
    assertThat(tls.substring(tls.indexOf("<!DOCTYPE"))).isEqualTo(plain);
    assertThat(plain)
        .contains(fingerprint.substring(0, 47), fingerprint.substring(48))
        .contains("Windows", "macOS", "Linux", "Firefox");
    assertThat(tls).doesNotContain("Set-Cookie");
    assertThat(ask("localhost", "/trust/trust.css"))
        .startsWith("HTTP/1.1 200")
        .doesNotContain("url(");
  }

  @Test
  void authorityCertificate_isServedWithoutItsKey() throws Exception {
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(at("/trust/ca.crt")).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("content-type")).contains("application/x-x509-ca-cert");
    assertThat(answer.body()).isEqualTo(running.server.authority().orElseThrow().getEncoded());
  }

  @Test
  void plainDoor_leadsToTls_andTakesNothing() throws Exception {
    HttpResponse<String> elsewhere =
        plain("GET", "/operations?x=%0d%0aSet-Cookie:a=b", "localhost");
    assertThat(elsewhere.statusCode()).isEqualTo(307);
    assertThat(elsewhere.headers().firstValue("location"))
        .contains("https://cordon.agency.example:" + running.port() + "/");
    assertThat(elsewhere.headers().map()).doesNotContainKeys("set-cookie", "server");
    assertThat(plain("POST", "/trust", "localhost").statusCode()).isEqualTo(405);
    assertThat(plain("POST", "/sign-in", "localhost").statusCode()).isEqualTo(405);
  }

  @Test
  void plainDoor_knowsItsHostsOnly() throws IOException {
    try (var socket =
        new java.net.Socket("127.0.0.1", running.server.trustPage().orElseThrow().getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET /trust HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".getBytes());
      assertThat(RunningServer.rest(socket)).startsWith("HTTP/1.1 400").doesNotContain("evil");
    }
  }

  private static URI at(String path) {
    return URI.create(
        "http://localhost:" + running.server.trustPage().orElseThrow().getPort() + path);
  }

  private static HttpResponse<String> plain(String method, String path, String host)
      throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(at(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static SSLSocket handshake(String host, String protocol) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            trusting
                .getSocketFactory()
                .createSocket(
                    new java.net.Socket("127.0.0.1", running.port()), host, running.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setServerNames(List.of(new SNIHostName(host)));
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(new String[] {protocol});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** A question with that host header, and the whole answer. */
  private static String ask(String host, String path) throws IOException {
    return ask(host, path, "other=1");
  }

  private static String ask(String host, String path, String cookie) throws IOException {
    try (SSLSocket socket = handshake("localhost", "TLSv1.3")) {
      socket
          .getOutputStream()
          .write(
              ("GET "
                      + path
                      + " HTTP/1.1\r\nHost: "
                      + host
                      + ":"
                      + running.port()
                      + "\r\nCookie: "
                      + cookie
                      + "\r\nConnection: close\r\n\r\n")
                  .getBytes());
      return RunningServer.rest(socket);
    }
  }
}
