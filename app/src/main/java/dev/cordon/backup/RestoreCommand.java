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
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Restores a data directory from a backup and has the ledger prove it whole. */
@Command(
    name = "restore",
    description =
        "Restores a backup into a new data directory. Every file is checked first; then the database"
            + " recovers and the ledger proves the whole. Ends with 0 when all is proved and nothing"
            + " is known to be missing, 1 when something is.",
    mixinStandardHelpOptions = true)
public final class RestoreCommand implements CordonCommand {

  static final int RECOVERY_SECONDS = 6 * 60 * 60;

  private static final int FOUND_WRONG = 1;

  @Mixin private RestoreOptions options = new RestoreOptions();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "the new data directory; must not be there, or be empty")
  private Path data = Path.of("");

  @Option(
      names = "--new-ledger",
      description =
          "let the ledger go on under a new name, because a later checkpoint of it is out in the"
              + " world; done by itself when --checkpoint is such a one")
  private boolean newLedger;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description =
          "the administrator under whose name the ledger's entry is written (default: the first)")
  private String administrator = "";

  @Spec private CommandSpec specification = CommandSpec.create();

  private final Map<String, String> environment;

  /** With this process's environment. */
  public RestoreCommand() {
    this(System.getenv());
  }

  RestoreCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path target = data.toAbsolutePath().normalize();
    requireEmpty(target);
    Report report = new Report(out(), options.isJson());
    try {
      BackupFolder backup = BackupFolder.find(options.backup());
      Passphrases passphrases = new Passphrases(environment, backup.folder(), System.console());
      report.line("Restoring " + backup.folder() + " to " + target);
      try (OperationKeys keys = backup.keys(options.keys(), passphrases)) {
        Restoration restoration =
            Restoration.open(backup, keys, options.key(), new Progress(out(), options.isJson()));
        return restore(restoration, target, report);
      }
    } catch (DamagedException damaged) {
      report.finding("backup", false, String.valueOf(damaged.getMessage()));
      report.line("NOT restored: nothing was written to " + target + ". Take another backup.");
      return FOUND_WRONG;
    } catch (IOException failed) {
      throw SealedObjects.failed(target, failed);
    }
  }

  private int restore(Restoration restoration, Path target, Report report) throws IOException {
    Optional<Checkpoint> later = options.checkpoint(restoration.ledgerKey());
    try (TrialFolder trial =
        TrialFolder.make(target.resolveSibling(target.getFileName() + ".restoring"))) {
      List<String> damaged = restoration.write(trial.folder(), true);
      if (!damaged.isEmpty()) {
        damaged.forEach(file -> report.finding("file", false, file));
        report.line("NOT restored: nothing was written to " + target + ". Take another backup.");
        return FOUND_WRONG;
      }
      report.finding(
          "files",
          true,
          "%,d files, %s, each as it was"
              .formatted(
                  restoration.statement().files(), Progress.size(restoration.statement().bytes())));
      RestoredProof.Found found = prove(restoration, trial.folder(), later, report);
      Path kept =
          found.held() ? target : target.resolveSibling(target.getFileName() + ".not-proved");
      trial.keep(kept);
      return tell(found, restoration, kept, report);
    }
  }

  private RestoredProof.Found prove(
      Restoration restoration, Path trial, Optional<Checkpoint> later, Report report) {
    try (Ground ground = Ground.asItIs(DataDirectory.open(trial), RECOVERY_SECONDS)) {
      try (StandaloneLedger ledger = StandaloneLedger.of(ground)) {
        RestoredProof.Found found = RestoredProof.prove(ground, ledger, restoration, later);
        report.findings(found.findings());
        if (found.held()) {
          enter(ledger, restoration.statement(), found.missing());
          if (goesOnAnew(found)) {
            ledger.beginAnew();
          }
        }
        return found;
      }
    }
  }

  private boolean goesOnAnew(RestoredProof.Found found) {
    return newLedger || found.missing() > 0;
  }

  private void enter(StandaloneLedger ledger, Statement statement, long missing) {
    ledger.append(
        Entry.ofInstallation(
                Act.ALTERATION,
                "restore",
                "restored at the machine from the backup %s, ended %s; %s; by the account %s"
                    .formatted(
                        statement.name(),
                        statement.ended(),
                        missing == 0
                            ? "no later checkpoint was known"
                            : missing + " later entries are missing",
                        System.getProperty("user.name", "unknown")))
            .touching(
                "backup " + statement.name(), "manifest sha256:" + statement.manifest().sha256()),
        administrator);
  }

  private int tell(RestoredProof.Found found, Restoration restoration, Path kept, Report report) {
    boolean isComplete = found.held() && found.missing() == 0;
    Map<String, Object> outcome = new LinkedHashMap<>();
    outcome.put("restored", kept.toString());
    outcome.put("proved", found.held());
    outcome.put("entries", found.entries());
    outcome.put("missing_entries", found.missing());
    outcome.put("new_ledger", found.held() && goesOnAnew(found));
    report.outcome(outcome);
    if (!found.held()) {
      report.line(
          "NOT proved whole: what was restored lies in " + kept + " for whoever looks into it.");
      return FOUND_WRONG;
    }
    words(found, restoration, report);
    report.line("Restored and proved: " + kept);
    report.line(
        "Next: name the passphrase's file in CORDON_PASSPHRASE_FILE, then ./cordon serve --data "
            + kept);
    return isComplete ? 0 : FOUND_WRONG;
  }

  private void words(RestoredProof.Found found, Restoration restoration, Report report) {
    report.line(
        "It holds %,d entries, up to the backup's end at %s. What came later is not in it: everybody signs in anew,"
                .formatted(found.entries(), restoration.statement().ended())
            + " and a receipt that names place %,d or later is of a hand-in to be made again."
                .formatted(found.entries()));
    if (found.missing() > 0) {
      report.line(
          "MISSING: the checkpoint covers %,d entries more, places %,d to %,d. Ask whoever acted after the backup."
              .formatted(found.missing(), found.entries(), found.entries() + found.missing() - 1));
    }
    if (goesOnAnew(found)) {
      report.line(
          "The ledger goes on under a new name at the next start; what it was before lies in"
              + " ledger-before. Hand its new key to the witnesses and to whoever verifies.");
    } else {
      report.line(
          "If any checkpoint over more entries was published or cosigned, do not start this: restore"
              + " again with --checkpoint FILE or --new-ledger, or the ledger contradicts itself.");
    }
  }

  private static void requireEmpty(Path target) {
    try {
      if (Files.exists(target)) {
        try (Stream<Path> found = Files.list(target)) {
          if (found.findAny().isPresent()) {
            throw new CordonException(
                target + " is not empty. Choose a new directory with --data.");
          }
        }
      }
    } catch (IOException refused) {
      throw new CordonException(
          target + " is no directory one can restore to. Choose another with --data.", refused);
    }
  }

  private PrintWriter out() {
    return specification.commandLine().getOut();
  }
}
