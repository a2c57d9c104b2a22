package dev.cordon.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/*
 * 500 sites, 2,000 officers as members, of whom as many as there are senders are signed in and report in turn for the others
 * (signing in 2,000 would measure the hashing of passwords); 200 boards, half of the lead's, half of agencies. A report is on a
 * board when the board's last moment of that site is that of the report or a later one. Load and server share the machine.
 */
/**
 * Measures how fast reports from the field are on every board, and how fast a board is live again.
 */
public final class ActionBench {

  private static final String PASSWORD = "bench password of no worth";
  private static final int SITES = 500;

  private final PrintStream out;
  private final Path data;
  private final int perSecond;
  private final long seconds;
  private final int viewers;
  private final int senders;
  private final int port;

  private ActionBench(String[] arguments, PrintStream out) {
    this.out = out;
    this.data = Path.of(arguments[0]).toAbsolutePath();
    this.perSecond = Integer.parseInt(arguments[1]);
    this.seconds = Long.parseLong(arguments[2]);
    this.viewers = Integer.parseInt(arguments[3]);
    this.senders = Integer.parseInt(arguments[4]);
    this.port = Integer.parseInt(arguments[5]);
  }

  /** Arguments: data directory, reports a second, seconds, boards, senders, port. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 6) {
      System.err.println("usage: ActionBench DATA REPORTS-A-SECOND SECONDS BOARDS SENDERS PORT");
      System.exit(2);
    }
    System.exit(new ActionBench(arguments, System.out).run() ? 0 : 1);
  }

  private boolean run() throws Exception {
    Filling.fill(data, "action.sql", PASSWORD);
    URI address = URI.create("http://localhost:" + port);
    boolean right;
    try (BenchServer server = server()) {
      right = measured(address);
    }
    long from = System.nanoTime();
    try (BenchServer server = server()) {
      FieldUser user = new FieldUser(1, address);
      user.signIn(PASSWORD);
      BoardWatch watch = new BoardWatch(user, SITES, List.of());
      Thread reading = Thread.ofVirtual().start(watch);
      while (watch.events() == 0) {
        LockSupport.parkNanos(10_000_000);
      }
      out.printf(
          "restart to a live board: %.1f s (goal: under 15 s)%n", (System.nanoTime() - from) / 1e9);
      watch.close();
      reading.interrupt();
    }
    return right;
  }

  private boolean measured(URI address) throws Exception {
    List<FieldUser> officers = signedIn(201, senders, address);
    List<FieldUser> watchers = signedIn(1, viewers, address);
    List<SentReports> sent = new ArrayList<>();
    for (int site = 0; site < SITES; site++) {
      sent.add(new SentReports());
    }
    List<BoardWatch> boards = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (FieldUser watcher : watchers) {
        BoardWatch board = new BoardWatch(watcher, SITES, sent);
        boards.add(board);
        threads.execute(board);
      }
      while (boards.stream().anyMatch(board -> board.events() == 0)) {
        LockSupport.parkNanos(50_000_000);
      }
      out.printf(
          "%d boards live; load of the machine %s%n", boards.size(), BenchServer.machineLoad());
      Times posts = new Times();
      AtomicLong taken = new AtomicLong();
      long first = System.nanoTime();
      long total = perSecond * seconds;
      for (long number = 0; number < total; number++) {
        long due = first + number * 1_000_000_000L / perSecond;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        FieldUser officer = officers.get((int) (number % officers.size()));
        int site = siteOf(officer, number);
        SentReports.Sent report = sent.get(site - 1).add();
        long started = due;
        threads.execute(() -> {
          try {
            officer.report(site, report);
            taken.incrementAndGet();
            posts.add("report taken", (System.nanoTime() - started) / 1000);
          } catch (IOException failed) {
            posts.wrong(String.valueOf(failed.getMessage()));
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
      }
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(6));
      double lasted = (System.nanoTime() - first) / 1e9 - 6;
      boolean right = told(boards, posts, taken.get(), total, lasted);
      boards.forEach(BoardWatch::close);
      return right;
    }
  }

  private boolean told(List<BoardWatch> boards, Times posts, long taken, long total, double lasted)
      throws IOException {
    out.printf(
        "%d of %d reports taken in %.0f s, %.1f a second; load of the machine %s%n",
        taken, total, lasted, taken / lasted, BenchServer.machineLoad());
    out.print(posts.report(seconds));
    long[] all = boards.stream().flatMapToLong(BoardWatch::latencies).sorted().toArray();
    long expected = boards.stream().mapToLong(BoardWatch::expected).sum();
    out.printf(
        "%d sightings of reports on boards, %d expected; streams opened again %d times%n",
        all.length, expected, boards.stream().mapToInt(BoardWatch::openedAgain).sum());
    if (all.length > 0) {
      out.printf(
          "from sent to on the board: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, max %.0f ms (goal: p99"
              + " below 1,000 ms)%n",
          all[all.length / 2] / 1e6,
          all[all.length * 95 / 100] / 1e6,
          all[all.length * 99 / 100] / 1e6,
          all[all.length - 1] / 1e6);
    }
    return posts.right() && taken == total && all.length == expected;
  }

  /** A site of the officer's own agency. */
  private static int siteOf(FieldUser officer, long number) {
    int agency = officer.number() % 20;
    int place = (int) (number * 7 % (SITES / 20));
    int site = place * 20 + agency;
    return site == 0 ? SITES : site;
  }

  private static List<FieldUser> signedIn(int first, int count, URI address)
      throws IOException, InterruptedException {
    List<FieldUser> users = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      FieldUser user = new FieldUser(first + at, address);
      user.signIn(PASSWORD);
      users.add(user);
    }
    return users;
  }

  private BenchServer server() throws IOException, InterruptedException {
    // All of them come from this machine's one address.
    String connections = "-Dcordon.limits.connections-per-address=" + (viewers + senders + 200);
    return BenchServer.start(data, port, List.of(connections), List.of());
  }
}
