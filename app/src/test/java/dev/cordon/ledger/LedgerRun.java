package dev.cordon.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Processes of {@link LedgerChild} over one data directory, and what they acknowledged.
 *
 * @param folder for what the test itself writes
 * @param data the data directory
 * @param acknowledged ids of changes whose commit was acknowledged
 */
record LedgerRun(Path folder, Path data, List<String> acknowledged) {

  private static final int ID_LENGTH = 36;

  LedgerRun(Path folder, Path data) {
    this(folder, data, new ArrayList<>());
  }

  /** A process that writes until it is ended, already writing. */
  Process write() throws IOException {
    return start("write");
  }

  /** Reads what the process acknowledges until it is gone. */
  void readAll(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null) {
      // A line cut by the kill is no acknowledgement anyone has seen.
      if (line.length() == ID_LENGTH) {
        acknowledged.add(line);
      }
      line = lines.readLine();
    }
  }

  /** Waits until the process is about to write. */
  static BufferedReader ready(Process child) throws IOException {
    BufferedReader lines = child.inputReader(StandardCharsets.UTF_8);
    String line = lines.readLine();
    while (line != null && !line.equals("READY")) {
      line = lines.readLine();
    }
    assertThat(line).isEqualTo("READY");
    return lines;
  }

  /** What another process finds: {@code WHOLE}, or what is broken. */
  String check() throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("acknowledged"), acknowledged);
    Process child = start("check", file.toString());
    // Its log may speak before and after the verdict.
    String verdict =
        child
            .inputReader(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.matches("(WHOLE|BROKEN).*"))
            .findFirst()
            .orElse("no verdict");
    child.waitFor();
    return verdict;
  }

  /** Kills the data directory's database, as a machine that goes down would. */
  void killDatabase() throws IOException {
    String process = Files.readAllLines(data.resolve("database/postmaster.pid")).getFirst().strip();
    ProcessHandle.of(Long.parseLong(process)).ifPresent(ProcessHandle::destroyForcibly);
  }

  private Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                LedgerChild.class.getName(),
                data.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile()).start();
  }
}
