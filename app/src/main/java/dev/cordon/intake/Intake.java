package dev.cordon.intake;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.content.Content;
import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.internal.Judge;
import dev.cordon.intake.internal.Judgement;
import dev.cordon.intake.internal.MembersReader;
import dev.cordon.intake.internal.Part;
import dev.cordon.intake.internal.ProgressListener;
import dev.cordon.intake.internal.Readers;
import dev.cordon.intake.internal.RecordOutput;
import dev.cordon.intake.internal.SourceReader;
import dev.cordon.intake.internal.Tally;
import dev.cordon.intake.selectors.Normaliser;
import dev.cordon.intake.selectors.Times;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private final Vault vault;
  private final OperationFacts facts;
  private final PackedLimits limits;
  private final boolean sealsOriginals;
  private final Profiles profiles;
  private final RowSet erased;
  private final Judging judging;
  private final Normaliser normaliser;
  private final DuplicateIndex duplicates;

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
    this.vault = vault;
    this.facts = facts;
    this.profiles = profiles;
    this.limits = limits;
    this.sealsOriginals = sealsOriginals;
    this.erased = erased.plus(vault.hiddenRows().erased());
    this.normaliser = new Normaliser(facts.mailboxRules());
    this.duplicates = new DuplicateIndex(vault);
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
    duplicates.forget();
    try {
      return read(original, known.name(), new Known(known, mayLoseCopy), cause, progress);
    } finally {
      duplicates.forget();
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
      Judgement judgement = judging.judge(original, name, facts, profiles, limits, listener);
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
          ? new SourceIntake(original, name, judgement, cause, progress).run()
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
    return report(vault, source);
  }

  static Optional<SourceReport> report(Vault vault, SourceId source) throws IOException {
    Path file = vault.records(source).resolve(REPORT);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(JSON.readValue(Files.readAllBytes(file), SourceReport.class));
  }

  @Override
  public void close() {
    duplicates.close();
  }

  /** One source while it is read. */
  private final class SourceIntake {

    private final Original original;
    private final String name;
    private final String system;
    private final Judgement judgement;
    private final Edition.Cause cause;
    private final IntakeProgress progress;
    private final boolean copies;
    private final @Nullable Edition earlier;
    private final Optional<SourceReport> known;
    private final long place;
    private final List<Edition> before;
    private final Tally tally = new Tally();

    SourceIntake(
        Original original,
        String name,
        Judgement judgement,
        Edition.Cause cause,
        IntakeProgress progress)
        throws IOException {
      this.original = original;
      this.name = name;
      this.system = facts.system(name).orElse(systemOf(name));
      this.judgement = judgement;
      this.cause = cause;
      this.progress = progress;
      this.known = Intake.report(vault, judgement.id());
      this.copies = sealsOriginals && judgement.mayBeCopied() && known.isEmpty();
      List<Edition> editions = VaultEditions.all(vault);
      this.earlier = VaultEditions.find(vault, judgement.id()).orElse(null);
      this.place =
          earlier != null
              ? earlier.order().place()
              : known.isPresent() ? 0 : VaultEditions.nextPlace(editions);
      this.before = VaultEditions.before(editions, place, judgement.id());
    }

    IntakeOutcome run() throws IOException {
      boolean isTaken = false;
      ProgressListener listener = progress::read;
      try (SourceTaking taking =
          new SourceTaking(original, vault, judgement, limits, listener, copies)) {
        duplicates.begin(judgement.id(), before, taking.records());
        IntakeOutcome outcome = run(taking);
        isTaken = outcome instanceof IntakeOutcome.Taken;
        return outcome;
      } finally {
        if (!isTaken) {
          duplicates.forget();
        }
      }
    }

    private IntakeOutcome run(SourceTaking taking) throws IOException {
      progress.step(IntakeStep.READING);
      Path folder = taking.records();
      SourceReader reader;
      List<String> notes;
      RecordWriter records = new RecordWriter(folder, vault.key(), erased);
      MemberWriter members = new MemberWriter(folder, judgement.id(), vault.key());
      TextWriter texts = new TextWriter(folder, judgement.id(), system, vault.key(), erased);
      try (records;
          members;
          texts) {
        Times times =
            tally.counting(new Times(facts.timeRules(name, judgement.content().isOfPlatform())));
        RecordOutput output =
            new RecordOutput(system, records, sealsOriginals ? texts : null, normaliser, times);
        reader = reader(Part.whole(judgement, name, output, tally), judgement, members);
        notes = new ArrayList<>(taking.read(reader));
        notes.addAll(SourceTimes.notes(name, tally.timeFindings()));
      }
      if (reader.balances().isEmpty()) {
        return notTaken(name, "is " + reader.form() + " without any table or list of records");
      }
      SourceReport report = report(reader, notes);
      Edition edition = edition(report, records.summary(texts));
      compare(folder, edition);
      progress.step(IntakeStep.REPORTING);
      VaultEditions.write(folder, edition);
      RowShapes.write(folder, judgement.id(), vault.key(), tally.shapes());
      Files.write(folder.resolve(REPORT), JSON.writeValueAsBytes(report));
      progress.step(IntakeStep.MOVING);
      taking.finish();
      progress.step(IntakeStep.MOVED);
      return new IntakeOutcome.Taken(name, report);
    }

    private SourceReport report(SourceReader reader, List<String> notes) throws IOException {
      boolean isCopied =
          copies
              || known.map(SourceReport::sealed).stream()
                  .anyMatch(SourceReport.Sealing.COPIED::equals);
      List<Balance> balances = reader.balances();
      return new SourceReport(
          judgement.id(),
          name,
          system,
          judgement.sha256(),
          judgement.sizeBytes(),
          reader.form(),
          reader.isReference(),
          sealing(isCopied),
          balances,
          SourceNotes.of(name, original, judgement, tally, balances, notes),
          judgement.mediaFound(),
          judgement.damage().isPresent() || reader.isCut(),
          tally.reasons(),
          tally.unmappedTables(),
          tally.timeFindings());
    }

    /** What was once sealed by reference stays so. */
    private SourceReport.Sealing sealing(boolean isCopied) {
      boolean wasByReference =
          known.map(SourceReport::sealed).stream()
              .anyMatch(SourceReport.Sealing.BY_REFERENCE::equals);
      if (!judgement.mayBeCopied() || wasByReference) {
        return SourceReport.Sealing.BY_REFERENCE;
      }
      return isCopied ? SourceReport.Sealing.COPIED : SourceReport.Sealing.NOT;
    }

    private Edition edition(SourceReport report, RecordSummary summary) throws IOException {
      Map<String, String> groups = duplicates.end();
      // A source of before editions has had its first.
      int last = earlier != null ? earlier.number() : known.isPresent() ? 1 : 0;
      return new Edition(
          last + 1,
          cause,
          EditionRules.of(profiles, facts, name),
          report,
          summary,
          new Edition.Order(place, groups, VaultEditions.against(before, groups.keySet())));
    }

    /** With what the source has now, while both are there. */
    private void compare(Path folder, Edition edition) throws IOException {
      if (known.isEmpty()) {
        return;
      }
      progress.step(IntakeStep.COMPARING);
      Edition was = earlier == null ? Edition.ofBefore(known.get()) : earlier;
      try (RecordFolders.Reading reading = vault.folders().read()) {
        Path now = reading.folder(judgement.id()).orElseThrow();
        VaultEditions.write(
            folder, EditionComparison.compare(was, now, edition, folder, vault.key()));
      }
    }
  }

  private SourceReader reader(Part part, Judgement judgement, MemberWriter members) {
    Readers readers = new Readers(profiles, duplicates);
    return judgement.content() instanceof Content.Archive
        ? new MembersReader(part, judgement.members(), readers, facts, limits, members)
        : readers.of(part);
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
              + vault.records()
              + ": nothing of "
              + name
              + " was taken in; free space and run again",
          failure);
    }
    return defect(name, "cannot be read (" + reason + ")");
  }
}
