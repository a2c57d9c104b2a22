package dev.cordon.ledger;

import dev.cordon.CordonCommand;
import dev.cordon.CordonException;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.DatabaseAddress;
import dev.cordon.ground.Ground;
import dev.cordon.kernel.KernelException;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.ledger.internal.OpeningLinks;
import dev.cordon.ledger.internal.WholeLedger;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Verifies a data directory's ledger with every link to its database; the server must be stopped.
 */
@Command(
    name = "verify",
    description =
        "Verifies the ledger of a data directory and every link between it and the database: each"
            + " entry's bytes and columns, each checkpoint, and what opens each entry. The server"
            + " must be stopped.",
    mixinStandardHelpOptions = true)
public final class VerifyDatabaseCommand implements CordonCommand {

  private static final int FOUND_WRONG = 1;

  @Parameters(index = "0", paramLabel = "DIR", description = "the data directory")
  private Path data = Path.of("");

  @Option(names = "--database", required = true, description = "with the database")
  private boolean database;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "a PostgreSQL server of your own (default: the one in DIR)")
  private @Nullable String url;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "the ledger's key (default: beside it)")
  private @Nullable String key;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  @Spec private CommandSpec specification = CommandSpec.create();

  @Override
  public Integer call() {
    if (!Files.isDirectory(data.resolve("ledger"))) {
      throw new CordonException(data + " is no data directory: there is no folder 'ledger' in it.");
    }
    DataDirectory directory = DataDirectory.open(data);
    String own = url;
    try (Ground ground =
        own == null
            ? Ground.embedded(directory)
            : Ground.external(directory, own, System.getenv())) {
      return report(findings(ground));
    }
  }

  private List<WholeLedger.Finding> findings(Ground ground) {
    DatabaseAddress address = ground.address();
    SingleConnectionDataSource source =
        new SingleConnectionDataSource(
            address.url(), DatabaseAddress.OWNER, address.ownerPassword(), true);
    try {
      JdbcClient owner = JdbcClient.create(source);
      List<WholeLedger.Finding> findings =
          new ArrayList<>(WholeLedger.verify(ground.directory().ledger(), key(ground), owner));
      if (findings.getLast().held()) {
        findings.add(OpeningLinks.verify(source));
      }
      return findings;
    } finally {
      source.destroy();
    }
  }

  private NoteKey key(Ground ground) {
    String given = key;
    Path beside = ground.directory().ledger().resolve("key");
    try {
      return NoteKey.parse(given == null ? Files.readString(beside) : given);
    } catch (IOException | KernelException unreadable) {
      throw new CordonException(
          "the ledger's key can not be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private int report(List<WholeLedger.Finding> findings) {
    PrintWriter out = specification.commandLine().getOut();
    for (WholeLedger.Finding finding : findings) {
      out.println(json ? finding.json() : finding.line());
    }
    boolean held = findings.stream().allMatch(WholeLedger.Finding::held);
    if (!json) {
      out.println(held ? "verified: every check held" : "NOT verified");
    }
    out.flush();
    return held ? 0 : FOUND_WRONG;
  }
}
