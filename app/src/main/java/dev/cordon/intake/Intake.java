package dev.cordon.intake;

import dev.cordon.formats.content.Content;
import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.internal.CsvReader;
import dev.cordon.intake.internal.JsonReader;
import dev.cordon.intake.internal.Judge;
import dev.cordon.intake.internal.Judgement;
import dev.cordon.intake.internal.LogReader;
import dev.cordon.intake.internal.ProgressListener;
import dev.cordon.intake.internal.RecordOutput;
import dev.cordon.intake.internal.SourceReader;
import dev.cordon.intake.internal.SqlReader;
import dev.cordon.intake.selectors.Normaliser;
import dev.cordon.intake.selectors.Times;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private final Profiles profiles = Profiles.shipped();
  private final Normaliser normaliser;
  private final DuplicateIndex duplicates;

  /**
   * Takes files into the vault; copies of the originals and their texts are sealed there when asked
   * for. Without, texts stay in the files they stand in.
   */
  public Intake(Vault vault, OperationFacts facts, PackedLimits limits, boolean sealsOriginals) {
    this.vault = vault;
    this.facts = facts;
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
      Judgement judgement = Judge.judge(file, limits, listener);
      Optional<SourceReport> known = report(judgement.id());
      if (known.isPresent()) {
        return new IntakeOutcome.SameBytes(name, known.get());
      }
      return switch (judgement.content()) {
        case Content.Empty empty -> defect(name, emptyReason(judgement));
        case Content.Unknown unknown ->
            new IntakeOutcome.NotTaken(
                name,
                "is not recognised: " + unknown.description() + damage(judgement),
                judgement.damage().isPresent());
        case Content.SqliteDatabase database ->
            notTaken(name, "is an SQLite database, which is not opened yet");
        case Content.Media media ->
            notTaken(
                name,
                "is a media file ("
                    + media.kind()
                    + ", SHA-256 "
                    + judgement.sha256()
                    + "): not copied, left where it lies");
        case Content.JsonLines _,
            Content.W3cLog _,
            Content.TipReport _,
            Content.Workbook _,
            Content.Archive _ ->
            notTaken(name, "is " + judgement.content() + ", which is not opened yet");
        case Content.SqlDump dump -> read(file, name, judgement, listener);
        case Content.Csv csv -> read(file, name, judgement, listener);
        case Content.AccessLog log -> read(file, name, judgement, listener);
        case Content.Json json -> read(file, name, judgement, listener);
      };
    } catch (NoSuchFileException missing) {
      return defect(name, "is not there");
    } catch (IOException failure) {
      return failed(name, failure);
    } catch (UncheckedIOException failure) {
      return failed(name, failure.getCause());
    }
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
    boolean copies = sealsOriginals && judgement.mediaFound() == 0;
    try (SourceTaking taking = new SourceTaking(file, vault, judgement, limits, progress, copies)) {
      Path folder = taking.records();
      String system = systemOf(name);
      Times times = new Times(facts.zone(name).orElse(null));
      SourceReader reader;
      List<String> notes = new ArrayList<>();
      RowSet erased = vault.hiddenRows().erased();
      try (RecordWriter writer = new RecordWriter(folder, vault.key(), erased);
          TextWriter texts = new TextWriter(folder, judgement.id(), system, vault.key(), erased)) {
        RecordOutput output =
            new RecordOutput(system, writer, sealsOriginals ? texts : null, normaliser, times);
        reader = reader(name, judgement, output);
        notes.addAll(taking.read(reader));
      }
      if (reader.balances().isEmpty()) {
        return notTaken(name, "is not recognised: it is " + reader.form() + " of no known product");
      }
      if (judgement.damage().isPresent()) {
        notes.add(name + " " + judgement.damage().get() + "; what came before is kept and counted");
      }
      if (judgement.mediaFound() > 0) {
        notes.add(mediaNote(name, judgement));
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
              reader.balances(),
              notes,
              judgement.mediaFound(),
              judgement.damage().isPresent() || reader.isCut());
      Files.write(folder.resolve(REPORT), JSON.writeValueAsBytes(report));
      taking.finish();
      return new IntakeOutcome.Taken(name, report);
    }
  }

  private SourceReader reader(String name, Judgement judgement, RecordOutput output) {
    return switch (judgement.content()) {
      case Content.SqlDump dump -> new SqlReader(name, judgement, profiles, output, duplicates);
      case Content.Csv csv -> new CsvReader(name, judgement, profiles, output, duplicates);
      case Content.AccessLog log -> new LogReader(name, judgement, output);
      case Content.Json json -> new JsonReader(name, judgement, profiles, output);
      case Content.SqliteDatabase _,
          Content.JsonLines _,
          Content.W3cLog _,
          Content.TipReport _,
          Content.Workbook _,
          Content.Archive _ ->
          throw new IllegalStateException(name);
      case Content.Empty empty -> throw new IllegalStateException(name);
      case Content.Media media -> throw new IllegalStateException(name);
      case Content.Unknown unknown -> throw new IllegalStateException(name);
    };
  }

  private SourceReport.Sealing sealing(boolean copies, Judgement judgement) {
    if (judgement.mediaFound() > 0) {
      return SourceReport.Sealing.BY_REFERENCE;
    }
    return copies ? SourceReport.Sealing.COPIED : SourceReport.Sealing.NOT;
  }

  private static String mediaNote(String name, Judgement judgement) {
    return name
        + " holds media in "
        + judgement.mediaFound()
        + " places (the first: "
        + judgement.media().getFirst()
        + "): sealed by reference, its bytes are not copied, the other columns are records";
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
