package dev.cordon.action;

import dev.cordon.access.AgencyId;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.kernel.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Measures that stand on a report from a planned site: with the authority and the provision they
 * stand on, and without a name or an address, which the site's plan has. A seized item opens its
 * exhibit, as with every other report.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SiteMeasures {

  private static final String RULE = "site-of-subject 1";

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final ReportIntake intake;
  private final ApplicationEventPublisher events;

  SiteMeasures(
      JdbcClient jdbc,
      CurrentMember currentMember,
      ReportIntake intake,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.intake = intake;
    this.events = events;
  }

  /** A thing seized. */
  public record Item(String kind, String description, @Nullable String seal) {}

  /**
   * A measure as it was reported.
   *
   * @param number of the site
   * @param packageSubject the subject the site was planned for, while its package stands
   * @param subject the same, as the operation knows it
   * @param receivedSubject the person of a package from another server the site was planned for
   * @param report the report it stands on
   * @param at when, at the place
   * @param officer who reports
   * @param item what was seized
   */
  public record Reported(
      OperationId operation,
      AgencyId agency,
      String country,
      UUID site,
      String number,
      @Nullable UUID packageSubject,
      @Nullable UUID subject,
      @Nullable UUID receivedSubject,
      UUID report,
      MeasureKind kind,
      OffsetDateTime at,
      String officer,
      @Nullable Item item,
      @Nullable String authority,
      @Nullable String legalReference) {}

  /** Writes the measure, and what it tells other stages. */
  public void add(Reported reported) {
    UUID report = UUID.randomUUID();
    addReport(report, reported);
    match(report, reported);
    UUID measure = UUID.randomUUID();
    jdbc.sql(ActionSql.ADD_SITE_MEASURE)
        .param("id", measure)
        .param("operation", reported.operation().value())
        .param("agency", reported.agency().value())
        .param("report", report)
        .param("kind", reported.kind().text())
        .param("country", reported.country())
        .param("visit", reported.number())
        .param("at", reported.at())
        .param("site", reported.site())
        .param("dayReport", reported.report())
        .param("authority", reported.authority())
        .param("legalReference", reported.legalReference())
        .update();
    List<SeizedItem> items = items(measure, reported);
    events.publishEvent(
        new MeasureReported(
            reported.operation(),
            reported.agency(),
            reported.country(),
            measure,
            reported.kind(),
            reported.at().toInstant(),
            reported.at().getYear(),
            reported.officer(),
            "Site " + reported.number(),
            items));
  }

  private void addReport(UUID id, Reported reported) {
    String number = reported.number() + "/" + reported.report().toString().substring(0, 13);
    int added =
        jdbc.sql(ActionSql.ADD_REPORT)
            .param("id", id)
            .param("operation", reported.operation().value())
            .param("agency", reported.agency().value())
            .param("report", number)
            .param("country", reported.country())
            .param("officer", reported.officer())
            .param("kind", reported.kind().text())
            .param("at", reported.at())
            .param("offset", reported.at().getOffset().getTotalSeconds())
            .param("given", null)
            .param("family", null)
            .param("birthYear", null)
            .param("line", null)
            .param("postcode", null)
            .param("city", null)
            .param("addressCountry", null)
            .param("visit", reported.number())
            .param("note", null)
            .param(
                "digest", Sha256.hex(reported.report().toString().getBytes(StandardCharsets.UTF_8)))
            .param("member", currentMember.member().value())
            .update();
    if (added == 0) {
      throw new IllegalStateException("two reports of one number: " + number);
    }
  }

  private void match(UUID report, Reported reported) {
    Whom whom = whom(reported);
    if (whom == null) {
      return;
    }
    intake.addMatch(
        new ReportIntake.NewMatch(
            reported.operation(),
            reported.agency(),
            report,
            whom,
            RULE,
            "reported from site " + reported.number() + ", planned for this subject"),
        currentMember.member());
  }

  private static @Nullable Whom whom(Reported reported) {
    UUID received = reported.receivedSubject();
    if (received != null) {
      return Whom.received(received);
    }
    UUID packageSubject = reported.packageSubject();
    UUID subject = reported.subject();
    return packageSubject == null || subject == null
        ? null
        : Whom.dispatched(packageSubject, subject);
  }

  private List<SeizedItem> items(UUID measure, Reported reported) {
    Item item = reported.item();
    if (item == null) {
      return List.of();
    }
    SeizedItem seized =
        new SeizedItem(UUID.randomUUID(), 1, item.kind(), item.description(), item.seal());
    intake.addItem(measure, reported.operation(), reported.agency(), seized);
    return List.of(seized);
  }
}
