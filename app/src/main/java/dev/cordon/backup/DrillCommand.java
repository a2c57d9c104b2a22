package dev.cordon.backup;

import dev.cordon.CordonCommand;
import dev.cordon.CordonException;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.Ground;
import dev.cordon.kernel.merkle.Checkpoint;
import dev.cordon.keys.OperationKeys;
import dev.cordon.keys.Passphrases;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.StandaloneLedger;
import dev.cordon.ledger.VerificationFinding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries a backup out: restores it to a folder of its own, proves it, removes it again. */
@Command(
    name = "drill",
    description =
        "Tries a backup out: restores it into a folder of its own, lets the database recover, has the"
            + " ledger prove the whole, counts, and removes it again. Ends with 0 when everything"
            + " held, 1 when something did not. The folder holds case data in the clear meanwhile.",
    mixinStandardHelpOptions = true)
public final class DrillCommand implements CordonCommand {

  private static final int FOUND_WRONG = 1;

  @Mixin private RestoreOptions options = new RestoreOptions();

  @Option(
      names = "--in",
      paramLabel = "DIR",
      description =
          "where the drill's folder is made, on a disk as protected as the data directory's (default:"
              + " ${DEFAULT-VALUE})",
      defaultValue = "${sys:user.home}/.cordon")
  private Path in = Path.of(System.getProperty("user.home"), ".cordon");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "the data directory whose running server's ledger notes the drill (default:"
              + " ${DEFAULT-VALUE})",
      defaultValue = "${sys:user.home}/.cordon/data")
  private Path data = Path.of(System.getProperty("user.home"), ".cordon", "data");

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description =
          "the administrator under whose name the ledger's entry is written (default: the first)")
  private String administrator = "";

  @Spec private CommandSpec specification = CommandSpec.create();

  private final Map<String, String> environment;

  /** With this process's environment. */
  public DrillCommand() {
    this(System.getenv());
  }

  DrillCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    long start = System.nanoTime();
    Report report = new Report(out(), options.isJson());
    try {
      BackupFolder backup = BackupFolder.find(options.backup());
      Passphrases passphrases = new Passphrases(environment, backup.folder(), System.console());
      try (OperationKeys keys = backup.keys(options.keys(), passphrases)) {
        report.line("Drill of " + backup.folder());
        boolean held = drill(backup, keys, report);
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        report.outcome(Map.of("backup", backup.folder().toString(), "held", held));
        report.line(
            held
                ? "The backup %s can be restored; trying took %d:%02d."
                    .formatted(backup.name(), seconds / 60, seconds % 60)
                : "The backup " + backup.name() + " can NOT be relied on. Make a new one now.");
        return held ? 0 : FOUND_WRONG;
      }
    } catch (IOException failed) {
      throw SealedObjects.failed(in, failed);
    }
  }

  private boolean drill(BackupFolder backup, OperationKeys keys, Report report) throws IOException {
    List<VerificationFinding> all = new ArrayList<>();
    Optional<Restoration> restoration = Optional.empty();
    try {
      Restoration opened =
          Restoration.open(backup, keys, options.key(), new Progress(out(), options.isJson()));
      restoration = Optional.of(opened);
      Statement statement = opened.statement();
      all.add(
          new VerificationFinding(
              "statement",
              true,
              "signed by %s; begun %s, ended %s, by Cordon %s"
                  .formatted(
                      opened.ledgerKey().name(),
                      statement.begun(),
                      statement.ended(),
                      statement.by())));
      List<String> strays = opened.strays();
      all.add(
          new VerificationFinding(
              "place",
              strays.isEmpty(),
              strays.isEmpty() ? "nothing else lies there" : String.join("; ", strays)));
      report.findings(all);
      List<VerificationFinding> tried = tried(opened);
      report.findings(tried);
      all.addAll(tried);
    } catch (DamagedException damaged) {
      VerificationFinding found =
          new VerificationFinding("backup", false, String.valueOf(damaged.getMessage()));
      report.findings(List.of(found));
      all.add(found);
    }
    boolean held = all.stream().allMatch(VerificationFinding::held);
    enter(backup, restoration, held, report);
    return held;
  }

  private List<VerificationFinding> tried(Restoration restoration) throws IOException {
    Durable.folder(in.toAbsolutePath());
    removeLeft();
    Path folder = in.toAbsolutePath().normalize().resolve("drill-" + ProcessHandle.current().pid());
    try (TrialFolder trial = TrialFolder.make(folder)) {
      Thread cleaning = new Thread(() -> closeQuietly(trial), "drill-cleaning");
      Runtime.getRuntime().addShutdownHook(cleaning);
      try {
        return tried(restoration, trial.folder());
      } finally {
        forget(cleaning);
      }
    }
  }

  private List<VerificationFinding> tried(Restoration restoration, Path trial) throws IOException {
    List<String> damaged = restoration.write(trial, false);
    if (!damaged.isEmpty()) {
      return damaged.stream().map(file -> new VerificationFinding("file", false, file)).toList();
    }
    List<VerificationFinding> findings = new ArrayList<>();
    findings.add(
        new VerificationFinding(
            "files",
            true,
            "%,d files, %s, each as it was"
                .formatted(
                    restoration.statement().files(),
                    Progress.size(restoration.statement().bytes()))));
    findings.addAll(proved(restoration, trial));
    return findings;
  }

  private List<VerificationFinding> proved(Restoration restoration, Path trial) {
    Optional<Checkpoint> later = options.checkpoint(restoration.ledgerKey());
    try (Ground ground =
        Ground.asItIs(DataDirectory.open(trial), RestoreCommand.RECOVERY_SECONDS)) {
      try (StandaloneLedger ledger = StandaloneLedger.of(ground)) {
        RestoredProof.Found found = RestoredProof.prove(ground, ledger, restoration, later);
        List<VerificationFinding> findings = new ArrayList<>(found.findings());
        if (found.missing() > 0) {
          findings.add(
              new VerificationFinding(
                  "later",
                  false,
                  "the checkpoint given covers %,d entries more than the %,d of the backup"
                      .formatted(found.missing(), found.entries())));
        }
        return findings;
      }
    } catch (DamagedException damaged) {
      throw damaged;
    } catch (CordonException refused) {
      return List.of(
          new VerificationFinding("database", false, String.valueOf(refused.getMessage())));
    }
  }

  /** What killed drills left; those that run are somebody's. */
  private void removeLeft() throws IOException {
    try (Stream<Path> found = Files.list(in)) {
      for (Path left : found.filter(DrillCommand::isLeft).toList()) {
        TrialFolder.removeLeft(left);
      }
    }
  }

  private static boolean isLeft(Path path) {
    String name = path.getFileName().toString();
    return name.matches("drill-[0-9]{1,9}")
        && ProcessHandle.of(Long.parseLong(name.substring(6)))
            .filter(ProcessHandle::isAlive)
            .isEmpty();
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The hook runs: it cleans up.
    }
  }

  private static void closeQuietly(TrialFolder trial) {
    try {
      trial.close();
    } catch (IOException | CordonException left) {
      // The next drill removes it.
    }
  }

  private void enter(
      BackupFolder backup, Optional<Restoration> restoration, boolean held, Report report) {
    Optional<String> manifest =
        restoration.map(opened -> "manifest sha256:" + opened.statement().manifest().sha256());
    if (Files.notExists(data.resolve("VERSION"))) {
      report.line("Not noted in a ledger: there is no data directory " + data + " here.");
      return;
    }
    try (DataDirectory directory = DataDirectory.openOrBeside(data)) {
      if (directory.isOurs()) {
        report.line("Not noted in the ledger: the server in " + directory.root() + " is stopped.");
        return;
      }
      try (Ground ground = Ground.beside(directory);
          StandaloneLedger ledger = StandaloneLedger.of(ground)) {
        if (restoration.isPresent()
            && !restoration.get().ledgerKey().name().equals(ledger.key().name())) {
          report.line("Not noted in the ledger of " + data + ": the backup is of another.");
          return;
        }
        List<Object> touched = new ArrayList<>(List.of("backup " + backup.name()));
        manifest.ifPresent(touched::add);
        ledger.append(
            Entry.ofInstallation(
                    Act.CONSULTATION,
                    "backup-drill",
                    "the backup "
                        + backup.name()
                        + (held ? " was" : " could NOT be")
                        + " restored and proved at the machine")
                .touching(touched),
            administrator);
        report.line("Noted in the ledger.");
      }
    }
  }

  private PrintWriter out() {
    return specification.commandLine().getOut();
  }
}
