package dev.cordon.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hostile bytes on a raw socket to a started server: each is refused, briefly, and nothing told.
 */
class HardEdgesTest {

  private static RunningServer running;

  @BeforeAll
  static void start() {
    System.setProperty("cordon.limits.header-patience", "2s");
    System.setProperty("cordon.limits.body-patience", "2s");
    System.setProperty("cordon.limits.connections-per-address", "20");
    System.setProperty("cordon.limits.csv", "200KB");
    running = RunningServer.start("--plain");
  }

  @AfterAll
  static void stop() {
    running.close();
    List.of("header-patience", "body-patience", "connections-per-address", "csv")
        .forEach(name -> System.clearProperty("cordon.limits." + name));
  }

  static Stream<Arguments> malformed() {
    String host = "Host: localhost\r\n";
    String post = "POST /api/agencies HTTP/1.1\r\n" + host + "Content-Type: application/json\r\n";
    return Stream.of(
        Arguments.of(
            "content length beside chunks",
            post
                + "Content-Length: 4\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
                + "0\r\n\r\n"
                + "GET /sign-in HTTP/1.1\r\n"
                + host
                + "\r\n"),
        Arguments.of(
            "two content lengths", post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x"),
        Arguments.of(
            "equal content lengths twice",
            post + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}"),
        Arguments.of("negative content length", post + "Content-Length: -1\r\n\r\n{}"),
        Arguments.of("content length with a plus", post + "Content-Length: +2\r\n\r\n{}"),
        Arguments.of(
            "space before the colon", "GET /sign-in HTTP/1.1\r\n" + host + "X-A : one\r\n\r\n"),
        Arguments.of("no host", "GET /sign-in HTTP/1.1\r\n\r\n"),
        Arguments.of("two hosts", "GET /sign-in HTTP/1.1\r\n" + host + host + "\r\n"),
        Arguments.of(
            "host of another",
            "GET /sign-in HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"),
        Arguments.of(
            "host with user", "GET /sign-in HTTP/1.1\r\nHost: localhost@evil.example\r\n\r\n"),
        Arguments.of(
            "absolute address of another",
            "GET http://evil.example/sign-in HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n"),
        Arguments.of("unknown coding", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
        Arguments.of(
            "coding in disguise", post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"),
        Arguments.of(
            "nul in the path", "GET /sign-in%00 HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n"),
        Arguments.of("raw nul in the path", "GET /sign\0-in HTTP/1.1\r\n" + host + "\r\n"),
        Arguments.of(
            "encoded slash",
            "GET /operations%2f..%2fsign-in HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n"),
        Arguments.of(
            "encoded dots",
            "GET /assets/%2e%2e/%2e%2e/application.yaml HTTP/1.1\r\n"
                + host
                + "Connection: close\r\n\r\n"),
        Arguments.of(
            "encoded twice",
            "GET /assets/%252e%252e/application.yaml HTTP/1.1\r\n"
                + host
                + "Connection: close\r\n\r\n"),
        Arguments.of(
            "backslash",
            "GET /assets/..%5c..%5capplication.yaml HTTP/1.1\r\n"
                + host
                + "Connection: close\r\n\r\n"),
        Arguments.of(
            "path parameter", "GET /sign-in;a=b HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n"),
        Arguments.of(
            "line break in the path",
            "GET /sign-in%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\n"
                + host
                + "Connection: close\r\n\r\n"),
        Arguments.of(
            "long address",
            "GET /sign-in?"
                + "a".repeat(5000)
                + " HTTP/1.1\r\n"
                + host
                + "Connection: close\r\n\r\n"),
        Arguments.of(
            "large head",
            "GET /sign-in HTTP/1.1\r\n" + host + "X-A: " + "a".repeat(20_000) + "\r\n\r\n"),
        Arguments.of(
            "many headers", "GET /sign-in HTTP/1.1\r\n" + host + "X-A: a\r\n".repeat(100) + "\r\n"),
        Arguments.of(
            "parameter twice",
            "GET /sign-in?refused&refused HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n"),
        Arguments.of(
            "many parameters",
            "GET /sign-in?"
                + "a&".repeat(300)
                + " HTTP/1.1\r\n"
                + host
                + "Connection: close\r\n\r\n"),
        Arguments.of(
            "two authorizations",
            "GET /api/agencies HTTP/1.1\r\n"
                + host
                + "Authorization: Basic YTpi\r\n"
                + "Authorization: Basic Yzpk\r\n"
                + "Connection: close\r\n\r\n"),
        Arguments.of(
            "body on a GET",
            "GET /sign-in HTTP/1.1\r\n"
                + host
                + "Content-Length: 2\r\nConnection: close\r\n\r\n{}"),
        Arguments.of(
            "upload",
            "POST /sign-in HTTP/1.1\r\n"
                + host
                + "Content-Type: multipart/form-data; boundary=x\r\n"
                + "Content-Length: 5\r\n"
                + "Connection: close\r\n\r\n"
                + "--x--"),
        Arguments.of(
            "xml",
            "POST /api/agencies HTTP/1.1\r\n"
                + host
                + "Content-Type: application/xml\r\n"
                + "Content-Length: 4\r\n"
                + "Connection: close\r\n\r\n"
                + "<a/>"),
        Arguments.of("old protocol", "GET /sign-in HTTP/0.9\r\n\r\n"),
        Arguments.of("no protocol", "HELO example\r\n\r\n"),
        Arguments.of(
            "TLS to the plain port",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003" + "\0".repeat(40)),
        Arguments.of(
            "bad chunk size",
            post
                + "Transfer-Encoding: chunked\r\nAuthorization: AUTH\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"),
        Arguments.of(
            "huge chunk size",
            post
                + "Transfer-Encoding: chunked\r\n"
                + "Authorization: AUTH\r\n\r\n"
                + "ffffffffffffffff\r\n"
                + "{}\r\n"
                + "0\r\n\r\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void malformedRequest_isRefusedOnceAndTellsNothing(String what, String request)
      throws IOException {
    String answer = running.raw(request.replace("AUTH", running.authorization()));

    assertThat(RunningServer.statuses(answer)).as(answer).hasSizeLessThanOrEqualTo(1);
    assertThat(RunningServer.statuses(answer))
        .allMatch(status -> (status >= 400 && status < 500) || status == 501 || status == 505);
    assertThat(answer).doesNotContain("stayed open");
    assertTellsNothing(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TRACE", "OPTIONS", "PUT", "DELETE", "PATCH", "CONNECT", "PROPFIND", "get", "FOO"})
  void otherMethods_areRefused(String method) throws IOException {
    for (String path :
        List.of("/sign-in", "/api/agencies", "/", "/assets/css/base.css", "/health")) {
      String answer =
          running.raw(
              method
                  + " "
                  + path
                  + " HTTP/1.1\r\n"
                  + "Host: localhost\r\n"
                  + "Connection: close\r\n"
                  + "X-Canary: c4n4ry\r\n\r\n");
      assertThat(RunningServer.statuses(answer))
          .as(answer)
          .isNotEmpty()
          .allMatch(status -> status == 405 || status == 501 || status == 400);
      assertThat(answer).doesNotContain("c4n4ry");
      assertTellsNothing(answer);
    }
  }

  @Test
  void bareLineFeeds_doNotSmuggleASecondRequest() throws IOException {
    String answer =
        running.raw(
            "GET /health HTTP/1.1\n"
                + "Host: localhost\n"
                + "X-A: b\r\r"
                + "GET /health HTTP/1.1\n"
                + "Connection: close\n\n");

    assertThat(RunningServer.statuses(answer)).hasSizeLessThanOrEqualTo(1);
  }

  /** RFC 9112 5.2 lets a server take a folded header as one line. */
  @Test
  void foldedHeader_isOneHeader() throws IOException {
    String answer =
        running.raw(
            "GET /health HTTP/1.1\r\nHost: localhost\r\nX-A: one\r\n Host: evil.example\r\n"
                + "Connection: close\r\n\r\n");
    assertThat(RunningServer.statuses(answer)).hasSize(1);
    assertTellsNothing(answer);
  }

  @Test
  void methodOverrides_areIgnored() throws IOException {
    String answer =
        running.raw(
            "GET /health HTTP/1.1\r\nHost: localhost\r\nX-HTTP-Method-Override: DELETE\r\n"
                + "X-HTTP-Method: PUT\r\nConnection: close\r\n\r\n");
    assertThat(RunningServer.statuses(answer)).containsExactly(200);
    String form =
        running.raw(
            "POST /sign-in HTTP/1.1\r\n"
                + "Host: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 14\r\n"
                + "Connection: close\r\n\r\n"
                + "_method=DELETE");
    assertThat(RunningServer.statuses(form)).containsExactly(302);
    assertThat(form).contains("/sign-in?ended=stale");
  }

  @Test
  void forwardedHeaders_ofAnybody_areIgnored() throws IOException {
    String answer =
        running.raw(
            "GET /operations HTTP/1.1\r\n"
                + "Host: localhost\r\n"
                + "X-Forwarded-Host: evil.example\r\n"
                + "X-Forwarded-Proto: https\r\n"
                + "X-Forwarded-Prefix: /evil\r\n"
                + "Forwarded: host=evil.example;proto=https\r\n"
                + "X-Original-URL: /sign-in\r\n"
                + "X-Rewrite-URL: /sign-in\r\n"
                + "Connection: close\r\n\r\n");

    assertThat(answer)
        .doesNotContain("evil")
        .doesNotContain("Strict-Transport-Security")
        .doesNotContain("Secure;");
    assertThat(answer).contains("Location: /sign-in");
  }

  @Test
  void redirects_nameNoHost() throws IOException {
    for (String path :
        List.of(
            "/",
            "/operations",
            "//evil.example/",
            "/?next=https://evil.example/",
            "/sign-in?continue=//evil.example")) {
      String answer =
          running.raw(
              "GET " + path + " HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n");
      answer
          .lines()
          .filter(line -> line.startsWith("Location:"))
          .forEach(line -> assertThat(line).isEqualTo("Location: /sign-in"));
    }
  }

  @Test
  void health_saysOneNumber() throws IOException {
    String answer =
        running.raw("GET /health HTTP/1.1\r\nHost: 192.0.2.1\r\nConnection: close\r\n\r\n");

    assertThat(RunningServer.statuses(answer)).containsExactly(200);
    assertThat(answer.substring(answer.indexOf("\r\n\r\n"))).isBlank();
    assertTellsNothing(answer);
  }

  @Test
  void headDrippedByteByByte_isCutOff() throws IOException, InterruptedException {
    assertThat(drip("GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: "))
        .isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void bodyDrippedByteByByte_isCutOff() throws IOException, InterruptedException {
    assertThat(
            drip(
                "POST /api/agencies HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                    + running.authorization()
                    + "\r\n"
                    + "Content-Type: application/json\r\n"
                    + "Content-Length: 9000\r\n\r\n"
                    + "{\"name\":\""))
        .isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void connectionsOfOneAddress_areBounded() throws IOException {
    List<Socket> open = new ArrayList<>();
    try {
      int refused = 0;
      for (int number = 0; number < 40; number++) {
        Socket socket = new Socket("127.0.0.1", running.port());
        open.add(socket);
        socket.setSoTimeout(300);
      }
      for (Socket socket : open) {
        try {
          if (socket.getInputStream().read() < 0) {
            refused++;
          }
        } catch (java.net.SocketTimeoutException stillOpen) {
          // One of those that were let in.
        } catch (IOException reset) {
          refused++;
        }
      }
      assertThat(refused).isBetween(20, 40);
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  @Test
  void bodies_areBoundedByKind() throws IOException {
    assertThat(statusOf("application/json", 2_000_000)).isEqualTo(413);
    assertThat(statusOf("application/yaml", 2_000_000)).isEqualTo(413);
    assertThat(statusOf("text/csv", 300_000)).isEqualTo(413);
    assertThat(statusOf("application/x-www-form-urlencoded", 200_000)).isEqualTo(413);
    assertThat(statusOf("image/jpeg", 10)).isEqualTo(415);
  }

  @Test
  void chunkedBody_isCountedWhileItComes() throws IOException {
    StringBuilder chunks = new StringBuilder();
    String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
    for (int number = 0; number < 20; number++) {
      chunks.append(chunk);
    }
    String answer =
        running.raw(
            "POST /api/agencies HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + running.authorization()
                + "\r\n"
                + "Content-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\n"
                + chunks
                + "0\r\n\r\n");
    assertThat(RunningServer.statuses(answer))
        .as(answer.substring(0, Math.min(300, answer.length())))
        .containsExactly(413);
  }

  @Test
  void chunkedBody_isTaken_andItsTrailersAreDropped() throws IOException {
    assertThat(RunningServer.statuses(chunkedAgency("Chunked", ""))).containsExactly(201);
    assertThat(RunningServer.statuses(chunkedAgency("With trailer", "X-More: 1\r\n")))
        .containsExactly(201);
    String refused = chunkedAgency("Long trailer", "X-More: " + "1".repeat(1000) + "\r\n");
    assertThat(RunningServer.statuses(refused)).as(refused).containsExactly(400);
  }

  private static String chunkedAgency(String name, String trailer) throws IOException {
    String start = "{\"name\":\"" + name;
    String end = "\",\"country\":\"DK\"}";
    return running.raw(
        "POST /api/agencies HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
            + running.authorization()
            + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
            + "Connection: close\r\n\r\n"
            + chunk(start)
            + chunk(end)
            + "0\r\n"
            + trailer
            + "\r\n");
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  @ParameterizedTest
  @MethodSource("hostileJson")
  void hostileJson_isRefusedAsMalformed(String what, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    String answer =
        running.raw(
            "POST /api/agencies HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + running.authorization()
                + "\r\nContent-Type: application/json\r\nContent-Length: "
                + bytes.length
                + "\r\nConnection: close\r\n\r\n"
                + new String(bytes, StandardCharsets.ISO_8859_1));
    assertThat(RunningServer.statuses(answer)).as(answer).containsExactly(400);
    assertTellsNothing(answer);
  }

  static Stream<Arguments> hostileJson() {
    return Stream.of(
        Arguments.of("deep", "{\"name\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"),
        Arguments.of(
            "deep where nobody looks",
            "{\"name\":\"A\",\"country\":\"DK\",\"x\":"
                + "{\"a\":".repeat(60)
                + "1"
                + "}".repeat(61)),
        Arguments.of("long number", "{\"name\":" + "9".repeat(5_000) + ",\"country\":\"DK\"}"),
        Arguments.of("long text", "{\"name\":\"" + "a".repeat(300_000) + "\",\"country\":\"DK\"}"),
        Arguments.of(
            "long field name",
            "{\"" + "a".repeat(5_000) + "\":1,\"name\":\"A\",\"country\":\"DK\"}"),
        Arguments.of("field twice", "{\"name\":\"One\",\"name\":\"Two\",\"country\":\"DK\"}"),
        Arguments.of("cut off", "{\"name\":\"One"),
        Arguments.of("not JSON", "name=One"),
        Arguments.of("broken UTF-8", "{\"name\":\"\u00ff\u00fe\",\"country\":DK}"));
  }

  private static int statusOf(String type, int size) throws IOException {
    String answer =
        running.raw(
            "POST /api/agencies HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + running.authorization()
                + "\r\nContent-Type: "
                + type
                + "\r\nContent-Length: "
                + size
                + "\r\nConnection: close\r\n\r\n");
    return RunningServer.statuses(answer).getFirst();
  }

  /** How long a connection lives that sends a byte each tenth of a second. */
  private static Duration drip(String head) throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (Socket socket = new Socket("127.0.0.1", running.port())) {
      socket.setSoTimeout(100);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      while (System.nanoTime() - start < Duration.ofSeconds(15).toNanos()) {
        socket.getOutputStream().write('a');
        try {
          if (socket.getInputStream().read() < 0) {
            break;
          }
          RunningServer.rest(socket);
          break;
        } catch (java.net.SocketTimeoutException goesOn) {
          // The server still waits.
        }
      }
    } catch (java.net.SocketException closed) {
      // That is what is waited for.
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static void assertTellsNothing(String answer) {
    assertThat(answer)
        .doesNotContainIgnoringCase("tomcat")
        .doesNotContainIgnoringCase("apache")
        .doesNotContainIgnoringCase("spring")
        .doesNotContainIgnoringCase("java")
        .doesNotContainIgnoringCase("jackson")
        .doesNotContain("Server:")
        .doesNotContain("X-Powered-By")
        .doesNotContain("\tat ")
        .doesNotContain("evil");
  }
}
