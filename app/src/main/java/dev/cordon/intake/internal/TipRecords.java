package dev.cordon.intake.internal;

import dev.cordon.formats.tips.TipFile;
import dev.cordon.formats.tips.TipPerson;
import dev.cordon.formats.tips.TipReport;
import dev.cordon.intake.AccessRecord;
import dev.cordon.intake.AccountRecord;
import dev.cordon.intake.FactRecord;
import dev.cordon.intake.Holder;
import dev.cordon.intake.Origin;
import dev.cordon.intake.RecordedTime;
import dev.cordon.intake.SelectorRecord;
import dev.cordon.intake.selectors.NormalValue;
import dev.cordon.intake.selectors.Normaliser;
import dev.cordon.intake.selectors.Times;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the parts of a CyberTipline report into records. */
final class TipRecords {

  private static final int LONGEST = 1024;
  private static final int LONGEST_ACTION = 64;
  private static final String CONTEXT = "tip";

  private final RecordOutput output;

  TipRecords(Part part) {
    this.output = part.output();
  }

  /** What the report says of its incident, of one of those it reports. */
  void incident(Origin origin, Holder holder, TipReport report) {
    RecordedTime at = time("incidentDateTime", origin, report.incidentTime());
    fact(origin, holder, "REPORT", report.reportId(), at);
    fact(origin, holder, "INCIDENT_TYPE", report.incidentType(), at);
    fact(origin, holder, "REPORTED_BY", report.reporterService(), at);
    if (report.isHighPriority()) {
      fact(origin, holder, "REPORT_PRIORITY", "high", at);
    }
  }

  void person(Origin origin, Holder holder, TipPerson person) {
    String handle = first(person, "screenName");
    output.write(
        new AccountRecord(
            origin,
            holder.system(),
            Objects.requireNonNull(holder.account()),
            "member",
            handle == null ? first(person, "displayName") : handle,
            RecordedTime.NONE));
    person.selectors().forEach(selector -> selector(origin, holder, selector));
    fact(origin, holder, "PERSON_NAME", name(person), RecordedTime.NONE);
    fact(origin, holder, "SERVICE", person.espService(), RecordedTime.NONE);
    person
        .priorReports()
        .forEach(report -> fact(origin, holder, "PRIOR_REPORT", report, RecordedTime.NONE));
    person.addresses().forEach(capture -> access(origin, holder, capture));
  }

  private void selector(Origin origin, Holder holder, TipPerson.Selector selector) {
    String kind =
        switch (selector.kind()) {
          case "email" -> "EMAIL";
          case "phone" -> "PHONE";
          case "screenName" -> "HANDLE";
          case "displayName" -> "DISPLAY_NAME";
          case "deviceId" -> "DEVICE";
          case "profileUrl" -> "WEBSITE";
          case "groupIdentifier" -> "GROUP";
          default -> "";
        };
    if (kind.isEmpty()) {
      String fact =
          switch (selector.kind()) {
            case "dateOfBirth" -> "BIRTH_DATE";
            case "address" -> "ADDRESS";
            default -> "";
          };
      fact(origin, holder, fact, selector.value(), RecordedTime.NONE);
    } else if (selector.value().length() <= LONGEST) {
      String raw = selector.value();
      NormalValue normal = output.normaliser().normalSelector(kind, raw, null);
      output.write(
          new SelectorRecord(
              origin,
              holder,
              kind,
              raw,
              normal,
              Normaliser.VERSION,
              null,
              RecordedTime.NONE,
              CONTEXT));
    }
  }

  private RecordedTime time(String column, Origin origin, @Nullable String raw) {
    return output.times().column(origin.table(), column).read(origin.row(), raw, Times.Kind.AUTO);
  }

  private static @Nullable String name(TipPerson person) {
    String first = first(person, "firstName");
    String last = first(person, "lastName");
    if (first == null || last == null) {
      return first == null ? last : first;
    }
    return first + " " + last;
  }

  private static @Nullable String first(TipPerson person, String kind) {
    for (TipPerson.Selector selector : person.selectors()) {
      if (selector.kind().equals(kind)) {
        return selector.value();
      }
    }
    return null;
  }

  private void access(Origin origin, Holder holder, TipPerson.Capture capture) {
    RecordedTime time = time("dateTime", origin, capture.time());
    String event = capture.event();
    String action = event == null ? "unknown" : event.strip().toLowerCase(Locale.ROOT);
    output.write(
        AccessRecord.of(
            origin,
            holder,
            output.normaliser(),
            capture.ip(),
            time,
            action.substring(0, Math.min(LONGEST_ACTION, action.length())),
            null));
  }

  /** References to the file: its hashes and what the provider says of it. */
  void file(Origin origin, Holder holder, TipFile file) {
    for (TipFile.Hash hash : file.hashes()) {
      String raw = hash.algorithm() + ":" + hash.value();
      if (raw.length() <= LONGEST) {
        output.write(
            new FactRecord(origin, holder, "FILE_HASH", raw, raw.toLowerCase(Locale.ROOT), null));
      }
    }
    fact(origin, holder, "FILE_CLASS", file.classification(), RecordedTime.NONE);
    file.addresses().forEach(capture -> access(origin, holder, capture));
  }

  private void fact(
      Origin origin, Holder holder, String kind, @Nullable String raw, RecordedTime at) {
    if (raw != null && !raw.isBlank() && !kind.isEmpty() && raw.length() <= LONGEST) {
      NormalValue normal = output.normaliser().normalFact(kind, raw);
      output.write(new FactRecord(origin, holder, kind, raw, normal, Normaliser.VERSION, at));
    }
  }
}
