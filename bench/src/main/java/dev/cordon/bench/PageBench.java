package dev.cordon.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/*
 * Closed loop: each of the users waits one to five seconds after each page, as a person who reads does; and full load: no
 * waiting, sixteen pages asked for at once. The load comes from the same machine, so the server has less than all of it.
 */
/** Fills an own data directory, starts the real server on it, and measures its pages under load. */
public final class PageBench {

  /**
   * Seconds before anything is measured: the compiler of a server that just started takes both
   * cores.
   */
  private static final int WARMING = 30;

  private static final String PASSWORD = "bench password of no worth";
  private static final int AT_ONCE = 16;

  private final PrintStream out;
  private final Path data;
  private final long records;
  private final int users;
  private final long seconds;
  private final List<String> serve;

  private PageBench(String[] arguments, PrintStream out) {
    this.out = out;
    this.data = Path.of(arguments[0]).toAbsolutePath();
    this.records = Long.parseLong(arguments[1]);
    this.users = Integer.parseInt(arguments[2]);
    this.seconds = Long.parseLong(arguments[3]);
    this.serve = List.copyOf(Arrays.asList(arguments).subList(4, arguments.length));
  }

  /** Arguments: data directory, records, users, seconds, then what to start the server with. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 5) {
      System.err.println("usage: PageBench DATA RECORDS USERS SECONDS PORT [SERVE-OPTION...]");
      System.exit(2);
    }
    System.exit(new PageBench(arguments, System.out).run() ? 0 : 1);
  }

  private boolean run() throws Exception {
    if (!Filling.isDone(data, records)) {
      long start = System.nanoTime();
      Filling.fill(data, records, PASSWORD);
      out.printf(
          "filled with %d records in %d s%n", records, (System.nanoTime() - start) / 1_000_000_000);
    }
    Filling.stateReasons(data);
    int port = Integer.parseInt(serve.getFirst());
    try (BenchServer server =
        BenchServer.start(data, port, List.of(), serve.subList(1, serve.size()))) {
      URI address = URI.create("http://localhost:" + port);
      List<User> members = signedIn(address);
      load(members, WARMING, false);
      Times closed =
          measured(
              "closed loop, " + users + " users, 1 to 5 s between pages", members, true, server);
      Times full = measured("full load, " + AT_ONCE + " pages at once", members, false, server);
      return closed.right() && full.right();
    }
  }

  private Times measured(String title, List<User> members, boolean thinking, BenchServer server)
      throws InterruptedException, IOException {
    double[] before = server.processors();
    Times times = load(members, seconds, thinking);
    double[] after = server.processors();
    out.printf("%n%s, %d s, load of the machine %s%n", title, seconds, BenchServer.machineLoad());
    out.print(times.report(seconds));
    out.printf(
        "processor seconds: server %.1f, database %.1f; memory of the server: %s%n",
        after[0] - before[0], after[1] - before[1], server.memory());
    return times;
  }

  private Times load(List<User> members, long duration, boolean thinking)
      throws InterruptedException {
    Times times = new Times();
    Semaphore places = new Semaphore(thinking ? members.size() : AT_ONCE);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(duration);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (User member : members) {
        threads.submit(() -> {
          SplittableRandom random = new SplittableRandom(member.hashCode());
          while (System.nanoTime() < end) {
            if (thinking) {
              Thread.sleep(1000 + random.nextInt(4000));
            }
            places.acquire();
            try {
              visit(member, times);
            } finally {
              places.release();
            }
          }
          return null;
        });
      }
    }
    return times;
  }

  private static void visit(User member, Times times) throws InterruptedException {
    User.Visit visit = member.next();
    long start = System.nanoTime();
    try {
      String wrong = member.open(visit);
      times.add(visit.kind(), (System.nanoTime() - start) / 1000);
      if (!wrong.isEmpty()) {
        times.wrong(wrong);
      }
    } catch (IOException failed) {
      times.wrong(visit.kind() + ": " + failed);
    }
  }

  private List<User> signedIn(URI address) throws IOException, InterruptedException {
    List<User> members = new ArrayList<>();
    // All kinds of members, whatever the number of users: every n-th of the two hundred.
    for (int place = 0; place < users; place++) {
      User user = new User(1 + place * 200 / users, address, records / 20);
      user.signIn(PASSWORD);
      members.add(user);
    }
    return members;
  }
}
