package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.formats.tips.TipFile;
import dev.cordon.formats.tips.TipHandler;
import dev.cordon.formats.tips.TipParser;
import dev.cordon.formats.tips.TipPerson;
import dev.cordon.formats.tips.TipReport;
import dev.cordon.formats.xml.XmlLimits;
import dev.cordon.intake.Balance;
import dev.cordon.intake.Holder;
import dev.cordon.intake.Origin;
import dev.cordon.intake.SealedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CyberTipline reports. Who is reported becomes an account; of victims and intended
 * recipients nothing but the place is taken. Of files hashes become facts, names and places sealed
 * texts; the file part itself is refused.
 */
public final class TipReader implements SourceReader, TipHandler {

  private static final String UNIT = "report part";
  private static final int MOST_ACCOUNTS = 10_000;

  private final Part part;
  private final TipRecords records;
  private final Counts reports;
  private final Counts persons;
  private final Counts files;
  private final Counts refused;
  private final List<String> accounts = new ArrayList<>();
  private int accountsOf;
  private long fileParts;
  private boolean isCut;

  /** For one part, looked through before. */
  public TipReader(Part part) {
    this.part = part;
    this.records = new TipRecords(part);
    this.reports = new Counts(part, "reports");
    this.persons = new Counts(part, "persons");
    this.files = new Counts(part, "files");
    this.refused = new Counts(part, "refused");
  }

  @Override
  public List<String> read(PartBytes bytes) throws IOException {
    TipParser.parse(bytes.stream(), XmlLimits.STANDARD, this);
    List<String> notes = new ArrayList<>();
    if (fileParts > 0) {
      notes.add(
          part.title()
              + " holds "
              + fileParts
              + " file parts, which are refused: references and hashes only are taken");
    }
    if (isCut) {
      notes.add(part.title() + " can not be read to its end; what came before is kept");
    }
    return notes;
  }

  @Override
  public void report(TipReport report) {
    Origin origin = reports.next();
    reports.stored(origin, report.position(), report.reportId(), null);
    if (accountsOf == report.number()) {
      accounts.forEach(account -> records.incident(origin, holder(account), report));
    } else {
      records.incident(origin, holder(null), report);
    }
    accounts.clear();
  }

  @Override
  public void person(TipPerson person) {
    Origin origin = persons.next();
    if (person.role() != TipPerson.Role.REPORTED) {
      String who = person.role() == TipPerson.Role.VICTIM ? "a victim" : "an intended recipient";
      persons.stored(origin, person.position(), null, who + ": only the place is taken");
      return;
    }
    String written = person.espIdentifier();
    String account = written == null ? "person " + origin.row() : written;
    note(person.report(), account);
    persons.stored(origin, person.position(), account, null);
    records.person(origin, holder(account), person);
  }

  private void note(int report, String account) {
    if (accountsOf != report) {
      accounts.clear();
      accountsOf = report;
    }
    if (accounts.size() < MOST_ACCOUNTS) {
      accounts.add(account);
    }
  }

  @Override
  public void file(TipFile file) {
    Origin origin = files.next();
    files.stored(origin, file.position(), file.fileId(), null);
    boolean isOneAccount = accountsOf == file.report() && accounts.size() == 1;
    records.file(origin, holder(isOneAccount ? accounts.getFirst() : null), file);
    seal(origin, file, "file name", file.sealedName());
    seal(origin, file, "file location", file.sealedLocation());
  }

  private void seal(Origin origin, TipFile file, String kind, @Nullable String text) {
    if (text != null) {
      String key = file.fileId() == null ? "file " + origin.row() : file.fileId();
      part.output()
          .write(new SealedText(origin, kind, null, "report " + file.report(), key, null, text));
    }
  }

  private Holder holder(@Nullable String account) {
    return new Holder(part.output().system(), account, null, null);
  }

  @Override
  public void refused(Position position, String element, long lengthCharacters, String reason) {
    fileParts += isFilePart(reason) ? 1 : 0;
    Origin origin = refused.next();
    Position place = new Position(position.byteOffset(), position.line(), lengthCharacters);
    refused.quarantined(origin, place, reason);
  }

  /** Whether this is the reason why an embedded file is refused, not a text. */
  static boolean isFilePart(String reason) {
    return reason.startsWith("the file part");
  }

  @Override
  public void broken(Position position, String reason) {
    isCut = true;
    Origin origin = reports.next();
    reports.quarantined(origin, position, reason);
  }

  @Override
  public List<Balance> balances() {
    return List.of(
        reports.balance(part.line("reports"), UNIT),
        persons.balance(part.line("persons"), UNIT),
        files.balance(part.line("files"), UNIT),
        refused.balance(part.line("refused"), UNIT));
  }

  @Override
  public boolean isCut() {
    return isCut;
  }

  @Override
  public String form() {
    return "CyberTipline reports";
  }
}
