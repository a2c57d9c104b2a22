package dev.cordon.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One member with a browser: signs in, then opens the pages of the role, and checks each answer.
 */
final class User {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern ROW = Pattern.compile("<th scope=\"row\"");
  private static final Pattern MARKER = Pattern.compile("marker-([A-Z]{2})");
  private static final List<String> COUNTRIES =
      List.of(
          "DK", "SE", "DE", "AT", "BE", "CZ", "FI", "FR", "HU", "IS", "NL", "NZ", "NO", "PL", "ES",
          "CH", "GB", "BA", "AU", "IT");

  private final int number;
  private final URI address;
  private final Ids ids;
  private final SplittableRandom random;
  private final HttpClient client;
  private String formToken = "";

  User(int number, URI address, long subjects) {
    this.number = number;
    this.address = address;
    this.ids = new Ids(subjects);
    this.random = new SplittableRandom(number);
    this.client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /**
   * A page and what its answer must hold.
   *
   * @param rows least rows of a table; pages of lists hold fifty
   */
  record Visit(String kind, String path, int rows) {}

  void signIn(String password) throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(get("/sign-in").body());
    if (!token.find()) {
      throw new IOException("the sign-in page has no token");
    }
    String form =
        "name=bench%d&password=%s&_csrf=%s"
            .formatted(
                number,
                URLEncoder.encode(password, StandardCharsets.UTF_8),
                URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
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
    Matcher next = TOKEN.matcher(answer.body());
    formToken = next.find() ? next.group(1) : "";
  }

  int number() {
    return number;
  }

  /** Sends a JSON body with the token of the session. */
  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return post(path, "application/json", HttpRequest.BodyPublishers.ofString(json));
  }

  /** Sends a body of any length with the token of the session. */
  HttpResponse<String> post(String path, String type, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", type)
            .header("X-CSRF-TOKEN", formToken)
            .POST(body)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** The next page this member opens. */
  Visit next() {
    String base = "/operations/" + Ids.id("operation", 1);
    if (number <= 30) {
      return random.nextInt(20) == 0 ? new Visit("figures", base + "/figures", 1) : lead(base);
    }
    return number <= 40 ? auditor(base) : officer(base);
  }

  /** Opens it; gives why the answer is wrong, empty when it is right. */
  String open(Visit visit) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(visit.path());
    if (answer.statusCode() != 200) {
      return visit.kind() + " answered " + answer.statusCode();
    }
    long rows = ROW.matcher(answer.body()).results().count();
    if (rows < visit.rows()) {
      return visit.kind() + " has " + rows + " rows instead of " + visit.rows();
    }
    if (number > 40) {
      String own = COUNTRIES.get(number % 20);
      Matcher marker = MARKER.matcher(answer.body());
      while (marker.find()) {
        if (!marker.group(1).equals(own)) {
          return "LEAK: an officer of " + own + " met " + marker.group();
        }
      }
      if (visit.kind().equals("package subject") && !answer.body().contains("marker-" + own)) {
        return "a package subject without the own marker";
      }
    }
    return "";
  }

  private Visit lead(String base) {
    return switch (random.nextInt(4)) {
      case 0 -> new Visit("subjects", base + "/subjects?page=" + (1 + random.nextInt(40)), 50);
      case 1 -> new Visit("subject", base + "/subjects/" + Ids.id("subject", ids.some(random)), 0);
      case 2 ->
          new Visit(
              "subjects of a country",
              base + "/subjects?country=" + COUNTRIES.get(random.nextInt(20)),
              50);
      default -> new Visit("packages", base + "/packages", 20);
    };
  }

  private Visit auditor(String base) {
    return random.nextInt(4) == 0
        ? new Visit("oversight", base + "/oversight", 10)
        : new Visit("entries", base + "/oversight/entries?page=" + (1 + random.nextInt(100)), 50);
  }

  private Visit officer(String base) {
    int agency = 1 + number % 20;
    String pack = base + "/packages/" + Ids.id("package", 100 + agency);
    return switch (random.nextInt(3)) {
      case 0 -> new Visit("own packages", base + "/packages", 1);
      case 1 -> new Visit("one package", pack, 1);
      default -> new Visit("package subject", pack + "/subjects/" + ids.packed(agency, random), 0);
    };
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address.resolve(path)).GET().build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
