package dev.cordon.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/*
 * Closed loop: each reader waits one to five seconds after a page, as a person who reads does. In the second part a report
 * comes in from the field every two seconds, so that figures are counted all the time. Load and server share the machine.
 */
/** Measures the overview and the records behind its figures, in quiet and while reports come in. */
public final class OverviewBench {

  private static final int WARMING = 30;
  static final int FIRST_OFFICER = 21;
  private static final int LEADS_OF_50 = 20;
  private static final String PASSWORD = "bench password of no worth";

  private final PrintStream out;
  private final Path data;
  private final long accounts;
  private final int readers;
  private final long seconds;
  private final int port;

  private OverviewBench(String[] arguments, PrintStream out) {
    this.out = out;
    this.data = Path.of(arguments[0]).toAbsolutePath();
    this.accounts = Long.parseLong(arguments[1]);
    this.readers = Integer.parseInt(arguments[2]);
    this.seconds = Long.parseLong(arguments[3]);
    this.port = Integer.parseInt(arguments[4]);
  }

  /** Arguments: data directory, accounts, readers, seconds, port. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 5) {
      System.err.println("usage: OverviewBench DATA ACCOUNTS READERS SECONDS PORT");
      System.exit(2);
    }
    System.exit(new OverviewBench(arguments, System.out).run() ? 0 : 1);
  }

  private boolean run() throws Exception {
    if (!Filling.isDone(data, accounts)) {
      long start = System.nanoTime();
      Filling.fillOverview(data, accounts, PASSWORD);
      out.printf("filled with %d accounts in %.0f s%n", accounts, since(start));
    }
    Filling.stateReasons(data);
    try (BenchServer server = BenchServer.start(data, port, List.of(), List.of())) {
      List<OverviewReader> all = signedIn();
      long first = System.nanoTime();
      String wrong = all.getFirst().firstOverview();
      out.printf(
          "first overview, which counts all figures: %.1f s; %d bytes %s%n",
          since(first), all.getFirst().lastLength(), wrong);
      load(all, WARMING);
      Times quiet = measured("quiet", all, server);
      Times busy = reporting(all, server);
      boolean fresh = all.getFirst().sees(all.getLast(), out);
      return quiet.right() && busy.right() && wrong.isEmpty() && fresh;
    }
  }

  /** The same pages while a report comes in every two seconds. */
  private Times reporting(List<OverviewReader> all, BenchServer server) throws Exception {
    AtomicBoolean ended = new AtomicBoolean();
    OverviewReader officer = all.getLast();
    Thread reports =
        Thread.ofVirtual()
            .start(() -> {
              while (!ended.get()) {
                try {
                  officer.report();
                  Thread.sleep(2000);
                } catch (IOException failed) {
                  out.println(failed.getMessage());
                } catch (InterruptedException stopped) {
                  return;
                }
              }
            });
    try {
      return measured("a report every 2 s", all, server);
    } finally {
      ended.set(true);
      reports.join();
    }
  }

  private Times measured(String title, List<OverviewReader> all, BenchServer server)
      throws IOException, InterruptedException {
    double[] before = server.processors();
    Times times = load(all, seconds);
    double[] after = server.processors();
    out.printf(
        "%n%s, %d readers, %d s, load of the machine %s%n",
        title, all.size(), seconds, BenchServer.machineLoad());
    out.print(times.report(seconds));
    out.printf(
        "processor seconds: server %.1f, database %.1f; memory of the server: %s%n",
        after[0] - before[0], after[1] - before[1], server.memory());
    return times;
  }

  private static Times load(List<OverviewReader> all, long duration) {
    Times times = new Times();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(duration);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (OverviewReader reader : all) {
        threads.submit(() -> {
          SplittableRandom random = new SplittableRandom(reader.hashCode());
          Thread.sleep(random.nextInt(3000));
          while (System.nanoTime() < end) {
            reader.open(times);
            Thread.sleep(1000 + random.nextInt(4000));
          }
          return null;
        });
      }
    }
    return times;
  }

  private List<OverviewReader> signedIn() throws IOException, InterruptedException {
    List<OverviewReader> all = new ArrayList<>();
    URI address = URI.create("http://localhost:" + port);
    int leads = Math.max(1, readers * LEADS_OF_50 / 50);
    for (int place = 0; place < readers; place++) {
      int number = place < leads ? 1 + place % 20 : FIRST_OFFICER + (place - leads) % 38;
      User user = new User(number, address, 0);
      user.signIn(PASSWORD);
      all.add(new OverviewReader(user, number < FIRST_OFFICER, accounts));
    }
    return all;
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
