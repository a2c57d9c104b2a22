package dev.cordon.keys;

import dev.cordon.CordonCommand;
import dev.cordon.ground.DataDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the keys of a data directory, or wraps them under another operator's key. */
@Command(
    name = "keys",
    description =
        "Lists the operations' keys, or wraps them all under a new passphrase or a security module."
            + " The server must be stopped. Passphrases come from the files named in"
            + " CORDON_PASSPHRASE_FILE and CORDON_NEW_PASSPHRASE_FILE, or from the terminal.",
    mixinStandardHelpOptions = true)
public final class KeysCommand implements CordonCommand {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the data directory (default: ${DEFAULT-VALUE})",
      defaultValue = "${sys:user.home}/.cordon/data")
  private Path data = Path.of(System.getProperty("user.home"), ".cordon", "data");

  @Option(names = "--rewrap", description = "wrap all keys under a new passphrase")
  private boolean rewrap;

  @Option(
      names = "--pkcs11",
      paramLabel = "FILE",
      description =
          "wrap all keys under a key of a security module; FILE names library, slot, pin-file and"
              + " perhaps label")
  private @Nullable Path pkcs11;

  @Spec private CommandSpec specification = CommandSpec.create();

  @Override
  public Integer call() {
    try (DataDirectory directory = DataDirectory.open(data)) {
      Passphrases passphrases =
          new Passphrases(System.getenv(), directory.secrets(), System.console());
      try (OperationKeys keys = OperationKeys.open(directory.secrets(), passphrases)) {
        change(keys, passphrases);
        list(keys);
      }
      return 0;
    }
  }

  private void change(OperationKeys keys, Passphrases passphrases) {
    Path module = pkcs11;
    if (module != null) {
      keys.rewrap(module);
    } else if (rewrap) {
      try (Passphrase next = passphrases.next()) {
        keys.rewrap(next);
      }
    } else {
      return;
    }
    out().println("All keys are wrapped anew. The former passphrase or token opens only copies.");
    passphrases
        .generated()
        .ifPresent(file -> out().println("Delete " + file + ": it opens nothing here any more."));
  }

  private void list(OperationKeys keys) {
    out().println("Wrapped by " + keys.operatorName());
    keys.list()
        .forEach(key ->
            out()
                .println(
                    key.operation() + "  version " + key.version() + "  made " + key.madeAt()));
  }

  private PrintWriter out() {
    return specification.commandLine().getOut();
  }
}
