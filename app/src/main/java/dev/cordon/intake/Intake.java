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
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes files into a vault: judged first, then sealed and read into records, all or nothing. A
 * killed intake leaves nothing; the same file again gives the same result. Memory does not grow
 * with the file. Not thread-safe.
 */
public final class Intake implements AutoCloseable {

  private static final String REPORT = "report.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Vault vault;
  private final OperationFacts facts;
  private final PackedLimits limits;
  private final boolean sealsOriginals;
  private final Profiles profiles;
  private final Normaliser normaliser;
  private final DuplicateIndex duplicates;

  /** As the other, with the profiles Cordon ships. */
  public Intake(Vault vault, OperationFacts facts, PackedLimits limits, boolean sealsOriginals) {
    this(vault, facts, Profiles.shipped(), limits, sealsOriginals);
  }

  /**
   * Takes files into the vault; copies of the originals and their texts are sealed there when asked
   * for. Without, texts stay in the files they stand in.
   */
  public Intake(
      Vault vault,
      OperationFacts facts,
      Profiles profiles,
      PackedLimits limits,
      boolean sealsOriginals) {
    this.vault = vault;
    this.facts = facts;
    this.profiles = profiles;
    this.limits = limits;
    this.sealsOriginals = sealsOriginals;
    this.normaliser = new Normaliser(facts.mailboxRules());
    this.duplicates = new DuplicateIndex(vault.work());
  }

  /** The name of the system whose accounts a file holds: its name up to the first dot. */
  public static String systemOf(String fileName) {
    String bare = fileName.substring(fileName.lastIndexOf('/') + 1);
    int dot = bare.indexOf('.');
    return dot <= 0 ? bare : bare.substring(0, dot);
  }

  /** Takes one file in under this name; told how many bytes are read. */
  public IntakeOutcome take(Path file, String name, LongConsumer progress) {
    ProgressListener listener = progress::accept;
    try {
      Judgement judgement = Judge.judge(file, name, facts, limits, listener);
      Optional<SourceReport> known = report(judgement.id());
      if (known.isPresent()) {
        return new IntakeOutcome.SameBytes(name, known.get());
      }
      return judgement.isReadable()
          ? read(file, name, judgement, listener)
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

  private IntakeOutcome read(Path file, String name, Judgement judgement, ProgressListener progress)
      throws IOException {
    boolean copies = sealsOriginals && judgement.mayBeCopied();
    try (SourceTaking taking = new SourceTaking(file, vault, judgement, limits, progress, copies)) {
      Path folder = taking.records();
      String system = systemOf(name);
      Tally tally = new Tally();
      SourceReader reader;
      List<String> notes;
      try (RecordWriter writer = new RecordWriter(folder, vault.key());
          MemberWriter members = new MemberWriter(folder, judgement.id(), vault.key());
          TextWriter texts = new TextWriter(folder, judgement.id(), system, vault.key())) {
        Times times = new Times(facts.zone(name).orElse(null));
        RecordOutput output =
            new RecordOutput(system, writer, sealsOriginals ? texts : null, normaliser, times);
        Part part = Part.whole(judgement, name, output, tally);
        reader = reader(part, judgement, members);
        notes = taking.read(reader);
      }
      List<Balance> balances = reader.balances();
      if (balances.isEmpty()) {
        return notTaken(name, "is " + reader.form() + " without any table or list of records");
      }
      SourceReport report =
          new SourceReport(
              judgement.id(),
              name,
              system,
              judgement.sha256(),
              judgement.sizeBytes(),
              reader.form(),
              reader.isReference(),
              sealing(copies, judgement),
              balances,
              SourceNotes.of(name, file, judgement, tally, balances, notes),
              judgement.mediaFound(),
              judgement.damage().isPresent() || reader.isCut(),
              tally.reasons(),
              tally.unmappedTables());
      Files.write(folder.resolve(REPORT), JSON.writeValueAsBytes(report));
      taking.finish();
      return new IntakeOutcome.Taken(name, report);
    }
  }

  private SourceReader reader(Part part, Judgement judgement, MemberWriter members) {
    Readers readers = new Readers(profiles, duplicates);
    return judgement.content() instanceof Content.Archive
        ? new MembersReader(part, judgement.members(), readers, facts, limits, members)
        : readers.of(part);
  }

  private SourceReport.Sealing sealing(boolean copies, Judgement judgement) {
    if (!judgement.mayBeCopied()) {
      return SourceReport.Sealing.BY_REFERENCE;
    }
    return copies ? SourceReport.Sealing.COPIED : SourceReport.Sealing.NOT;
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
    if (reason.contains("No space left") || reason.contains("not enough space")) {
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
