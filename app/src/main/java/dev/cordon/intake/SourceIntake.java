package dev.cordon.intake;

import dev.cordon.formats.content.Content;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.internal.Judgement;
import dev.cordon.intake.internal.MembersReader;
import dev.cordon.intake.internal.Part;
import dev.cordon.intake.internal.ProgressListener;
import dev.cordon.intake.internal.Readers;
import dev.cordon.intake.internal.RecordOutput;
import dev.cordon.intake.internal.SourceReader;
import dev.cordon.intake.internal.Tally;
import dev.cordon.intake.selectors.Times;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One source while it is read: sealed, read into records, compared with what it had, and moved into
 * place as a whole.
 */
final class SourceIntake {

  private final IntakeRules rules;

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
      IntakeRules rules,
      Original original,
      String name,
      Judgement judgement,
      Edition.Cause cause,
      IntakeProgress progress)
      throws IOException {
    this.rules = rules;
    this.original = original;
    this.name = name;
    this.system = rules.facts().system(name).orElse(Intake.systemOf(name));
    this.judgement = judgement;
    this.cause = cause;
    this.progress = progress;
    this.known = Intake.report(rules.vault(), judgement.id());
    this.copies = rules.sealsOriginals() && judgement.mayBeCopied() && known.isEmpty();
    List<Edition> editions = VaultEditions.all(rules.vault());
    this.earlier = VaultEditions.find(rules.vault(), judgement.id()).orElse(null);
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
        new SourceTaking(original, rules.vault(), judgement, rules.limits(), listener, copies)) {
      rules.duplicates().begin(judgement.id(), before, taking.records());
      IntakeOutcome outcome = run(taking);
      isTaken = outcome instanceof IntakeOutcome.Taken;
      return outcome;
    } finally {
      if (!isTaken) {
        rules.duplicates().forget();
      }
    }
  }

  private IntakeOutcome run(SourceTaking taking) throws IOException {
    progress.step(IntakeStep.READING);
    Path folder = taking.records();
    SourceReader reader;
    List<String> notes;
    RecordWriter records = new RecordWriter(folder, rules.vault().key(), rules.erased());
    MemberWriter members = new MemberWriter(folder, judgement.id(), rules.vault().key());
    TextWriter texts =
        new TextWriter(folder, judgement.id(), system, rules.vault().key(), rules.erased());
    try (records;
        members;
        texts) {
      Times times =
          tally.counting(
              new Times(rules.facts().timeRules(name, judgement.content().isOfPlatform())));
      RecordOutput output =
          new RecordOutput(
              system, records, rules.sealsOriginals() ? texts : null, rules.normaliser(), times);
      reader = reader(Part.whole(judgement, name, output, tally), members);
      notes = new ArrayList<>(taking.read(reader));
      notes.addAll(SourceTimes.notes(name, tally.timeFindings()));
    }
    if (reader.balances().isEmpty()) {
      return new IntakeOutcome.NotTaken(
          name, "is " + reader.form() + " without any table or list of records", false);
    }
    SourceReport report = report(reader, notes);
    Edition edition = edition(report, records.summary(texts));
    compare(folder, edition);
    progress.step(IntakeStep.REPORTING);
    VaultEditions.write(folder, edition);
    recognised().write(folder, judgement.id(), rules.vault().key());
    RowShapes.write(folder, judgement.id(), rules.vault().key(), tally.shapes());
    Intake.write(folder, report);
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
    Map<String, String> groups = rules.duplicates().end();
    // A source of before editions has had its first.
    int last = earlier != null ? earlier.number() : known.isPresent() ? 1 : 0;
    return new Edition(
        last + 1,
        cause,
        EditionRules.of(
            rules.profiles(),
            rules.facts(),
            name,
            isArchive() ? EditionRules.Scope.ARCHIVE : EditionRules.Scope.SOURCE),
        report,
        summary,
        new Edition.Order(place, groups, VaultEditions.against(before, groups.keySet())));
  }

  /** What its profiles were asked, and what they answered. */
  private Recognised recognised() {
    boolean mayBeLog = tally.mayBeLog();
    String answer =
        isArchive()
            ? null
            : EditionRules.answer(Optional.ofNullable(judgement.findings().logForm()));
    return new Recognised(
        tally.met().stream().map(SourceIntake::recognition).toList(),
        tally.isMetWhole(),
        mayBeLog ? new Recognised.Log(EditionRules.logs(rules.profiles()), answer) : null);
  }

  private static Recognition recognition(Tally.Met met) {
    Profiles.Match match = met.match();
    return new Recognition(
        met.table(),
        met.form(),
        met.list(),
        met.columns(),
        match == null ? null : match.profile().name(),
        match == null ? null : EditionRules.says(match));
  }

  private boolean isArchive() {
    return judgement.content() instanceof Content.Archive;
  }

  /** With what the source has now, while both are there. */
  private void compare(Path folder, Edition edition) throws IOException {
    if (known.isEmpty()) {
      return;
    }
    progress.step(IntakeStep.COMPARING);
    Edition was = earlier == null ? Edition.ofBefore(known.get()) : earlier;
    try (RecordFolders.Reading reading = rules.vault().folders().read()) {
      Path now = reading.folder(judgement.id()).orElseThrow();
      VaultEditions.write(
          folder, EditionComparison.compare(was, now, edition, folder, rules.vault().key()));
    }
  }

  private SourceReader reader(Part part, MemberWriter members) {
    Readers readers = new Readers(rules.profiles(), rules.duplicates());
    tally.mayBeLog(judgement.content(), judgement.findings().logForm());
    return isArchive()
        ? new MembersReader(
            part, judgement.members(), readers, rules.facts(), rules.limits(), members)
        : readers.of(part);
  }
}
