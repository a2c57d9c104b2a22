package dev.cordon.hashing.lists;

import dev.cordon.formats.lists.HashKind;
import dev.cordon.hashing.Commands;
import dev.cordon.hashing.JsonLine;
import dev.cordon.hashing.Progress;
import dev.cordon.hashing.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code lists}: hash lists in a folder, for {@code triage --lists}. */
@Command(
    name = "lists",
    mixinStandardHelpOptions = true,
    description = "Keeps lists of hashes of known files in a folder, sorted, for triage --lists.",
    subcommands = {ListsCommand.Add.class, ListsCommand.Show.class, ListsCommand.Check.class})
public final class ListsCommand implements Callable<Integer> {

  @Spec private CommandSpec specification = CommandSpec.create();

  /** Runs the command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return Commands.of(new ListsCommand(), "lists");
  }

  @Override
  public Integer call() {
    return Commands.refuse(
        specification.commandLine(), "lists", "say add, show or check; --help explains them");
  }

  /** Adds a list, or a delta to one. */
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description =
          "Adds a list: VICS JSON (CAID among it; give all files of a split set at once), NSRL RDS 3"
              + " (SQLite, or a delta's SQL with --update), tables with a head (ICSE, HashKeeper, own"
              + " ones), JSON lines of exchanges, lines of hashes; gzip is unpacked while read. A list"
              + " of the same name is replaced as a whole, or not at all.")
  static final class Add implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "the list's files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--as", paramLabel = "NAME", required = true, description = "the list's name")
    private String name = "";

    @Option(
        names = "--out",
        paramLabel = "DIR",
        required = true,
        description = "where lists are kept")
    private Path out = Path.of("");

    @Option(names = "--source", paramLabel = "TEXT", defaultValue = "", description = "who made it")
    private String source = "";

    @Option(
        names = "--licence",
        paramLabel = "TEXT",
        defaultValue = "",
        description = "its licence")
    private String licence = "";

    @Option(
        names = "--handling",
        paramLabel = "TEXT",
        defaultValue = "",
        description = "its handling code and terms, as H2")
    private String handling = "";

    @Option(
        names = "--list-version",
        paramLabel = "TEXT",
        defaultValue = "",
        description = "the list's version")
    private String version = "";

    @Option(
        names = "--profile",
        paramLabel = "PROFILE",
        defaultValue = "",
        description =
            "the national profile of its categories where its files name none; 'none' leaves the"
                + " categories out")
    private String profile = "";

    @Option(
        names = "--kind",
        paramLabel = "KIND",
        defaultValue = "",
        description = "md5, sha1, sha256 or pdq: what hashes are whose kind nothing tells")
    private String kind = "";

    @Option(
        names = "--radius",
        paramLabel = "BITS",
        defaultValue = "31",
        description = "in how many bits a PDQ hash may differ, 0 to 31 (default: 31)")
    private int radius = ListTerms.LARGEST_RADIUS;

    @Option(
        names = "--update",
        description = "add to the list of that name instead of taking its place")
    private boolean isUpdate;

    @Option(
        names = "--take-cut",
        description = "take files that break off as far as they can be read")
    private boolean takesCut;

    @Spec private CommandSpec specification = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
      CommandLine line = specification.commandLine();
      Optional<HashKind> assumed = HashKind.named(kind);
      if (!kind.isEmpty() && assumed.isEmpty()) {
        return Commands.refuse(line, "lists", "--kind is md5, sha1, sha256 or pdq");
      }
      if (!name.matches("[A-Za-z0-9][A-Za-z0-9._ -]{0,79}")) {
        return Commands.refuse(
            line, "lists", "--as is a name of letters, digits, dots, blanks and hyphens, up to 80");
      }
      if (radius < 0 || radius > ListTerms.LARGEST_RADIUS) {
        return Commands.refuse(line, "lists", "--radius is 0 to 31, not " + radius);
      }
      for (Path file : files) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
          return Commands.refuse(
              line, "lists", SafeText.plain(file.toString()) + " is not a file that can be read");
        }
      }
      ListTerms terms = new ListTerms(name, source, licence, handling, version, radius);
      ListRequest request =
          new ListRequest(terms, profile, assumed.orElse(null), isUpdate, takesCut);
      ListPart part = request.addTo(out, files, new Progress(line.getErr(), "rows"));
      line.getOut().println(said(part));
      line.getOut().flush();
      if (part.broken() > 0) {
        line.getErr()
            .println(
                "cordon lists: %d rows are in quarantine, each with its place and reason, in the"
                        .formatted(part.broken())
                    + " part's quarantine.jsonl");
      }
      return part.broken() == 0 ? Commands.DONE : Commands.FOUND_WRONG;
    }
  }

  /** Says what lists there are. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Says which lists are in force: source, licence, handling, version, counts.")
  static final class Show implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "where lists are kept")
    private Path folder = Path.of("");

    @Option(names = "--json", description = "one JSON object a part")
    private boolean json;

    @Spec private CommandSpec specification = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
      CommandLine line = specification.commandLine();
      try (ListStore store = ListStore.open(folder)) {
        for (ListPart part : store.parts()) {
          line.getOut().println(json ? ListStore.MAPPER.writeValueAsString(part) : said(part));
        }
      }
      line.getOut().flush();
      return Commands.DONE;
    }
  }

  /** Compares each stored byte with its checksum. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Compares everything that is stored with its checksums.")
  static final class Check implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "where lists are kept")
    private Path folder = Path.of("");

    @Spec private CommandSpec specification = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
      CommandLine line = specification.commandLine();
      List<String> wrong = ListStore.check(folder);
      wrong.forEach(line.getErr()::println);
      line.getOut().println(wrong.isEmpty() ? "everything is as it was stored" : "damaged");
      line.getOut().flush();
      return wrong.isEmpty() ? Commands.DONE : Commands.FOUND_WRONG;
    }
  }

  private static String said(ListPart part) {
    JsonLine hashes = new JsonLine();
    part.hashes().forEach(hashes::number);
    part.vendorHashes().forEach((name, count) -> hashes.number(SafeText.plain(name), count));
    return "%s%s%s: %,d rows, %,d in quarantine, hashes %s%s%s%s"
        .formatted(
            SafeText.plain(part.terms().name()),
            part.terms().version().isEmpty() ? "" : " " + SafeText.plain(part.terms().version()),
            part.isUpdate() ? " (update)" : "",
            part.rows(),
            part.broken(),
            hashes,
            said(", source ", part.terms().source()),
            said(", licence ", part.terms().licence()),
            said(", handling ", part.terms().handling()));
  }

  private static String said(String what, String value) {
    return value.isEmpty() ? "" : what + SafeText.plain(value);
  }
}
