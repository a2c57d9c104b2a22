package dev.cordon.linkage.command;

import dev.cordon.linkage.DuckDbEngine;
import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.chart.Waterfall;
import dev.cordon.linkage.group.Apart;
import dev.cordon.linkage.link.Explanation;
import dev.cordon.linkage.link.Stages;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.model.ModelWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code link}: finds records of one person in tables that are no operation's. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = {
      "Finds the records of one person, or of one thing, in CSV files.",
      "MODEL is a YAML file, or the name of a ready model: persons, publications.",
      "A model without parameters is trained on the data first; --trained keeps what it learned."
    })
public final class LinkCommand implements Callable<Integer> {

  private static final int BAD_INPUT = 2;
  private static final int OUR_FAULT = 3;

  @Parameters(
      arity = "1..*",
      paramLabel = "MODEL DATA.csv",
      description = "a model, then the files (with --propose: the files only)")
  private List<String> arguments = new ArrayList<>();

  @Option(names = "--out", paramLabel = "FILE", description = "where the clusters go (CSV)")
  private @Nullable Path out;

  @Option(names = "--pairs", paramLabel = "FILE", description = "where the proposed pairs go (CSV)")
  private @Nullable Path pairs;

  @Option(names = "--trained", paramLabel = "FILE", description = "where the trained model goes")
  private @Nullable Path trained;

  @Option(names = "--charts", paramLabel = "DIR", description = "writes charts as SVG and JSON")
  private @Nullable Path charts;

  @Option(
      names = "--explain",
      arity = "2",
      paramLabel = "A B",
      description = "prints why two records weigh what they weigh; with --charts draws it")
  private List<String> explain = new ArrayList<>();

  @Option(names = "--propose", description = "drafts a model from the data; --out takes it")
  private boolean propose;

  @Option(names = "--across", description = "links records of different files only")
  private boolean across;

  @Option(
      names = "--apart",
      paramLabel = "FILE",
      description = "pairs known to be two persons: a CSV with the columns a and b, ids")
  private @Nullable Path apart;

  @Option(
      names = "--previous",
      paramLabel = "FILE",
      description = "clusters of an earlier run, whose names go on")
  private @Nullable Path previous;

  @Option(
      names = "--add",
      description =
          "with --previous and a trained model: looks only at the neighbourhood of new records")
  private boolean add;

  @Option(names = "--id", paramLabel = "COLUMN", description = "the column that names a record")
  private @Nullable String id;

  @Option(names = "--truth", paramLabel = "COLUMN", description = "labels: prints how good it is")
  private @Nullable String truth;

  @Option(names = "--charset", defaultValue = "UTF-8", description = "of the data (UTF-8)")
  private Charset charset = StandardCharsets.UTF_8;

  @Option(names = "--memory", defaultValue = "3000", description = "megabytes the engine may use")
  private int memoryMegabytes = 3000;

  @Option(names = "--threads", defaultValue = "2", description = "threads of the engine (2)")
  private int threads = 2;

  @Option(names = "--quiet", description = "prints failures only")
  private boolean quiet;

  @Spec private CommandSpec specification = CommandSpec.create();

  /** Entry of the launcher: exits 0 when done, 2 on bad input or usage, 3 on our fault. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command, ready to run. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new LinkCommand());
    line.setExecutionExceptionHandler((failure, command, parsed) -> {
      boolean input = failure instanceof LinkageException;
      command
          .getErr()
          .println("cordon link: " + (input ? failure.getMessage() : "our fault: " + failure));
      return input ? BAD_INPUT : OUR_FAULT;
    });
    return line;
  }

  @Override
  public Integer call() throws IOException {
    if (propose) {
      return draft();
    }
    if (arguments.size() < 2) {
      throw new LinkageException("a model and at least one CSV file are needed");
    }
    LinkageModel model = ReadyModels.read(arguments.getFirst());
    List<Table> tables = tables(arguments.subList(1, arguments.size()));
    if (across && tables.size() < 2) {
      throw new LinkageException("--across needs two files at least");
    }
    Path spill = Files.createTempDirectory("cordon-link");
    try (DuckDbEngine engine = DuckDbEngine.spilling(memoryMegabytes, threads, spill)) {
      link(engine, model, tables);
    } finally {
      Folders.delete(spill);
    }
    return 0;
  }

  private void link(DuckDbEngine engine, LinkageModel model, List<Table> tables)
      throws IOException {
    Stages stages = new Stages(stage -> say("%8.2f s  %s", stage.seconds(), stage.name()));
    Job job = new Job(tables, stages);
    String idColumn = id == null ? Results.idColumn(tables) : id;
    KnownApart pairsApart = apart == null ? null : KnownApart.read(apart, charset, job);
    Apart known = pairsApart == null ? Apart.NONE : pairsApart;
    Earlier earlier = previous == null ? null : Earlier.read(previous);
    if (add && earlier == null) {
      throw new LinkageException("--add needs the earlier clusters: give them with --previous");
    }
    Job.Done done = job.run(engine, model, across, idColumn, truth, known, add ? earlier : null);
    Results results = new Results(job, done);
    if (out != null) {
      results.clusters(out, earlier);
    }
    if (pairs != null) {
      results.pairs(pairs);
    }
    if (trained != null) {
      Files.writeString(trained, ModelWriter.write(done.compared().model()));
    }
    if (charts != null) {
      results.charts(charts, across, truth != null);
    }
    report(job, done, stages);
    if (pairsApart != null) {
      pairsApart.unknown().ifPresent(unknown -> say("note: %s", unknown));
    }
    if (explain.size() == 2) {
      explain(engine, job, done);
    }
    if (truth != null) {
      results.accuracy(across).forEach(line -> say("%s", line));
    }
  }

  private void explain(DuckDbEngine engine, Job job, Job.Done done) throws IOException {
    int a = job.record(explain.get(0));
    int b = job.record(explain.get(1));
    Explanation found = Explanation.of(engine, done.linkage(), done.compared().model(), a, b);
    for (Explanation.Part part : found.parts()) {
      say("%+8.2f  %s: %s", part.bits(), part.what(), part.level());
    }
    say("%+8.2f  all together", found.total());
    if (charts != null) {
      String title = "Why " + explain.get(0) + " and " + explain.get(1);
      Files.writeString(charts.resolve("waterfall.svg"), new Waterfall(title, found).svg());
      Files.writeString(
          charts.resolve("waterfall.json"),
          JsonMapper.builder().build().writeValueAsString(found) + "\n");
    }
  }

  private int draft() throws IOException {
    String yaml = Draft.of(tables(arguments));
    if (out == null) {
      specification.commandLine().getOut().print(yaml);
      specification.commandLine().getOut().flush();
    } else {
      Files.writeString(out, yaml);
    }
    return 0;
  }

  private List<Table> tables(List<String> files) {
    return files.stream().map(file -> Table.open(Path.of(file), charset)).toList();
  }

  private void report(Job job, Job.Done done, Stages stages) {
    job.notes().forEach(note -> say("note: %s", note));
    done.compared().blocks().rules().forEach(rule -> say("block %s", rule.told()));
    long clusters = Arrays.stream(done.clusters()).distinct().count();
    say(
        "%,d records, %,d pairs compared, %,d kept, %,d clusters; %,d components taken apart,"
            + " %,d joins refused by a guard, %,d bridges cut",
        done.clusters().length,
        done.compared().candidates(),
        done.compared().pairs().size(),
        clusters,
        done.takenApart(),
        done.refused(),
        done.cuts());
    double total = stages.done().stream().mapToDouble(Stages.Stage::seconds).sum();
    say("%8.2f s  all", total);
  }

  private void say(String format, Object... values) {
    if (!quiet) {
      PrintWriter err = specification.commandLine().getErr();
      err.printf(Locale.ROOT, format + "%n", values);
      err.flush();
    }
  }
}
