package dev.cordon.action;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.AgencyId;
import dev.cordon.access.MemberId;
import dev.cordon.access.OperationId;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.Ledger;
import dev.cordon.ledger.ReceiptWords;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a report, what it tells of, and the match the rule finds. */
@Component
class ReportIntake {

  private final JdbcClient jdbc;
  private final HeldPersons heldPersons;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;
  private final MatchRule rule = new MatchRule();
  private final JsonMapper canonical = JsonMapper.builder().build();

  ReportIntake(
      JdbcClient jdbc, HeldPersons heldPersons, Ledger ledger, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.heldPersons = heldPersons;
    this.ledger = ledger;
    this.events = events;
  }

  private record Known(UUID id, String digest) {}

  /** Who reports, and in which country. */
  private record Reporter(
      OperationId operation, AgencyId agency, String country, MemberId member) {}

  /** A match to be written; no rule when a person made it. */
  record NewMatch(
      OperationId operation,
      AgencyId agency,
      UUID report,
      Whom whom,
      @Nullable String rule,
      String why) {}

  private record Candidate(HeldPerson person, String why) {}

  /** Takes the report unless it is there already; gives its id. */
  UUID take(OperationId operation, AgencyId agency, MemberId member, FieldReport report) {
    String country = country(agency, report);
    String digest = Sha256.hex(canonical.writeValueAsBytes(report));
    UUID id = UUID.randomUUID();
    Reporter reporter = new Reporter(operation, agency, country, member);
    if (!add(id, reporter, report, digest)) {
      return known(operation, agency, report, digest);
    }
    enter(id, reporter, report, digest);
    matchByRule(id, reporter, report);
    if (report.kind() != MeasureKind.NO_ACTION) {
      addMeasure(id, reporter, report);
    } else if (!report.seized().isEmpty()) {
      throw new RefusedException(
          "Report " + report.report() + " says no_action but lists seized items.");
    }
    return id;
  }

  private void enter(UUID id, Reporter reporter, FieldReport report, String digest) {
    ReceiptWords statement = ReportStatement.of(id, reporter.operation(), report, digest);
    EntryId entry =
        ledger.append(
            Entry.of(
                    reporter.operation(), Act.COLLECTION, "field-report", "reported from the field")
                .touching(id, statement.record()));
    jdbc.sql(ActionSql.ADD_RECEIPT)
        .param("report", id)
        .param("operation", reporter.operation().value())
        .param("agency", reporter.agency().value())
        .param("statement", statement.text())
        .param("entry", entry.value())
        .update();
  }

  private String country(AgencyId agency, FieldReport report) {
    return jdbc.sql("select name, country from cordon.agency where id = :agency")
        .param("agency", agency.value())
        .query(row -> {
          if (!row.next()) {
            throw new RefusedException("Your agency is not known here.");
          }
          String country = row.getString("country");
          if (!report.agency().equals(country) && !report.agency().equals(row.getString("name"))) {
            throw new RefusedException(
                "Report "
                    + report.report()
                    + " names the agency '"
                    + report.agency()
                    + "', but you report for "
                    + row.getString("name")
                    + " ("
                    + country
                    + ").");
          }
          return country;
        });
  }

  private UUID known(OperationId operation, AgencyId agency, FieldReport report, String digest) {
    Known known =
        jdbc.sql(ActionSql.KNOWN_REPORT)
            .param("operation", operation.value())
            .param("agency", agency.value())
            .param("report", report.report())
            .query((row, number) ->
                new Known(Columns.uuid(row, "id"), row.getString("content_sha256")))
            .single();
    if (!known.digest().equals(digest)) {
      throw new RefusedException(
          "Report "
              + report.report()
              + " was received before with other content. The first one stands; send the"
              + " correction under a new number.");
    }
    return known.id();
  }

  private boolean add(UUID id, Reporter reporter, FieldReport report, String digest) {
    OffsetDateTime at = report.moment();
    ReportedPerson person = report.reportedPerson();
    ReportedAddress address = report.reportedAddress();
    return jdbc.sql(ActionSql.ADD_REPORT)
            .param("id", id)
            .param("operation", reporter.operation().value())
            .param("agency", reporter.agency().value())
            .param("report", report.report())
            .param("country", reporter.country())
            .param("officer", report.officer())
            .param("kind", report.kind().text())
            .param("at", at)
            .param("offset", at.getOffset().getTotalSeconds())
            .param("given", person.given())
            .param("family", person.family())
            .param("birthYear", person.birthYear())
            .param("line", address == null ? null : address.line())
            .param("postcode", address == null ? null : address.postcode())
            .param("city", address == null ? null : address.city())
            .param("addressCountry", address == null ? null : address.country())
            .param("visit", report.measure())
            .param("note", report.note())
            .param("digest", digest)
            .param("member", reporter.member().value())
            .update()
        > 0;
  }

  private void matchByRule(UUID report, Reporter reporter, FieldReport content) {
    List<Candidate> candidates = new ArrayList<>();
    for (HeldPerson held : heldPersons.of(reporter.operation(), reporter.agency())) {
      rule.why(content.reportedPerson(), content.reportedAddress(), held)
          .ifPresent(why -> candidates.add(new Candidate(held, why)));
    }
    if (candidates.size() == 1) {
      match(report, reporter, content, candidates.getFirst());
    }
  }

  private void match(UUID report, Reporter reporter, FieldReport content, Candidate candidate) {
    Whom whom = candidate.person().whom();
    addMatch(
        new NewMatch(
            reporter.operation(),
            reporter.agency(),
            report,
            whom,
            MatchRule.VERSION,
            candidate.why()),
        reporter.member());
    ledger.append(
        Entry.of(
                reporter.operation(),
                Act.COMBINATION,
                "report-match",
                MatchRule.VERSION + ": " + candidate.why())
            .touching(report, whom.record()));
    if (content.kind() != MeasureKind.NO_ACTION) {
      jdbc.sql(ActionSql.START_MATCHED_SITE)
          .param("operation", reporter.operation().value())
          .param("packageSubject", whom.packageSubject())
          .param("receivedSubject", whom.receivedSubject())
          .param("at", content.moment())
          .update();
    }
  }

  /** Writes a match. */
  void addMatch(NewMatch match, MemberId member) {
    jdbc.sql(ActionSql.ADD_MATCH)
        .param("id", UUID.randomUUID())
        .param("operation", match.operation().value())
        .param("agency", match.agency().value())
        .param("report", match.report())
        .param("packageSubject", match.whom().packageSubject())
        .param("subject", match.whom().subject())
        .param("receivedSubject", match.whom().receivedSubject())
        .param("rule", match.rule())
        .param("why", match.why())
        .param("member", member.value())
        .update();
  }

  private void addMeasure(UUID report, Reporter reporter, FieldReport content) {
    UUID measure = UUID.randomUUID();
    OffsetDateTime at = content.moment();
    jdbc.sql(ActionSql.ADD_MEASURE)
        .param("id", measure)
        .param("operation", reporter.operation().value())
        .param("agency", reporter.agency().value())
        .param("report", report)
        .param("kind", content.kind().text())
        .param("country", reporter.country())
        .param("visit", content.measure())
        .param("at", at)
        .update();
    List<SeizedItem> items = content.seized().stream().map(ReportIntake::seized).toList();
    items.forEach(item -> addItem(measure, reporter.operation(), reporter.agency(), item));
    events.publishEvent(
        new MeasureReported(
            reporter.operation(),
            reporter.agency(),
            reporter.country(),
            measure,
            content.kind(),
            at.toInstant(),
            at.getYear(),
            content.officer(),
            ActionRows.place(content.reportedAddress()),
            items));
  }

  private static SeizedItem seized(FieldReport.Item item) {
    return new SeizedItem(
        UUID.randomUUID(), item.number(), item.kind(), item.description(), item.seal());
  }

  /** Writes an item of a measure. */
  void addItem(UUID measure, OperationId operation, AgencyId agency, SeizedItem item) {
    jdbc.sql(ActionSql.ADD_ITEM)
        .param("id", item.id())
        .param("operation", operation.value())
        .param("agency", agency.value())
        .param("measure", measure)
        .param("number", item.number())
        .param("kind", item.kind())
        .param("description", item.description())
        .param("seal", item.seal())
        .update();
  }
}
