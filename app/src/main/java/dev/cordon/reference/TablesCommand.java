package dev.cordon.reference;

import dev.cordon.CordonCommand;
import dev.cordon.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes one checked, dated table of addresses from files brought along; asks no network. */
@Command(
    name = "tables",
    description =
        "Makes a table of addresses from files: exports of the location database, ranges of one's"
            + " own, lists of networks, lists of Tor exits. Take the result in as a source of an"
            + " operation and name it in its facts; it stays sealed there with its digest.",
    mixinStandardHelpOptions = true)
public final class TablesCommand implements CordonCommand {

  /** How a file is written. */
  enum Form {
    /** range_start,range_end,country[,kind,valid_from,valid_until], or first,last,country. */
    RANGES,
    /** One network a line: 192.0.2.0/24. */
    NETWORKS,
    /** Tor's exit lists: ExitAddress lines with the time each was seen. */
    TOR_EXITS
  }

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "the files, read in this order")
  private List<Path> files = List.of();

  @Option(names = "--out", required = true, description = "the table to write")
  private Path out = Path.of("addresses.csv");

  @Option(
      names = "--form",
      defaultValue = "RANGES",
      description = "how the files are written: ${COMPLETION-CANDIDATES}")
  private Form form = Form.RANGES;

  @Option(names = "--kind", defaultValue = "", description = "kind of connection of every range")
  private String kind = "";

  @Option(names = "--country", defaultValue = "ZZ", description = "country of networks in a list")
  private String country = "ZZ";

  @Option(
      names = "--unknown-codes-are-none",
      description =
          "a code that is no country's stands for none (ZZ) and is counted; without this it is"
              + " refused by line")
  private boolean lenient;

  @Option(
      names = "--table-version",
      required = true,
      description = "what its makers call this state, a date as a rule")
  private String version = "";

  @Option(names = "--licence", defaultValue = "", description = "under which licence it came")
  private String licence = "";

  @Option(names = "--valid-from", description = "first day the ranges hold (2026-06-25)")
  private @Nullable LocalDate from;

  @Option(names = "--valid-until", description = "last day the ranges hold")
  private @Nullable LocalDate until;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    try {
      TableLines lines = new TableLines(kind, CountryCodes.read(country), from, until, lenient);
      List<String> rows = new ArrayList<>();
      for (Path file : files) {
        lines.read(file, form, rows::add);
      }
      Path draft = out.resolveSibling(out.getFileName() + ".new");
      Files.writeString(draft, head() + String.join("\n", rows) + "\n");
      TableVersion made = AddressTable.read(draft).version();
      Files.move(draft, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      say(out + ": " + made.rows() + " ranges, version " + made.version());
      say("sha256 " + made.sha256());
      if (lines.unknownCodes() > 0) {
        say(lines.unknownCodes() + " ranges with a code that is no country's stand for none");
      }
      return 0;
    } catch (IllegalArgumentException | IOException wrong) {
      throw new RefusedException("no table was made: " + wrong.getMessage());
    }
  }

  private String head() {
    return "# version: "
        + version
        + (licence.isEmpty() ? "" : "\n# licence: " + licence)
        + "\nrange_start,range_end,country,kind,valid_from,valid_until\n";
  }

  private void say(String line) {
    if (spec != null) {
      spec.commandLine().getOut().println(line);
      spec.commandLine().getOut().flush();
    }
  }
}
