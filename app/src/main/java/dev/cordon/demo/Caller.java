package dev.cordon.demo;

import dev.cordon.CordonException;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One member at the API: signs in as a browser does and then asks and tells. It knows only what the
 * API shows that member. Not for use by several threads at once.
 */
final class Caller implements AutoCloseable {

  private static final int REFUSED = 422;
  private static final int UNAUTHORIZED = 401;
  private static final String PROOF_NEEDED = "urn:cordon:step-up-required";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Pattern TOKEN =
      Pattern.compile(
          "name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI server;
  private final HttpClient client;
  private final String name;
  private final String password;
  private String token = "";

  private Caller(URI server, String name, String password) {
    this.server = server;
    this.name = name;
    this.password = password;
    this.client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  /**
   * Signs in.
   *
   * @throws CordonException when name or password are refused
   */
  static Caller signIn(URI server, String name, String password) {
    Caller caller = new Caller(server, name, password);
    caller.token = caller.readToken("/sign-in");
    String form =
        "name=" + encode(name) + "&password=" + encode(password) + "&_csrf=" + encode(caller.token);
    HttpResponse<String> answer =
        caller.send(
            caller
                .request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    if (answer.statusCode() >= 400 || answer.uri().getQuery() != null) {
      throw new CordonException("The demo could not sign in as " + name + " at " + server + ".");
    }
    caller.token = findToken(answer.body());
    return caller;
  }

  /** The whole address of a page. */
  URI address(String page) {
    return server.resolve(page);
  }

  /** The member's sign-in name. */
  String name() {
    return name;
  }

  /** The member's password. */
  String password() {
    return password;
  }

  /** What stands at a path under /api. */
  JsonNode get(String path) {
    return answer(path, request("/api" + path).GET());
  }

  /** Tells something to a path under /api. */
  JsonNode post(String path, Object body) {
    return answer(
        path,
        request("/api" + path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  /** Tells nothing but the act itself. */
  JsonNode post(String path) {
    return post(path, Map.of());
  }

  /** Tells something that may be refused as it stands; then the answer is missing. */
  JsonNode tryPost(String path, Object body) {
    HttpResponse<String> answer =
        proved(
            request("/api" + path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", token)
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    if (answer.statusCode() == REFUSED) {
      return JSON.missingNode();
    }
    return checked(path, answer);
  }

  /** Fills in a page's form and sends it. */
  void fill(String page, Map<String, String> fields) {
    StringBuilder form = new StringBuilder("_csrf=" + encode(token));
    fields.forEach(
        (field, value) -> form.append('&').append(encode(field)).append('=').append(encode(value)));
    HttpResponse<String> answer =
        send(
            request(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
    if (answer.statusCode() >= 400) {
      throw new CordonException(
          "The server answered %d to %s at %s.".formatted(answer.statusCode(), name, page));
    }
  }

  /** Reads a page as a browser would. */
  void look(String page) {
    int status = send(request(page).GET()).statusCode();
    if (status >= 400) {
      throw new CordonException(
          "The server answered %d to %s at %s.".formatted(status, name, page));
    }
  }

  /** Sends a file's text as it is. */
  JsonNode postText(String path, Path file, String contentType) {
    try {
      return answer(
          path,
          request("/api" + path)
              .header("Content-Type", contentType)
              .POST(BodyPublishers.ofFile(file)));
    } catch (IOException unreadable) {
      throw new CordonException("The demo could not read " + file + ".", unreadable);
    }
  }

  /** All rows of a paged list, page by page. */
  Iterable<JsonNode> pages(String path) {
    return () -> new Pages(path);
  }

  @Override
  public void close() {
    client.close();
  }

  private JsonNode answer(String path, HttpRequest.Builder request) {
    return checked(
        path,
        proved(
            request
                .header("X-CSRF-TOKEN", token)
                .header("Cordon-Reason", "identify; working the exercise")
                .header("Accept", "application/json")));
  }

  /** Sends; where fresh proof is asked, gives it and sends again. */
  private HttpResponse<String> proved(HttpRequest.Builder request) {
    HttpResponse<String> answer = send(request);
    if (answer.statusCode() != UNAUTHORIZED || !answer.body().contains(PROOF_NEEDED)) {
      return answer;
    }
    send(
        request("/step-up")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString("secret=" + encode(password) + "&_csrf=" + encode(token))));
    return send(request);
  }

  private JsonNode checked(String path, HttpResponse<String> answer) {
    if (answer.statusCode() >= 400) {
      throw new CordonException(
          "The server answered %d to %s at %s: %s"
              .formatted(answer.statusCode(), name, path, shortened(answer.body())));
    }
    return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }

  private String readToken(String path) {
    return findToken(send(request(path).GET()).body());
  }

  private static String findToken(String page) {
    Matcher matcher = TOKEN.matcher(page);
    if (!matcher.find()) {
      throw new CordonException("The server's page has no form token; is it a Cordon server?");
    }
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new CordonException("The demo lost the server at " + server + ".", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CordonException("The demo was stopped.", stopped);
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String shortened(String text) {
    return text.length() <= 500 ? text : text.substring(0, 500) + "…";
  }

  /** Reads the next page only when the rows of the last are used up. */
  private final class Pages implements Iterator<JsonNode> {

    private final String path;
    private int page = 1;
    private Iterator<JsonNode> rows;
    private long seen;
    private boolean last;

    Pages(String path) {
      this.path = path;
      this.rows = read();
    }

    private Iterator<JsonNode> read() {
      JsonNode answer = get(path + (path.contains("?") ? "&" : "?") + "page=" + page++);
      JsonNode list = answer.path("rows");
      seen += list.size();
      last = list.isEmpty() || seen >= answer.path("total").asLong();
      return list.iterator();
    }

    @Override
    public boolean hasNext() {
      while (!rows.hasNext() && !last) {
        rows = read();
      }
      return rows.hasNext();
    }

    @Override
    public JsonNode next() {
      if (!hasNext()) {
        throw new NoSuchElementException(path);
      }
      return rows.next();
    }
  }
}
