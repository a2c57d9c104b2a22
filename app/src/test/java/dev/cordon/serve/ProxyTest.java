package dev.cordon.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A server behind a named proxy, asked from the proxy's address and from another: what a proxy says
 * of the way a request came counts from that address alone.
 */
class ProxyTest {

  private static final String PROXY = "127.0.0.2";
  private static final String STRANGER = "127.0.0.3";

  private static RunningServer running;

  @BeforeAll
  static void start() {
    running = RunningServer.start("--plain", "--proxy", PROXY);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void proxy_isBelievedAboutTheWay() throws IOException {
    assertThat(from(PROXY, "GET /sign-in", "X-Forwarded-Proto: https\r\n"))
        .contains("Secure; HttpOnly");
    assertThat(from(PROXY, "GET /sign-in", "X-Forwarded-Proto: http\r\n"))
        .contains("HttpOnly")
        .doesNotContain("Secure;");
  }

  @Test
  void stranger_isNot() throws IOException {
    assertThat(from(STRANGER, "GET /sign-in", "X-Forwarded-Proto: https\r\n"))
        .contains("HttpOnly")
        .doesNotContain("Secure;")
        .doesNotContain("Strict-Transport-Security");
  }

  @Test
  void addressOfTheReader_comesFromTheProxyAlone() throws Exception {
    attempt(PROXY, "X-Forwarded-For: 198.51.100.7\r\n");
    attempt(STRANGER, "X-Forwarded-For: 203.0.113.9\r\n");
    // A reader that makes up a line of its own: the last address is the proxy's word, and counts.
    attempt(PROXY, "X-Forwarded-For: 192.0.2.66, 198.51.100.8\r\n");

    assertThat(tries())
        .contains("198.51.100.0/24", "127.0.0.0/24")
        .doesNotContain("203.0.113.0/24")
        .doesNotContain("192.0.2.0/24");
  }

  @Test
  void hostAndPrefix_areNobodysToSay() throws IOException {
    String answer =
        from(
            PROXY,
            "GET /operations",
            "X-Forwarded-Host: evil.example\r\nX-Forwarded-Prefix: /evil\r\n"
                + "X-Forwarded-Port: 666\r\nForwarded: host=evil.example;for=192.0.2.66\r\n");

    assertThat(answer).contains("Location: /sign-in").doesNotContain("evil").doesNotContain("666");
  }

  /** A password for the API: each try is recorded with its network. */
  private static void attempt(String address, String headers) throws IOException {
    from(address, "GET /api/operations", headers + "Authorization: Basic bm9ib2R5Om5vdGhpbmc=\r\n");
  }

  /** The administrator's page of the tries, with the networks they came from. */
  private static String tries() throws IOException, InterruptedException {
    try (HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      String token =
          read(browser, "/sign-in").replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
      String form =
          "_csrf=%s&name=%s&password=%s"
              .formatted(
                  encoded(token),
                  encoded(running.administrator.signInName()),
                  encoded(running.administrator.password()));
      browser.send(
          HttpRequest.newBuilder(running.at("/sign-in"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build(),
          HttpResponse.BodyHandlers.discarding());
      return read(browser, "/administration/sign-ins");
    }
  }

  private static String read(HttpClient browser, String path)
      throws IOException, InterruptedException {
    return browser
        .send(
            HttpRequest.newBuilder(running.at(path)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String from(String address, String line, String headers) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(20_000);
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
      socket.connect(new InetSocketAddress("127.0.0.1", running.port()));
      socket
          .getOutputStream()
          .write(
              (line + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Connection: close\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      return RunningServer.rest(socket);
    }
  }
}
