package dev.cordon.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Rows a second for each form of file: through the parser alone and through intake with sealing and
 * encryption, beside DuckDB over the same file and plain unpacking in the same run. Then the memory
 * a process needs at its most for three sizes. Every count is checked; a wrong one ends the run.
 */
public final class IntakeBench {

  private static final String ROW = "%-12s %10s %12s %14s %14s %14s %14s%n";

  private IntakeBench() {}

  /** Folder, rows of the sizes S, M and L; or {@code memory}, a file, a folder. */
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("memory")) {
      System.out.println(
          IntakeRuns.intake(Path.of(arguments[1]), Path.of(arguments[2])).orElse(-1));
      System.out.println(peakKilobytes());
      return;
    }
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    long[] sizes =
        Stream.of(arguments).skip(1).mapToLong(Long::parseLong).filter(rows -> rows > 0).toArray();
    speed(folder, sizes[0]);
    memory(folder, sizes);
  }

  private static void speed(Path folder, long wanted) throws IOException, SQLException {
    System.out.printf(
        ROW,
        "form",
        "rows",
        "file MB",
        "parser rows/s",
        "intake rows/s",
        "DuckDB rows/s",
        "gunzip rows/s");
    for (IntakeFile form : IntakeFile.values()) {
      long rows = form.rows(wanted);
      Path file = form.make(folder, rows);
      Path packed = IntakeRuns.pack(file);
      String parser = rate(rows, () -> IntakeRuns.parser(form, file));
      Path vault = folder.resolve("vault");
      String intake = rateOf(rows, () -> IntakeRuns.intake(file, vault));
      String duckdb = rateOf(rows, () -> IntakeRuns.duckdb(form, file));
      long size = Files.size(file);
      long start = System.nanoTime();
      check(size, IntakeRuns.unpack(packed), "bytes unpacked");
      System.out.printf(
          ROW, form, rows, size >> 20, parser, intake, duckdb, perSecond(rows, start));
      deleteAll(vault);
      Files.delete(file);
      Files.delete(packed);
    }
    sqlite(folder);
  }

  /** The launcher lays this file there where it can be made. */
  private static void sqlite(Path folder) throws IOException, SQLException {
    Path file = folder.resolve("bench.sqlite");
    if (!Files.exists(file)) {
      System.out.println("SQLITE       not measured: no " + file + " (python3 makes it)");
      return;
    }
    long start = System.nanoTime();
    long rows = IntakeRuns.sqlite(file);
    String parser = perSecond(rows, start);
    Path vault = folder.resolve("vault");
    String intake = rateOf(rows, () -> IntakeRuns.intake(file, vault));
    System.out.printf(ROW, "SQLITE", rows, Files.size(file) >> 20, parser, intake, "-", "-");
    deleteAll(vault);
  }

  private static void memory(Path folder, long[] sizes) throws IOException, InterruptedException {
    System.out.printf("%nmemory at its most of a process that takes one file in (MB)%n");
    for (IntakeFile form : List.of(IntakeFile.MYSQLDUMP, IntakeFile.CSV, IntakeFile.ACCESS_LOG)) {
      StringBuilder line = new StringBuilder("%-12s".formatted(form));
      for (long rows : sizes) {
        Path file = form.make(folder, rows);
        Path vault = folder.resolve("vault");
        line.append(" %,d rows: %d".formatted(rows, peak(file, vault, rows) >> 10));
        deleteAll(vault);
        Files.delete(file);
      }
      System.out.println(line);
    }
  }

  private static long peak(Path file, Path vault, long rows)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx" + System.getProperty("bench.heap", "1g"),
                "-cp",
                System.getProperty("java.class.path"),
                IntakeBench.class.getName(),
                "memory",
                file.toString(),
                vault.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      List<String> said = lines.lines().toList();
      if (child.waitFor() != 0 || said.size() != 2) {
        throw new IllegalStateException("the process that takes " + file + " in failed");
      }
      check(rows, Long.parseLong(said.getFirst()), "rows of " + file);
      return Long.parseLong(said.getLast());
    }
  }

  private static long peakKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }

  private interface Run<T> {
    T run() throws IOException, SQLException;
  }

  private static String rate(long rows, Run<Long> run) throws IOException, SQLException {
    return rateOf(rows, () -> OptionalLong.of(run.run()));
  }

  private static String rateOf(long rows, Run<OptionalLong> run) throws IOException, SQLException {
    long start = System.nanoTime();
    OptionalLong seen = run.run();
    if (seen.isEmpty()) {
      return "-";
    }
    String rate = perSecond(rows, start);
    check(rows, seen.getAsLong(), "rows");
    return rate;
  }

  private static String perSecond(long rows, long start) {
    return "%,.0f".formatted(rows / ((System.nanoTime() - start) / 1e9));
  }

  private static void check(long expected, long found, String what) {
    if (expected != found) {
      throw new IllegalStateException("WRONG: " + found + " " + what + ", not " + expected);
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
