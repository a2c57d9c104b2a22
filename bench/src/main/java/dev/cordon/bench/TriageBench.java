package dev.cordon.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/*
 * One exhibit of the second agency holds half of all files, 159 others the rest. What comes in goes through the server as an
 * examiner sends it. While the large one comes in, somebody assesses and reads.
 */
/** Fills an operation's triage through the server, then measures its pages, answers checked. */
public final class TriageBench {

  private static final String PASSWORD = "bench password of no worth";
  private static final String OPERATION = "/operations/" + Ids.id("operation", 1);
  private static final int EXHIBITS = 160;
  private static final int LARGE = 9;
  private static final int ROUNDS = 50;
  private static final Pattern BEHIND = Pattern.compile("behind=([^\"&]+)");
  private static final Pattern ITEM = Pattern.compile("/triage/([0-9a-f-]{36})\"");
  private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");

  private final PrintStream out = System.out;
  private final Path data;
  private final long files;
  private final int port;
  private final Times times = new Times();

  private TriageBench(String[] arguments) {
    this.data = Path.of(arguments[0]).toAbsolutePath();
    this.files = Long.parseLong(arguments[1]);
    this.port = Integer.parseInt(arguments[2]);
  }

  /** Arguments: data directory, files, port. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3) {
      System.err.println("usage: TriageBench DATA FILES PORT");
      System.exit(2);
    }
    System.exit(new TriageBench(arguments).run() ? 0 : 1);
  }

  private boolean run() throws Exception {
    Filling.fill(data, "triage.sql", PASSWORD);
    try (BenchServer server = BenchServer.start(data, port, List.of(), List.of())) {
      User whole = signedIn(21);
      fill(server);
      large(whole, server);
      expect("files waiting for the whole", waiting(whole), expected());
      queues("whole", whole);
      queues("agency", signedIn(22));
      User coordinator = signedIn(23);
      exhibits("whole", coordinator, whole, 50);
      exhibits("agency", signedIn(2), whole, 8);
      out.printf("%npages one after another, load of the machine %s%n", BenchServer.machineLoad());
      out.print(times.report(1));
      out.printf("memory of the server: %s%n", server.memory());
      return times.right();
    }
  }

  private User signedIn(int number) throws IOException, InterruptedException {
    User user = new User(number, URI.create("http://localhost:" + port), 0);
    user.signIn(PASSWORD);
    return user;
  }

  private long small() {
    return files / 2 / (EXHIBITS - 1);
  }

  /** An agency's files that lie on several of its exhibits are one item of the queue. */
  private long expected() {
    long apart = (EXHIBITS - 1) * (small() - small() / 100) + files / 2 - files / 2 / 100;
    return apart + 19 * (small() / 100) + files / 2 / 100;
  }

  private void fill(BenchServer server) throws IOException, InterruptedException {
    long start = System.nanoTime();
    for (int exhibit = 1; exhibit <= EXHIBITS; exhibit++) {
      if (exhibit != LARGE) {
        take(exhibit, small());
      }
    }
    told("159 exhibits", (EXHIBITS - 1) * small(), start, server);
  }

  /** The large exhibit comes in while somebody works. */
  private void large(User whole, BenchServer server) throws IOException, InterruptedException {
    List<String> items = found(ITEM, body(whole, OPERATION + "/triage"));
    long start = System.nanoTime();
    CompletableFuture<Void> intake =
        CompletableFuture.runAsync(() -> {
          try {
            take(LARGE, files / 2);
          } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
    int number = 0;
    while (!intake.isDone()) {
      String item = items.get(number++ % items.size());
      timed("assessed while it comes in", () -> assess(whole, item));
      timed("taken back while it comes in", () -> takeBack(whole, item));
      timed("queue while it comes in", () -> page(whole, OPERATION + "/triage", 50));
      Thread.sleep(1000);
    }
    intake.join();
    told("the large exhibit", files / 2, start, server);
  }

  private void told(String what, long lines, long start, BenchServer server) throws IOException {
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(
        Locale.ROOT,
        "%s: %d files in %.0f s, %.0f a second; %s%n",
        what,
        lines,
        seconds,
        lines / seconds,
        server.memory());
  }

  private void take(int exhibit, long lines) throws IOException, InterruptedException {
    User examiner = signedIn(1 + (exhibit - 1) / 8);
    HttpResponse<String> answer =
        examiner.post(
            "/api" + OPERATION + "/exhibits/" + Ids.id("exhibit", exhibit) + "/inventory",
            "application/x-ndjson",
            HttpRequest.BodyPublishers.ofInputStream(() -> new InventedInventory(exhibit, lines)));
    if (answer.statusCode() != 200 || !answer.body().contains("\"stored\":" + lines + ",")) {
      throw new IOException("an inventory: " + answer.statusCode() + " " + answer.body());
    }
  }

  private String assess(User user, String item) throws IOException, InterruptedException {
    return answered(
        user.post(
            "/api" + OPERATION + "/triage/" + item + "/assessment",
            "{\"as\":\"not_relevant\",\"scheme\":\"Invented scheme\",\"grounds\":\"bench\"}"));
  }

  private String takeBack(User user, String item) throws IOException, InterruptedException {
    return answered(
        user.post(
            "/api" + OPERATION + "/triage/" + item + "/assessment/withdrawal",
            "{\"reason\":\"bench\"}"));
  }

  private static String answered(HttpResponse<String> answer) {
    return answer.statusCode() / 100 == 2 ? "" : "answered " + answer.statusCode();
  }

  private long waiting(User user) throws IOException, InterruptedException {
    return Long.parseLong(found(TOTAL, user.get("/api" + OPERATION + "/triage").body()).getFirst());
  }

  private void expect(String what, long found, long expected) {
    if (found != expected) {
      times.wrong(what + ": " + found + " instead of " + expected);
    }
  }

  private void queues(String who, User user) throws IOException, InterruptedException {
    walked(who + ", queue page by page", user, OPERATION + "/triage");
    walked(who + ", groups page by page", user, OPERATION + "/triage/groups");
    repeated(who + ", matches", user, OPERATION + "/triage/matches", 0);
    repeated(who + ", inquiries", user, OPERATION + "/triage/inquiries", 0);
    String item = found(ITEM, body(user, OPERATION + "/triage")).getFirst();
    repeated(who + ", item", user, OPERATION + "/triage/" + item, 0);
  }

  private void exhibits(String who, User user, User assessor, int rows)
      throws IOException, InterruptedException {
    String all = OPERATION + "/triage/exhibits";
    String large = OPERATION + "/exhibits/" + Ids.id("exhibit", LARGE) + "/triage";
    repeated(who + ", exhibits", user, all, rows);
    repeated(who + ", large exhibit", user, large, 0);
    String count = String.format(Locale.UK, "%,d", files / 2).replace(',', '\u202f');
    if (!body(user, large).contains(count)) {
      times.wrong("the page of the large exhibit does not say " + count);
    }
    List<String> items = found(ITEM, body(user, OPERATION + "/triage"));
    for (String item : items.subList(0, 5)) {
      timed("assessed", () -> assess(assessor, item));
      timed(who + ", large exhibit after a change", () -> page(user, large, 0));
      timed("taken back", () -> takeBack(assessor, item));
      timed(who + ", exhibits after a change", () -> page(user, all, rows));
    }
  }

  private void walked(String kind, User user, String first)
      throws IOException, InterruptedException {
    String path = first;
    List<String> seen = new ArrayList<>();
    for (int round = 0; round < ROUNDS && path != null; round++) {
      String here = path;
      timed(kind, () -> page(user, here, 1));
      List<String> behind = found(BEHIND, body(user, here));
      path = behind.isEmpty() ? null : first + "?behind=" + behind.getLast();
      if (path != null && seen.contains(path)) {
        times.wrong(kind + ": a page came twice");
      }
      seen.add(here);
    }
  }

  private void repeated(String kind, User user, String path, int rows) throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      timed(kind, () -> page(user, path, rows));
    }
  }

  private static String page(User user, String path, int rows)
      throws IOException, InterruptedException {
    return user.open(new User.Visit("page", path, rows));
  }

  private static String body(User user, String path) throws IOException, InterruptedException {
    return user.get(path).body();
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** What is measured; gives why its answer is wrong. */
  private interface Measured {

    String run() throws IOException, InterruptedException;
  }

  private void timed(String kind, Measured measured) throws InterruptedException {
    long start = System.nanoTime();
    try {
      String wrong = measured.run();
      times.add(kind, (System.nanoTime() - start) / 1000);
      if (!wrong.isEmpty()) {
        times.wrong(kind + ": " + wrong);
      }
    } catch (IOException failed) {
      times.wrong(kind + ": " + failed);
    }
  }
}
