package dev.cordon.run;

import dev.cordon.CordonCommand;
import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.Balance;
import dev.cordon.intake.Intake;
import dev.cordon.intake.IntakeException;
import dev.cordon.intake.IntakeOutcome;
import dev.cordon.intake.OperationFacts;
import dev.cordon.intake.RecordPermission;
import dev.cordon.intake.SealedRecords;
import dev.cordon.intake.SourceReport;
import dev.cordon.intake.Vault;
import dev.cordon.intake.VaultKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Takes in a folder of files and proposes clusters and countries; nobody confirms anything here.
 */
@Command(
    name = "run",
    description = "Recognises, takes in and links a folder of seized or returned files.",
    mixinStandardHelpOptions = true)
public final class RunCommand implements CordonCommand {

  private static final int DONE = 0;
  private static final int FOUND_WRONG = 1;
  private static final int BAD_INPUT = 2;

  @Parameters(paramLabel = "FOLDER", description = "the folder of files as seized")
  private Path folder = Path.of(".");

  @Option(names = "--facts", description = "what the investigators know (YAML)")
  private @Nullable Path factsFile;

  @Option(
      names = "--profiles",
      description = "own profiles that win over the shipped ones: a file, or a folder of *.yaml")
  private @Nullable Path profilesPlace;

  @Option(names = "--out", description = "where the results go (default: FOLDER-out here)")
  private @Nullable Path out;

  @Option(
      names = "--unpack-ratio",
      description = "how many times its size a packed file may unfold (default: ${DEFAULT-VALUE})",
      defaultValue = "400")
  private int unpackRatio = PackedLimits.STANDARD.ratio();

  @Option(
      names = "--unpack-bytes",
      description = "how many bytes a packed file may unfold to (default: ${DEFAULT-VALUE})",
      defaultValue = "4398046511104")
  private long unpackBytes = PackedLimits.STANDARD.totalBytes();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      error(folder + " is no folder; name the folder the files lie in");
      return BAD_INPUT;
    }
    OperationFacts facts = facts();
    Profiles profiles = OwnProfiles.read(profilesPlace);
    Path target =
        out == null ? Path.of(folder.toAbsolutePath().normalize().getFileName() + "-out") : out;
    Files.createDirectories(target);
    Path work = target.resolve(".work-" + UUID.randomUUID());
    try {
      return run(facts, profiles, target, work);
    } catch (IOException | UncheckedIOException failure) {
      throw RunFiles.explained(failure, target);
    } finally {
      RunFiles.deleteAll(work);
    }
  }

  private int run(OperationFacts facts, Profiles profiles, Path target, Path work)
      throws IOException {
    RunFiles.deleteLeftovers(target);
    // The key lives in memory only: what a killed run leaves cannot be read by anybody.
    VaultKey key = VaultKey.random();
    Vault vault = Vault.open(work, key);
    List<SourceReport> sources = new ArrayList<>();
    List<String> defects = new ArrayList<>();
    PackedLimits limits =
        new PackedLimits(
            unpackRatio,
            PackedLimits.STANDARD.ratioFromBytes(),
            unpackBytes,
            PackedLimits.STANDARD.layers());
    try (Intake intake = new Intake(vault, facts, profiles, limits, false)) {
      for (Path file : files(target)) {
        takeIn(intake, file, sources, defects);
      }
    }
    missing(facts, sources, defects);
    links(defects);
    if (sources.isEmpty()) {
      error("nothing in " + folder + " was recognised; " + target + " is left as it was");
      return FOUND_WRONG;
    }
    RunFiles.writeBalance(target.resolve("balance.json"), sources);
    SealedRecords.Limits all = SealedRecords.Limits.ofAllRecords();
    try (SealedRecords records =
        SealedRecords.open(vault.records(), key, RecordPermission.LOCAL, all)) {
      QuarantineFile.write(target.resolve("quarantine.csv"), records, sources);
      Proposals.write(records, facts, folder, target);
    }
    print("done: results are in " + target.toAbsolutePath().normalize());
    return defects.isEmpty() ? DONE : FOUND_WRONG;
  }

  private void takeIn(Intake intake, Path file, List<SourceReport> sources, List<String> defects)
      throws IOException {
    String name = folder.relativize(file).toString();
    try (Progress progress = new Progress(err(), name, 2 * Files.size(file))) {
      IntakeOutcome outcome = intake.take(file, name, progress::advance);
      progress.clear();
      switch (outcome) {
        case IntakeOutcome.Taken taken -> {
          sources.add(taken.report());
          print(summary(taken.report()));
          reasons(taken.report());
          taken.report().notes().forEach(this::error);
          if (taken.report().isDamaged()) {
            defects.add(name);
          }
        }
        case IntakeOutcome.SameBytes same ->
            print(name + ": holds the same bytes as " + same.report().name() + ", one source");
        case IntakeOutcome.HoldsMedia media ->
            throw new IllegalStateException(media.name() + " was never taken in before");
        case IntakeOutcome.NotTaken refused -> {
          error(name + " " + refused.reason());
          if (refused.isDefect()) {
            defects.add(name);
          }
        }
      }
    }
  }

  /** What the facts name and the folder lacks; a member of an archive has no file of its own. */
  private void missing(OperationFacts facts, List<SourceReport> sources, List<String> defects) {
    boolean hasArchives = sources.stream().anyMatch(SourceReport::isArchive);
    List<String> expected = new ArrayList<>(facts.sources().keySet());
    expected.addAll(facts.referenceFiles());
    for (String name : expected) {
      int member = name.indexOf("/#");
      if (Files.exists(folder.resolve(member < 0 ? name : name.substring(0, member)))) {
        continue;
      }
      if (hasArchives) {
        error(
            name
                + " is named in the facts; unless a member of an archive is called so, it is missing");
      } else {
        error(name + " is named in the facts but is not in " + folder);
        defects.add(name);
      }
    }
  }

  /** The commonest first. */
  private void reasons(SourceReport report) {
    report.reasons().entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(reason -> print("  " + reason.getValue() + " quarantined: " + reason.getKey()));
  }

  private static String summary(SourceReport report) {
    long rows = report.balances().stream().mapToLong(Balance::rowsIn).sum();
    long stored = report.balances().stream().mapToLong(Balance::stored).sum();
    long quarantined = report.balances().stream().mapToLong(Balance::quarantined).sum();
    long duplicates = report.balances().stream().mapToLong(Balance::duplicates).sum();
    return report.name()
        + ": "
        + report.form()
        + ", "
        + rows
        + " in = "
        + stored
        + " stored + "
        + quarantined
        + " quarantined + "
        + duplicates
        + " duplicates";
  }

  /** A link may lead out of what was seized, or nowhere: it is named, never followed. */
  private void links(List<String> defects) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isSymbolicLink)
          .map(link -> folder.relativize(link).toString())
          .sorted()
          .forEach(link -> {
            defects.add(link);
            error(link + " is a link and was not followed; lay the file itself there");
          });
    }
  }

  /** All files below the folder in the order of their names, but the facts and the results. */
  private List<Path> files(Path target) throws IOException {
    Path results = target.toAbsolutePath().normalize();
    Path known = factsFile == null ? null : factsFile.toAbsolutePath().normalize();
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !Files.isSymbolicLink(file))
          .filter(file -> !file.toAbsolutePath().normalize().startsWith(results))
          .filter(file -> !file.toAbsolutePath().normalize().equals(known))
          .sorted()
          .toList();
    }
  }

  private OperationFacts facts() throws IOException {
    if (factsFile == null) {
      return OperationFacts.UNKNOWN;
    }
    if (!Files.isRegularFile(factsFile)) {
      throw new IntakeException("the facts file " + factsFile + " is not there");
    }
    try (InputStream yaml = Files.newInputStream(factsFile)) {
      return OperationFacts.read(yaml);
    }
  }

  private void print(String line) {
    PrintWriter writer =
        spec == null ? new PrintWriter(System.out, true) : spec.commandLine().getOut();
    writer.println(line);
    writer.flush();
  }

  private void error(String line) {
    err().println("cordon run: " + line);
    err().flush();
  }

  private PrintWriter err() {
    return spec == null ? new PrintWriter(System.err, true) : spec.commandLine().getErr();
  }
}
