package dev.cordon.intake.profiles;

import dev.cordon.CordonCommand;
import dev.cordon.formats.FormatException;
import dev.cordon.formats.profiles.Profile;
import dev.cordon.formats.profiles.ProfileFile;
import dev.cordon.formats.profiles.ProfileName;
import dev.cordon.formats.profiles.ProfileProposal;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.formats.profiles.TableProfile;
import dev.cordon.intake.IntakeException;
import dev.cordon.intake.OperationFacts;
import dev.cordon.intake.ProfileTrial;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proposes how the tables of a file nobody knows are read, or tries a profile on it. */
@Command(
    name = "profile",
    description = {
      "Proposes how the unknown tables of a file are read, and writes the proposal as a profile.",
      "With --check: tries a profile on the file and keeps nothing of it."
    },
    mixinStandardHelpOptions = true)
public final class ProfileCommand implements CordonCommand {

  private static final int DONE = 0;
  private static final int FOUND_WRONG = 1;
  private static final int BAD_INPUT = 2;

  @Parameters(paramLabel = "FILE", description = "the file: a dump, CSV, JSON, SQLite, XLSX, log")
  private Path file = Path.of(".");

  @Option(names = "--out", description = "where the proposed profile is written")
  private @Nullable Path out;

  @Option(names = "--name", description = "its name (default: the file's)")
  private @Nullable String name;

  @Option(names = "--check", description = "the profile to try")
  private @Nullable Path check;

  @Option(names = "--facts", description = "what the investigators know (YAML): zones above all")
  private @Nullable Path factsFile;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      error(file + " is no file; name the file itself");
      return BAD_INPUT;
    }
    if (check != null) {
      return tried(check);
    }
    return proposed();
  }

  private int proposed() throws IOException {
    String called = name == null ? nameOf(file) : name;
    Optional<String> problem = ProfileName.problem(called);
    if (problem.isPresent()) {
      error(problem.get() + " Give one with --name.");
      return BAD_INPUT;
    }
    Path target = out;
    if (target != null && Files.exists(target)) {
      error(target + " is there already; name another file, nothing is overwritten");
      return BAD_INPUT;
    }
    SourceSample sample =
        Sampler.sample(
            () -> Files.newInputStream(file), SampleLimits.COMMAND, OperationProfiles.shipped());
    sample.notes().forEach(this::print);
    List<TableProfile> unknown = new ArrayList<>();
    for (SampledTable table : sample.tables()) {
      Optional<Profiles.Match> known = table.readBy(OperationProfiles.shipped());
      print(
          table.name()
              + ": "
              + table.rowsSeen()
              + " rows, "
              + known
                  .map(match -> "read by " + match.profile().name() + " " + match.table().name())
                  .orElse("no profile fits"));
      if (known.isEmpty() && !table.columns().isEmpty()) {
        ProfileProposal proposal = ProfileProposal.of(table.sample());
        proposal.columns().forEach(this::tell);
        if (!proposal.table().recognise().isEmpty()) {
          unknown.add(proposal.table());
        }
      }
    }
    if (unknown.isEmpty()) {
      print("nothing to propose");
      return FOUND_WRONG;
    }
    String yaml = ProfileFile.write(new Profile(called, null, unknown));
    if (target == null) {
      print(yaml);
    } else {
      Path part = target.resolveSibling(target.getFileName() + ".part");
      Files.writeString(part, yaml);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      print("written: " + target + "; look at it, correct it, then try it with --check");
    }
    return DONE;
  }

  private void tell(ProfileProposal.Column column) {
    print(
        "  "
            + column.name()
            + ": "
            + ColumnChoice.wordsOf(column)
            + " ("
            + column.confidence().name().toLowerCase(java.util.Locale.ROOT)
            + ": "
            + column.reason()
            + ")");
  }

  private int tried(Path profileFile) throws IOException {
    Profile profile;
    try (InputStream yaml = Files.newInputStream(profileFile)) {
      profile = ProfileFile.read(profileFile.getFileName().toString(), yaml);
    } catch (FormatException wrong) {
      for (String one : String.valueOf(wrong.getMessage()).split("; ")) {
        error(one);
      }
      return BAD_INPUT;
    }
    OperationFacts facts = facts();
    Profiles alone = Profiles.of(List.of(profile));
    byte[] maskingKey = new byte[32];
    new SecureRandom().nextBytes(maskingKey);
    SourceSample sample =
        Sampler.sample(() -> Files.newInputStream(file), SampleLimits.COMMAND, alone);
    int fitting = 0;
    PreviewText text = new PreviewText(this::print);
    for (SampledTable table : sample.tables()) {
      Optional<Profiles.Match> fits = table.readBy(alone);
      if (fits.isPresent()) {
        fitting++;
        text.write(
            table.name() + " as " + fits.get().table().name(),
            Previews.of(
                fits.get().table(), table, facts, file.getFileName().toString(), maskingKey));
      }
    }
    if (fitting == 0) {
      error(profileFile + " knows none of the tables of " + file);
    }
    text.write(ProfileTrial.run(file, Profiles.shipped().with(List.of(profile)), facts));
    return fitting == 0 ? FOUND_WRONG : DONE;
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

  private static String nameOf(Path file) {
    String bare = file.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
    int dot = bare.indexOf('.', 1);
    String plain = (dot < 0 ? bare : bare.substring(0, dot)).replaceAll("[^a-z0-9.-]+", "-");
    return plain.replaceAll("^[^a-z0-9]+", "") + "-own";
  }

  private void print(String line) {
    PrintWriter writer =
        spec == null ? new PrintWriter(System.out, true) : spec.commandLine().getOut();
    writer.println(line);
    writer.flush();
  }

  private void error(String line) {
    PrintWriter writer =
        spec == null ? new PrintWriter(System.err, true) : spec.commandLine().getErr();
    writer.println("cordon profile: " + line);
    writer.flush();
  }
}
