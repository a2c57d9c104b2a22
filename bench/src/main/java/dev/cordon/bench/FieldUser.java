package dev.cordon.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A member with a browser who reports from the field or watches the board. */
final class FieldUser {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final String API = "/api/operations/" + Ids.id("operation", 1);

  private final int number;
  private final URI address;
  private final HttpClient client;
  private String token = "";

  FieldUser(int number, URI address) {
    this.number = number;
    this.address = address;
    this.client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  int number() {
    return number;
  }

  void signIn(String password) throws IOException, InterruptedException {
    String form =
        "name=bench%d&password=%s&_csrf=%s"
            .formatted(
                number,
                URLEncoder.encode(password, StandardCharsets.UTF_8),
                URLEncoder.encode(token(get("/sign-in")), StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(address.resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200 || !answer.body().contains("Operation 1")) {
      throw new IOException("bench" + number + " could not sign in: " + answer.statusCode());
    }
    token = token(answer.body());
  }

  private static String token(String page) throws IOException {
    Matcher matcher = TOKEN.matcher(page);
    if (!matcher.find()) {
      throw new IOException("the page has no form token");
    }
    return matcher.group(1);
  }

  /** Sends one report, and checks that it was taken. */
  void report(int site, SentReports.Sent report) throws IOException, InterruptedException {
    String body =
        """
        {"reports":[{"id":"%s","site":"%s","kind":"all_well","at":"%s"}]}
        """
            .formatted(UUID.randomUUID(), Ids.id("site", site), report.at());
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(address.resolve(API + "/day-reports"))
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200 || !answer.body().contains("TAKEN")) {
      throw new IOException("a report was answered " + answer.statusCode() + " " + answer.body());
    }
  }

  /** Opens the live board of the day. */
  InputStream board() throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        client.send(
            HttpRequest.newBuilder(
                    address.resolve(API + "/action-days/" + Ids.id("day", 1) + "/board"))
                .header("Accept", "text/event-stream")
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new IOException("the board was answered " + answer.statusCode());
    }
    return answer.body();
  }

  private String get(String path) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(address.resolve(path)).GET().build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  void close() {
    client.shutdownNow();
  }
}
