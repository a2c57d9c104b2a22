package dev.cordon.intake.internal;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.Position;
import dev.cordon.formats.archives.Archive;
import dev.cordon.formats.archives.ArchiveMember;
import dev.cordon.formats.archives.ArchiveOutcome;
import dev.cordon.formats.archives.MemberFinding;
import dev.cordon.formats.archives.MemberVisitor;
import dev.cordon.formats.content.Content;
import dev.cordon.formats.content.PackedLimits;
import dev.cordon.intake.Balance;
import dev.cordon.intake.OperationFacts;
import dev.cordon.intake.Origin;
import dev.cordon.intake.selectors.TimeRules;
import dev.cordon.intake.selectors.Times;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads an archive: each member that holds records like a file. Every member is a unit of the table
 * {@code members}. Members are called by their place; their names go into the sealed list alone.
 */
public final class MembersReader implements SourceReader, MemberVisitor {

  private static final String TABLE = "members";
  private static final int MOST_FORMS = 5;
  private static final int MOST_NOTES = 200;

  private final Part part;
  private final Map<Integer, Findings> members;
  private final Readers readers;
  private final OperationFacts facts;
  private final PackedLimits limits;
  private final MemberSink sink;
  private final Counts counts;
  private final List<Balance> balances = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<String> forms = new LinkedHashSet<>();
  private final MemberStates states = new MemberStates();
  private int unsaid;
  private boolean isCut;

  /**
   * For one archive, looked through before.
   *
   * @param members what was found in its members, by their place
   * @param sink where the list of members goes
   */
  public MembersReader(
      Part part,
      Map<Integer, Findings> members,
      Readers readers,
      OperationFacts facts,
      PackedLimits limits,
      MemberSink sink) {
    this.part = part;
    this.members = members;
    this.readers = readers;
    this.facts = facts;
    this.limits = limits;
    this.sink = sink;
    this.counts = new Counts(part, TABLE);
  }

  @Override
  public List<String> read(PartBytes bytes) throws IOException {
    ArchiveOutcome outcome = Archive.walk(bytes.stream(), ArchiveLooker.limits(limits), this);
    List<String> all = new ArrayList<>();
    all.add(part.title() + ": " + states.summary());
    if (outcome.damage() != null) {
      isCut = true;
      all.add(part.title() + " " + outcome.damage() + "; what came before is kept and counted");
    }
    all.addAll(notes);
    if (unsaid > 0) {
      all.add(part.title() + ": and " + unsaid + " further notes on its members");
    }
    return all;
  }

  @Override
  public boolean wants(ArchiveMember member) {
    return true;
  }

  @Override
  public void content(ArchiveMember member, Content content, InputStream stream)
      throws IOException {
    Findings found = members.getOrDefault(member.number(), Findings.of(content));
    if (content instanceof Content.Unknown unknown && found.logForm() == null) {
      part.tally().mayBeLog(content, null);
      states.unknown(unknown.description());
      return;
    }
    part.tally().mayBeLog(content, found.logForm());
    String system = MemberFacts.system(member);
    TimeRules rules = MemberFacts.timeRules(facts, part.name(), member, content);
    Times times = part.tally().counting(new Times(rules));
    RecordOutput output = part.output().forMember(system, times);
    Part own = new Part(part.source(), part.name(), member.number(), found, output, part.tally());
    SourceReader reader = readers.of(own);
    try {
      reader.read(new MemberBytes(new BufferedInputStream(stream, 1 << 16))).forEach(this::note);
      isCut |= reader.isCut();
      List<Balance> read = reader.balances();
      balances.addAll(read);
      states.read(reader.form(), !read.isEmpty());
      if (forms.size() < MOST_FORMS) {
        forms.add(reader.form());
      }
    } catch (FormatException unreadable) {
      balances.addAll(reader.balances());
      states.unreadable(String.valueOf(unreadable.getMessage()));
    }
  }

  @Override
  public void told(ArchiveMember member, MemberFinding finding) {
    MemberStates.Verdict verdict = states.judge(member, finding);
    Origin origin = counts.at(member.number());
    Position position = new Position(member.headerOffset(), 0, finding.bytes());
    if (verdict.isTaken()) {
      counts.stored(origin, position, null, verdict.words());
    } else {
      counts.quarantined(origin, position, verdict.words());
    }
    sink.member(member, finding, verdict.what());
  }

  @Override
  public void remark(String remark) {
    note(part.title() + ": " + remark);
  }

  private void note(String note) {
    if (notes.size() < MOST_NOTES) {
      notes.add(note);
    } else {
      unsaid++;
    }
  }

  @Override
  public List<Balance> balances() {
    List<Balance> all = new ArrayList<>();
    all.add(counts.balance(part.line(TABLE), "archive member"));
    all.addAll(balances);
    return all;
  }

  @Override
  public boolean isCut() {
    return isCut;
  }

  @Override
  public String form() {
    String form = ((Content.Archive) part.findings().content()).form() + " archive";
    return forms.isEmpty() ? form : form + " (" + String.join(", ", forms) + ")";
  }
}
