package dev.cordon.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Backups and restores that are killed, and disks that are full: nothing half-made ever counts, and
 * the next run makes it whole.
 */
class BackupKillTest {

  @TempDir private static Path folder;
  private static Installation installation;

  @TempDir private Path scratch;

  @BeforeAll
  static void create() throws IOException {
    installation = Installation.create(folder);
  }

  @AfterAll
  static void close() {
    installation.close();
  }

  @Test
  void backupKilledInEachStep_neverCounts_andTheNextIsWhole() throws Exception {
    Path place = scratch.resolve("place");
    for (String step : List.of("database", "database's log", "to the disk")) {
      kill(step, 0, "backup", "--data", installation.root().toString(), "--to", place.toString());

      assertThat(BackupPlace.read(place).finished()).isEmpty();
      assertThat(BackupPlace.read(place).unfinished()).hasSize(1);
      assertThat(installation.restore(place, scratch.resolve("no")).out())
          .contains("holds no finished backup, only one that was stopped or killed");
    }

    Installation.Outcome whole = installation.backup(place);

    assertThat(whole.code()).as(whole.out()).isZero();
    assertThat(BackupPlace.read(place).unfinished()).isEmpty();
    Installation.Outcome drill = installation.drill(place, scratch.resolve("drills"));
    assertThat(drill.code()).as(drill.out()).isZero();
  }

  @Test
  void restoreKilledInEachStep_leavesNoDirectoryThatLooksWhole_andTheNextIs() throws Exception {
    Path place = scratch.resolve("place");
    installation.backup(place);
    Path target = scratch.resolve("target");
    for (String step :
        List.of("restoring files", "to the disk", "recovering the database and verifying")) {
      kill(step, 400, "restore", place.toString(), "--data", target.toString());
      assertThat(target).doesNotExist();
    }

    Installation.Outcome restored = installation.restore(place, target);

    assertThat(restored.code()).as(restored.out()).isZero();
    assertThat(scratch.resolve("target.restoring")).doesNotExist();
  }

  @Tag("long")
  @Test
  void twentyKillsAtRandomMoments_underLoad() throws Exception {
    Path place = scratch.resolve("place");
    java.util.Random random = new java.util.Random(5);
    try (Installation.Load load = installation.load()) {
      for (int round = 0; round < 20; round++) {
        kill(
            "Backing up",
            random.nextInt(6_000),
            "backup",
            "--data",
            installation.root().toString(),
            "--to",
            place.toString());
        if (round % 5 == 4) {
          Installation.Outcome whole = installation.backup(place);
          assertThat(whole.code()).as(whole.out()).isZero();
          Installation.Outcome drill = installation.drill(place, scratch.resolve("drills"));
          assertThat(drill.code()).as(drill.out()).isZero();
        }
      }
      assertThat(load.acknowledged()).isNotEmpty();
    }
  }

  @Test
  void fullDisk_isNamed_andNothingHalfMadeCounts() throws Exception {
    Path small = Files.createDirectory(scratch.resolve("small"));
    String script =
        "mount -t tmpfs -o size=12m tmpfs "
            + small
            + " && { \"$@\"; echo ended $?; ls "
            + small
            + "/place/backups; }";
    List<String> command = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", script, "sh"));
    command.addAll(
        java(
            "backup",
            "--data",
            installation.root().toString(),
            "--to",
            small.resolve("place").toString()));
    Process child = start(command);
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
    Assumptions.assumeTrue(said.contains("ended"), "no right to mount a small disk here: " + said);

    assertThat(said).contains("no space left in " + small.resolve("place"), "ended 2");
    assertThat(said.substring(said.indexOf("ended 2")))
        .contains(".unfinished")
        .doesNotContain("Z\n");
  }

  private void kill(String step, int afterMilliseconds, String... arguments) throws Exception {
    Process child = start(java(arguments));
    BufferedReader lines = child.inputReader(StandardCharsets.UTF_8);
    String line = lines.readLine();
    while (line != null && !line.startsWith(step)) {
      line = lines.readLine();
    }
    assertThat(line).as("it came to %s", step).isNotNull();
    child.waitFor(afterMilliseconds, TimeUnit.MILLISECONDS);
    child.toHandle().destroyForcibly();
    child.waitFor();
  }

  private static List<String> java(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.cordon.Cordon"));
    command.addAll(List.of(arguments));
    return command;
  }

  private static Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(installation.environment());
    return builder.start();
  }
}
