package dev.cordon.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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
    Process server = start(port);
    try {
      URI address = URI.create("http://localhost:" + port);
      await(server);
      List<User> members = signedIn(address);
      load(members, WARMING, false);
      Times closed =
          measured(
              "closed loop, " + users + " users, 1 to 5 s between pages", members, true, server);
      Times full = measured("full load, " + AT_ONCE + " pages at once", members, false, server);
      return closed.right() && full.right();
    } finally {
      server.destroy();
      server.waitFor(60, TimeUnit.SECONDS);
    }
  }

  private Times measured(String title, List<User> members, boolean thinking, Process server)
      throws InterruptedException, IOException {
    double[] before = processors(server);
    Times times = load(members, seconds, thinking);
    double[] after = processors(server);
    out.printf("%n%s, %d s, load of the machine %s%n", title, seconds, machineLoad());
    out.print(times.report(seconds));
    out.printf(
        "processor seconds: server %.1f, database %.1f; memory of the server: %s%n",
        after[0] - before[0], after[1] - before[1], memory(server));
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

  private Process start(int port) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Xmx" + System.getProperty("bench.heap", "900m"),
                "-Dcordon.sign-in.second-factor=optional",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.cordon.Cordon",
                "serve",
                "--plain",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port)));
    words.addAll(serve.subList(1, serve.size()));
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(log().toFile())
        .start();
  }

  private void await(Process server) throws IOException, InterruptedException {
    while (!Files.exists(log()) || !Files.readString(log()).contains("listens")) {
      if (!server.isAlive()) {
        throw new IOException("the server did not start: " + Files.readString(log()));
      }
      Thread.sleep(200);
    }
  }

  private Path log() {
    return data.resolveSibling(data.getFileName() + ".log");
  }

  // Processor seconds of the server, and of the database with all its processes.
  private double[] processors(Process server) throws IOException {
    String postmaster = Files.readAllLines(data.resolve("database/postmaster.pid")).getFirst();
    double database = 0;
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process :
          processes.filter(path -> path.getFileName().toString().matches("\\d+")).toList()) {
        String[] fields = stat(process);
        if (fields.length > 14
            && (process.getFileName().toString().equals(postmaster)
                || fields[1].equals(postmaster))) {
          database += used(fields, process.getFileName().toString().equals(postmaster));
        }
      }
    }
    return new double[] {
      used(stat(Path.of("/proc", Long.toString(server.pid()))), false), database
    };
  }

  // After the name in brackets: state, parent, ..., utime, stime, and those of children that ended.
  private static String[] stat(Path process) {
    try {
      String text = Files.readString(process.resolve("stat"));
      return text.substring(text.lastIndexOf(')') + 2).split(" ");
    } catch (IOException ended) {
      return new String[0];
    }
  }

  private static double used(String[] fields, boolean children) {
    long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    if (children) {
      ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
    }
    return ticks / 100.0;
  }

  private static String memory(Process server) throws IOException {
    return String.join(
        ", ",
        Files.readAllLines(Path.of("/proc", Long.toString(server.pid()), "status")).stream()
            .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
            .map(line -> line.replaceAll("\\s+", " "))
            .toList());
  }

  private static String machineLoad() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).strip();
  }
}
