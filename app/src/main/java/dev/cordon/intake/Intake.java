package dev.cordon.intake;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.content.Content;
import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.internal.Judge;
import dev.cordon.intake.internal.Judgement;
import dev.cordon.intake.internal.ProgressListener;
import dev.cordon.intake.selectors.Normaliser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes files into a vault: judged first, then sealed and read into records, all or nothing. A
 * killed intake leaves nothing; the same file again gives the same result. Memory does not grow
 * with the file. Not thread-safe; one intake at a time for a vault.
 */
public final class Intake implements AutoCloseable {

  private static final String REPORT = "report.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> FULL =
      List.of("No space left", "not enough space", "quota exceeded", "File too large");

  private final Judging judging;
  private final IntakeRules rules;

  /** Looks through a file before anything of it is copied. */
  @FunctionalInterface
  interface Judging {
    Judgement judge(
        Original original,
        String name,
        OperationFacts facts,
        Profiles profiles,
        PackedLimits limits,
        ProgressListener progress)
        throws IOException;
  }

  /** By the profiles Cordon ships; nothing was erased. */
  public Intake(Vault vault, OperationFacts facts, PackedLimits limits, boolean sealsOriginals) {
    this(vault, facts, Profiles.shipped(), limits, sealsOriginals, RowSet.NONE);
  }

  /** By these profiles; nothing was erased. */
  public Intake(
      Vault vault,
      OperationFacts facts,
      Profiles profiles,
      PackedLimits limits,
      boolean sealsOriginals) {
    this(vault, facts, profiles, limits, sealsOriginals, RowSet.NONE);
  }

  /**
   * Takes files into the vault; copies of the originals and their texts are sealed there when asked
   * for. Without, texts stay in the files they stand in.
   *
   * @param erased the rows of which no more may be written than that they are there
   */
  public Intake(
      Vault vault,
      OperationFacts facts,
      Profiles profiles,
      PackedLimits limits,
      boolean sealsOriginals,
      RowSet erased) {
    this(vault, facts, profiles, limits, sealsOriginals, erased, Judge::judge);
  }

  Intake(
      Vault vault,
      OperationFacts facts,
      Profiles profiles,
      PackedLimits limits,
      boolean sealsOriginals,
      RowSet erased,
      Judging judging) {
    this.judging = judging;
    this.rules =
        new IntakeRules(
            vault,
            facts,
            profiles,
            limits,
            sealsOriginals,
            erased.plus(vault.hiddenRows().erased()),
            new Normaliser(facts.mailboxRules()),
            new DuplicateIndex(vault));
  }

  /** The name of the system whose accounts a file holds: its name up to the first dot. */
  public static String systemOf(String fileName) {
    String bare = fileName.substring(fileName.lastIndexOf('/') + 1);
    int dot = bare.indexOf('.');
    return dot <= 0 ? bare : bare.substring(0, dot);
  }

  /** Takes one file in under this name; told how many bytes are read. */
  public IntakeOutcome take(Path file, String name, LongConsumer progress) {
    Edition.Cause cause = new Edition.Cause(Instant.now(), null, "taken in");
    return take(Original.of(file), name, cause, progress::accept);
  }

  /** Takes one file in under this name, for this cause. */
  public IntakeOutcome take(
      Original original, String name, Edition.Cause cause, IntakeProgress progress) {
    return read(original, name, null, cause, progress);
  }

  /**
   * Reads a source of the vault again by the rules of today and replaces its records as a whole.
   *
   * @throws IntakeException when the original is not what the source was
   */
  public IntakeOutcome retake(
      Original original, SourceReport known, Edition.Cause cause, IntakeProgress progress) {
    return retake(original, known, cause, progress, false);
  }

  /**
   * The same; where the judge finds media in a source whose copy lies in the vault, it is read only
   * when it may be sealed by reference from then on.
   *
   * @param mayLoseCopy whether whoever asks destroys the vault's copy afterwards
   */
  IntakeOutcome retake(
      Original original,
      SourceReport known,
      Edition.Cause cause,
      IntakeProgress progress,
      boolean mayLoseCopy) {
    // What this intake read before may stand behind the source.
    rules.duplicates().forget();
    try {
      return read(original, known.name(), new Known(known, mayLoseCopy), cause, progress);
    } finally {
      rules.duplicates().forget();
    }
  }

  /** A source read again, and whether the vault's copy of it may go. */
  private record Known(SourceReport report, boolean mayLoseCopy) {

    /** Whether its copy may not be where it is, and nobody said that it may go. */
    boolean keepsMedia(Judgement judgement) {
      return report.sealed() == SourceReport.Sealing.COPIED
          && !judgement.mayBeCopied()
          && !(mayLoseCopy && judgement.isReadable());
    }

    void check(Original original, Judgement judgement) {
      if (!report.sha256().equals(judgement.sha256())) {
        throw new IntakeException(
            original
                + " is not what "
                + report.name()
                + " was when it was taken in: its SHA-256 is "
                + judgement.sha256()
                + ", not "
                + report.sha256());
      }
    }
  }

  private IntakeOutcome read(
      Original original,
      String name,
      @Nullable Known known,
      Edition.Cause cause,
      IntakeProgress progress) {
    ProgressListener listener = progress::read;
    try {
      progress.step(IntakeStep.JUDGING);
      Judgement judgement =
          judging.judge(original, name, rules.facts(), rules.profiles(), rules.limits(), listener);
      if (known == null) {
        Optional<SourceReport> same = report(judgement.id());
        if (same.isPresent()) {
          return new IntakeOutcome.SameBytes(name, same.get());
        }
      } else {
        known.check(original, judgement);
        if (known.keepsMedia(judgement)) {
          return new IntakeOutcome.HoldsMedia(
              name, SourceNotes.found(judgement), judgement.isReadable());
        }
      }
      return judgement.isReadable()
          ? new SourceIntake(rules, original, name, judgement, cause, progress).run()
          : notRead(name, judgement);
    } catch (NoSuchFileException missing) {
      return defect(name, "is not there");
    } catch (FormatException unreadable) {
      return defect(name, String.valueOf(unreadable.getMessage()));
    } catch (IOException failure) {
      return failed(name, failure);
    } catch (UncheckedIOException failure) {
      return failed(name, failure.getCause());
    }
  }

  private static IntakeOutcome notRead(String name, Judgement judgement) {
    return switch (judgement.content()) {
      case Content.Empty empty -> defect(name, emptyReason(judgement));
      case Content.Unknown unknown ->
          new IntakeOutcome.NotTaken(
              name,
              "is not recognised: " + unknown.description() + damage(judgement),
              judgement.damage().isPresent());
      case Content.Media media ->
          notTaken(
              name,
              "is a media file ("
                  + media.kind()
                  + ", SHA-256 "
                  + judgement.sha256()
                  + "): not copied, left where it lies");
      default -> throw new IllegalStateException(name);
    };
  }

  /** The report of a source in the vault. */
  public Optional<SourceReport> report(SourceId source) throws IOException {
    return report(rules.vault(), source);
  }

  static Optional<SourceReport> report(Vault vault, SourceId source) throws IOException {
    Path file = vault.records(source).resolve(REPORT);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(JSON.readValue(Files.readAllBytes(file), SourceReport.class));
  }

  static void write(Path folder, SourceReport report) throws IOException {
    Files.write(folder.resolve(REPORT), JSON.writeValueAsBytes(report));
  }

  @Override
  public void close() {
    rules.duplicates().close();
  }

  private static String emptyReason(Judgement judgement) {
    return judgement.sizeBytes() == 0
        ? "is empty"
        : judgement.damage().map(reason -> reason).orElse("holds nothing once unpacked");
  }

  private static String damage(Judgement judgement) {
    return judgement.damage().map(reason -> "; it " + reason).orElse("");
  }

  private static IntakeOutcome notTaken(String name, String reason) {
    return new IntakeOutcome.NotTaken(name, reason, false);
  }

  private static IntakeOutcome defect(String name, String reason) {
    return new IntakeOutcome.NotTaken(name, reason, true);
  }

  private IntakeOutcome failed(String name, @Nullable IOException failure) {
    String reason = failure == null ? "" : String.valueOf(failure.getMessage());
    if (FULL.stream().anyMatch(reason::contains)) {
      throw new IntakeException(
          "no space is left on the disk of "
              + rules.vault().records()
              + ": nothing of "
              + name
              + " was taken in; free space and run again",
          failure);
    }
    return defect(name, "cannot be read (" + reason + ")");
  }
}
