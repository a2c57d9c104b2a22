package dev.cordon.law;

import dev.cordon.CordonCommand;
import dev.cordon.CordonException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks files of the law catalogue before they are put into service. */
@Command(
    name = "law",
    description = "Works on files of the law catalogue, without a server.",
    mixinStandardHelpOptions = true,
    subcommands = LawCommand.Check.class)
public final class LawCommand implements CordonCommand {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getErr());
    }
    return 2;
  }

  /** Checks a directory of own files together with those that come with Cordon. */
  @Command(
      name = "check",
      description = {
        "Checks a directory of catalogue files, together with those that come with Cordon:",
        "unknown keys and words, dates, overlaps, sources, jurisdictions. One line for each file",
        "that is wrong, with file, line and field; 0 when nothing is, 1 when something is."
      },
      mixinStandardHelpOptions = true)
  public static final class Check implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "the directory with files as DK.yaml")
    private Path directory = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      if (!Files.isDirectory(directory)) {
        throw new CordonException(directory + " is no directory; name the one with the files.");
      }
      PrintWriter out = spec.commandLine().getOut();
      CatalogueFiles files = CatalogueFiles.shipped(Jurisdictions.shipped()).with(directory);
      List<String> problems = files.problems();
      problems.forEach(out::println);
      if (problems.isEmpty()) {
        LawCatalogue catalogue = files.catalogue();
        out.println(
            "in order: "
                + catalogue.files().size()
                + " files, "
                + catalogue.files().stream().filter(JurisdictionLaw::researched).count()
                + " of them researched; version "
                + catalogue.version());
      }
      out.flush();
      return problems.isEmpty() ? 0 : 1;
    }
  }
}
