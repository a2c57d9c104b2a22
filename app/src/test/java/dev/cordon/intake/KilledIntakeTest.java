package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills a real process that takes files in, at every step and at random moments: the next run gives
 * the records an undisturbed run gives, value by value, and leaves nothing beside them.
 */
class KilledIntakeTest {

  private static final int RANDOM_KILLS = 60;
  private static final int RUN_KILLS = 12;

  @TempDir Path folder;

  private final List<Path> files = new ArrayList<>();
  private Map<String, String> expected = Map.of();

  @BeforeEach
  void undisturbedRun() throws IOException {
    String head = "charge_id,created,amount,currency,status,card_last4\n";
    files.add(
        Files.writeString(
            folder.resolve("a.csv"),
            head
                + "c1,2024-01-01T00:00:00Z,5,EUR,paid,1111\nc2,2024-01-02T00:00:00Z,6,EUR,paid,2222\n"));
    files.add(
        Files.writeString(
            folder.resolve("b.csv"),
            head
                + "c2,2024-01-02T00:00:00Z,6,EUR,paid,2222\nc3,2024-01-03T00:00:00Z,7,EUR,paid,3333\n"));
    files.add(
        Files.writeString(
            folder.resolve(IntakeChild.SHOWN),
            "payer,amount,note\nanna,5,data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk\n"
                .replace("data:", "\"data:")
                .replace("mNk", "mNk\"")));
    files.add(IntakeTest.PLATFORM.resolve("forum.sql"));
    expected = IntakeChild.state(IntakeChild.work(folder.resolve("expected"), files, "none"));
    assertThat(expected).hasSize(4 * 2 + 3);
    assertThat(expected.get(IntakeChild.SHOWN)).startsWith("2").contains("BY_REFERENCE");
    assertThat(expected.get("sealed").split(",")).as("the copy is gone").hasSize(3);
    assertThat(expected.get("b.csv")).contains("duplicates=1");
    assertThat(expected.get("a.csv")).startsWith("2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b.csv:JUDGING",
        "b.csv:READING",
        "b.csv:REPORTING",
        "forum.sql:MOVING",
        "b.csv:MOVED",
        "retake:READING",
        "retake:COMPARING",
        "retake:MOVING",
        "retake:MOVED",
        "shown.csv:MOVING",
        "shown:READING",
        "shown:COMPARING",
        "shown:MOVING",
        "shown:MOVED"
      })
  void processKilledAtAStep_isContinuedWithTheSameResult(String step) throws Exception {
    Path vault = folder.resolve("killed");
    Process child = start(vault, step);
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).isEqualTo("AT " + step);
    }
    kill(child);
    assertThat(IntakeChild.state(IntakeChild.work(vault, files, "none"))).isEqualTo(expected);
  }

  @Test
  @Tag("long")
  void processKilledAtRandomMoments_isContinuedWithTheSameResult() throws Exception {
    Random random = new Random(4);
    Path vault = folder.resolve("killed");
    int killed = 0;
    for (int round = 0; round < RANDOM_KILLS; round++) {
      if (round % 4 == 0) {
        Vault.deleteAll(vault);
      }
      Process child = start(vault, "none");
      killed += child.waitFor(300 + random.nextInt(2500), TimeUnit.MILLISECONDS) ? 0 : 1;
      kill(child);
      if (round % 4 == 3) {
        assertThat(IntakeChild.state(IntakeChild.work(vault, files, "none"))).isEqualTo(expected);
      }
    }
    assertThat(killed).as("kills in the middle").isGreaterThan(RANDOM_KILLS / 4);
  }

  @Test
  @Tag("long")
  void runKilledAtRandomMoments_givesTheSameResultNextTime() throws Exception {
    Random random = new Random(5);
    Path out = folder.resolve("out");
    Map<String, String> undisturbed =
        results(run(folder.resolve("first")), folder.resolve("first"));
    for (int round = 0; round < RUN_KILLS; round++) {
      Process child = runCommand(out).start();
      if (!child.waitFor(500 + random.nextInt(4000), TimeUnit.MILLISECONDS)) {
        kill(child);
      }
    }
    assertThat(results(run(out), out)).isEqualTo(undisturbed);
  }

  @Test
  void sealedFileMovedWithoutItsRecords_isGoneAfterOpening() throws IOException {
    Path folderOfVault = folder.resolve("expected");
    Vault vault = Vault.open(folderOfVault, IntakeChild.key());
    Edition forum =
        VaultEditions.all(vault).stream()
            .filter(edition -> edition.report().name().equals("forum.sql"))
            .findFirst()
            .orElseThrow();
    Path records = vault.records(forum.source()).getParent();
    Vault.deleteAll(records);
    Path work = Files.createDirectories(vault.work().resolve("killed"));
    UnfinishedSealing.note(work, forum.report().sha256());
    String other = HexFormat.of().formatHex(new byte[32]);
    Files.writeString(vault.sources().resolve(other), "sealed by nobody we know");
    Vault.open(folderOfVault, IntakeChild.key());
    assertThat(vault.sealed(forum.report().sha256())).doesNotExist();
    assertThat(vault.sources().resolve(other)).exists();
    Files.delete(vault.sources().resolve(other));
    assertThat(IntakeChild.state(IntakeChild.work(folderOfVault, files, "none")))
        .as("the forum is taken last again and has the same place")
        .isEqualTo(expected);
  }

  @Test
  void fullDisk_isOneClearLineAndLeavesNothing() throws Exception {
    Path big = folder.resolve("big.csv");
    StringBuilder rows = new StringBuilder("payer,amount,note\n");
    Random random = new Random(6);
    while (rows.length() < 30 << 20) {
      rows.append(random.nextLong()).append(',').append(random.nextInt()).append(",x\n");
    }
    Files.writeString(big, rows);
    Path small = Files.createDirectories(folder.resolve("small"));
    List<String> limited = limited(small);
    limited.addAll(command(small.resolve("vault"), "none", List.of(big)));
    Process child = new ProcessBuilder(limited).redirectErrorStream(true).start();
    List<String> lines;
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
      lines = output.lines().filter(line -> line.matches("(REFUSED|LEFT|DONE).*")).toList();
    }
    child.waitFor();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .contains("no space is left on the disk of", "nothing of big.csv was taken in");
    assertThat(lines.getLast()).isEqualTo("LEFT 0");
  }

  /** A file system of 8 MB of its own; where that is not allowed, files of 20 MB at most. */
  private static List<String> limited(Path small) throws IOException, InterruptedException {
    String mount = "mount -t tmpfs -o size=8m none '" + small + "'";
    Process probe = new ProcessBuilder("unshare", "-rm", "sh", "-c", mount).start();
    return new ArrayList<>(
        probe.waitFor() == 0
            ? List.of("unshare", "-rm", "sh", "-c", mount + " && exec \"$@\"", "sh")
            : List.of("bash", "-c", "ulimit -f 20480; exec \"$@\"", "bash"));
  }

  private Process start(Path vault, String step) throws IOException {
    return new ProcessBuilder(command(vault, step, files))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<String> command(Path vault, String step, List<Path> files) {
    List<String> command = new ArrayList<>(java("dev.cordon.intake.IntakeChild"));
    command.add(vault.toString());
    command.add(step);
    files.forEach(file -> command.add(file.toString()));
    return command;
  }

  private static List<String> java(String main) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-Xmx300m",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        main);
  }

  private static void kill(Process child) throws InterruptedException {
    child.destroyForcibly();
    child.waitFor();
  }

  private ProcessBuilder runCommand(Path out) {
    List<String> command = new ArrayList<>(java("dev.cordon.Cordon"));
    command.addAll(
        List.of(
            "run",
            IntakeTest.PLATFORM.toString(),
            "--facts",
            IntakeTest.PLATFORM.resolve("operation.yaml").toString(),
            "--out",
            out.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  private int run(Path out) throws IOException, InterruptedException {
    return runCommand(out).start().waitFor();
  }

  private static Map<String, String> results(int exit, Path out) throws IOException {
    Map<String, String> results = new java.util.TreeMap<>(Map.of("exit", String.valueOf(exit)));
    try (Stream<Path> made = Files.walk(out)) {
      for (Path file : made.filter(Files::isRegularFile).toList()) {
        results.put(out.relativize(file).toString(), Files.readString(file));
      }
    }
    return results;
  }
}
