package dev.cordon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real server on a filled data directory, as a process of its own with a bounded heap. */
final class BenchServer implements AutoCloseable {

  private final Path data;
  private final Process process;

  private BenchServer(Path data, Process process) {
    this.data = data;
    this.process = process;
  }

  /** Starts it with properties of its machine and options of serve, and waits until it listens. */
  static BenchServer start(Path data, int port, List<String> properties, List<String> options)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Xmx" + System.getProperty("bench.heap", "900m"),
                "-Dcordon.sign-in.second-factor=optional"));
    words.addAll(properties);
    words.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "dev.cordon.Cordon",
            "serve",
            "--plain",
            "--data",
            data.toString(),
            "--port",
            Integer.toString(port)));
    words.addAll(options);
    Files.deleteIfExists(log(data));
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(log(data).toFile())
            .start();
    BenchServer server = new BenchServer(data, process);
    server.await();
    return server;
  }

  private void await() throws IOException, InterruptedException {
    while (!Files.exists(log(data)) || !Files.readString(log(data)).contains("listens")) {
      if (!process.isAlive()) {
        throw new IOException("the server did not start: " + Files.readString(log(data)));
      }
      Thread.sleep(50);
    }
  }

  private static Path log(Path data) {
    return data.resolveSibling(data.getFileName() + ".log");
  }

  /** Processor seconds of the server, and of the database with all its processes. */
  double[] processors() throws IOException {
    String postmaster = Files.readAllLines(data.resolve("database/postmaster.pid")).getFirst();
    double database = 0;
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path one :
          processes.filter(path -> path.getFileName().toString().matches("\\d+")).toList()) {
        String[] fields = stat(one);
        if (fields.length > 14
            && (one.getFileName().toString().equals(postmaster) || fields[1].equals(postmaster))) {
          database += used(fields, one.getFileName().toString().equals(postmaster));
        }
      }
    }
    return new double[] {
      used(stat(Path.of("/proc", Long.toString(process.pid()))), false), database
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

  String memory() throws IOException {
    return String.join(
        ", ",
        Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
            .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
            .map(line -> line.replaceAll("\\s+", " "))
            .toList());
  }

  static String machineLoad() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).strip();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor(60, TimeUnit.SECONDS);
  }
}
