package dev.cordon.backup;

import dev.cordon.CordonCommand;
import dev.cordon.CordonException;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.Ground;
import dev.cordon.keys.OperationKeys;
import dev.cordon.keys.Passphrases;
import dev.cordon.ledger.StandaloneLedger;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Backs a data directory up, while its server runs or when it is stopped. */
@Command(
    name = "backup",
    description =
        "Backs up a data directory: database, vault, ledger, secrets; the server may go on. What is"
            + " written is sealed under the operator's key: without the passphrase or the token"
            + " nobody reads it, you neither. A second backup to the same folder adds only what is"
            + " new. The passphrase comes from the file named in CORDON_PASSPHRASE_FILE, or from the"
            + " terminal.",
    mixinStandardHelpOptions = true)
public final class BackupCommand implements CordonCommand {

  private static final int START_SECONDS = 600;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "the folder of backups, best on another medium; made when it is not there")
  private Path to = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the data directory (default: ${DEFAULT-VALUE})",
      defaultValue = "${sys:user.home}/.cordon/data")
  private Path data = Path.of(System.getProperty("user.home"), ".cordon", "data");

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "afterwards remove all but the last N backups of the folder (default: none)")
  private @Nullable Integer keep;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description =
          "the administrator under whose name the ledger's entry is written (default: the first)")
  private String administrator = "";

  @Option(names = "--json", description = "one JSON object instead of lines")
  private boolean json;

  @Spec private CommandSpec specification = CommandSpec.create();

  private final Map<String, String> environment;

  /** With this process's environment. */
  public BackupCommand() {
    this(System.getenv());
  }

  BackupCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (keep != null && keep < 1) {
      throw new CordonException("--keep takes 1 or more, not " + keep + ".");
    }
    requireOutside();
    DataDirectory directory = DataDirectory.openOrBeside(data);
    try {
      Passphrases passphrases = new Passphrases(environment, directory.secrets(), System.console());
      try (OperationKeys keys = keys(directory, passphrases);
          Ground ground =
              directory.isOurs()
                  ? Ground.asItIs(directory, START_SECONDS)
                  : Ground.beside(directory);
          BackupPlace place = BackupPlace.write(to, ledgerName(ground))) {
        Progress progress = new Progress(out(), json);
        progress.line("Backing up " + directory.root() + " to " + place.root());
        BackupRun.Made made = new BackupRun(ground, place, keys, administrator, progress).run();
        Pruning.Removed removed =
            keep == null
                ? Pruning.NOTHING
                : new Pruning(place, BackupKeys.of(keys.backups()), ground, administrator)
                    .keep(keep);
        tell(made, removed, passphrases);
        return 0;
      }
    } finally {
      directory.close();
    }
  }

  private static OperationKeys keys(DataDirectory directory, Passphrases passphrases) {
    if (Files.notExists(directory.database().resolve("PG_VERSION"))) {
      throw new CordonException(
          "the database is not in "
              + directory.root()
              + ". A server of your own is backed up with its own means, together with this"
              + " directory while Cordon is stopped.");
    }
    if (Files.notExists(directory.secrets().resolve(OperationKeys.FILE))) {
      throw new CordonException(
          directory.root() + " has no keys yet: start the server there once, then try again.");
    }
    OperationKeys keys = OperationKeys.open(directory.secrets(), passphrases);
    if (!keys.hasBackups()) {
      if (!directory.isOurs()) {
        keys.close();
        throw new CordonException(
            "the server in "
                + directory.root()
                + " is of a release without backups. Stop it, or start the present one, then try"
                + " again.");
      }
      keys.prepareBackups();
    }
    return keys;
  }

  private static String ledgerName(Ground ground) {
    try (StandaloneLedger ledger = StandaloneLedger.of(ground)) {
      return ledger.key().name();
    }
  }

  private void requireOutside() {
    Path root = data.toAbsolutePath().normalize();
    Path target = to.toAbsolutePath().normalize();
    if (target.startsWith(root) || root.startsWith(target)) {
      throw new CordonException(
          "--to "
              + target
              + " and the data directory "
              + root
              + " lie in each other. Choose"
              + " another folder, best on another medium.");
    }
  }

  private void tell(BackupRun.Made made, Pruning.Removed removed, Passphrases passphrases) {
    Statement statement = made.statement();
    if (json) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("backup", made.folder().toString());
      told.put("files", statement.files());
      told.put("bytes", statement.bytes());
      told.put("added_files", made.addedFiles());
      told.put("added_bytes", made.addedBytes());
      told.put("ledger_entries", statement.last().size());
      told.put("manifest_sha256", statement.manifest().sha256());
      told.put("removed_backups", removed.backups());
      told.put("removed_bytes", removed.bytes());
      out().println(JsonMapper.shared().writeValueAsString(told));
      out().flush();
      return;
    }
    out()
        .println(
            "Backed up %,d files, %s; new were %,d files, %s. The ledger stood at %,d entries."
                .formatted(
                    statement.files(),
                    Progress.size(statement.bytes()),
                    made.addedFiles(),
                    Progress.size(made.addedBytes()),
                    statement.last().size()));
    if (removed.backups() > 0) {
      out()
          .println(
              "Removed %d earlier backups, %s."
                  .formatted(removed.backups(), Progress.size(removed.bytes())));
    }
    passphrases
        .generated()
        .ifPresent(file ->
            out()
                .println(
                    "CAUTION: the passphrase lies in "
                        + file
                        + " and is NOT in the backup. Without it the backup can not be read: keep a"
                        + " copy of it elsewhere, apart from the backups."));
    out().println("The backup stands: " + made.folder());
    out().println("Try it out: ./cordon drill " + made.folder());
    out().flush();
  }

  private PrintWriter out() {
    return specification.commandLine().getOut();
  }
}
