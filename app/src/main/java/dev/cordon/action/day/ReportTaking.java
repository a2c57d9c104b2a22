package dev.cordon.action.day;

import dev.cordon.Columns;
import dev.cordon.access.AgencyId;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.action.SiteMeasures;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes one report in one transaction: the report, its words, its measure, its site's state. */
@Component
class ReportTaking {

  /** A clock that has moved by more since it was compared is doubted. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final SiteMeasures measures;
  private final SiteStates states;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;
  private final JsonMapper canonical = JsonMapper.builder().build();

  ReportTaking(
      JdbcClient jdbc,
      CurrentMember currentMember,
      SiteMeasures measures,
      SiteStates states,
      Ledger ledger,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.measures = measures;
    this.states = states;
    this.ledger = ledger;
    this.events = events;
  }

  /**
   * What became of it.
   *
   * @param again whether it was there already
   * @param aside why it has to be kept aside; null when it stands
   */
  record Result(boolean again, Asides.@Nullable Reason aside) {}

  private record Site(
      UUID id,
      UUID day,
      String number,
      String country,
      @Nullable UUID packageSubject,
      @Nullable UUID subject,
      @Nullable UUID receivedSubject,
      @Nullable String authority,
      @Nullable String legalReference) {}

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  Result take(
      OperationId operation, @Nullable UUID device, @Nullable Instant sentAt, NewReport report) {
    AgencyId agency = currentMember.agency();
    String digest = Sha256.hex(canonical.writeValueAsBytes(report));
    Optional<Result> before = before(operation, report, digest);
    if (before.isPresent()) {
      return before.get();
    }
    if (device != null && !stands(operation, device)) {
      return new Result(false, Asides.Reason.ENDED_DEVICE);
    }
    Optional<Site> found = site(operation, agency, report.site());
    if (found.isEmpty()) {
      return new Result(false, Asides.Reason.NOT_YOUR_SITE);
    }
    Site site = found.get();
    states.lock(operation, agency, site.day(), site.id());
    if (!add(operation, agency, site, device, sentAt, report, digest)) {
      return before(operation, report, digest)
          .orElseGet(() -> new Result(false, Asides.Reason.OTHER_CONTENT));
    }
    addWords(operation, agency, site, report);
    ledger.append(
        Entry.of(
                operation,
                Act.COLLECTION,
                "day-report",
                "reported " + report.kind().text() + " from site " + site.number())
            .touching(report.id(), site.id()));
    report.kind().measure().ifPresent(kind -> addMeasure(operation, agency, site, report, kind));
    states.compute(site.id());
    events.publishEvent(new DayChanged(operation, site.day(), Optional.of(agency)));
    return new Result(false, null);
  }

  private Optional<Result> before(OperationId operation, NewReport report, String digest) {
    return jdbc.sql(ReportSql.KNOWN)
        .param("operation", operation.value())
        .param("report", report.id())
        .query(String.class)
        .optional()
        .map(known ->
            known.equals(digest)
                ? new Result(true, null)
                : new Result(false, Asides.Reason.OTHER_CONTENT));
  }

  private boolean stands(OperationId operation, UUID device) {
    return jdbc.sql(ReportSql.DEVICE_STANDS)
        .param("operation", operation.value())
        .param("device", device)
        .query(Boolean.class)
        .single();
  }

  private Optional<Site> site(OperationId operation, AgencyId agency, UUID site) {
    return jdbc.sql(ReportSql.SITE)
        .param("operation", operation.value())
        .param("site", site)
        .param("agency", agency.value())
        .query((row, number) -> site(row))
        .optional();
  }

  private static Site site(ResultSet row) throws SQLException {
    UUID subject = row.getObject("subject_id", UUID.class);
    return new Site(
        Columns.uuid(row, "id"),
        Columns.uuid(row, "action_day_id"),
        row.getString("number"),
        row.getString("country"),
        subject == null ? null : row.getObject("package_subject_id", UUID.class),
        subject,
        row.getObject("received_subject_id", UUID.class),
        row.getString("authority"),
        row.getString("legal_reference"));
  }

  private boolean add(
      OperationId operation,
      AgencyId agency,
      Site site,
      @Nullable UUID device,
      @Nullable Instant sentAt,
      NewReport report,
      String digest) {
    return jdbc.sql(ReportSql.ADD)
            .param("id", report.id())
            .param("operation", operation.value())
            .param("agency", agency.value())
            .param("day", site.day())
            .param("site", site.id())
            .param("kind", report.kind().text())
            .param("resource", report.resource() == null ? null : report.resource().text())
            .param("device", device)
            .param("sequence", report.sequence() == null ? 0 : report.sequence())
            .param("at", report.moment())
            .param("utcOffset", report.moment().getOffset().getTotalSeconds())
            .param("clockOffset", report.clockOffset())
            .param("placed", Columns.parameter(report.placedAt()))
            .param("sent", sentAt == null ? null : Columns.parameter(sentAt))
            .param("doubted", doubted(report, sentAt, Instant.now()))
            .param("corrects", report.corrects())
            .param("digest", digest)
            .update()
        > 0;
  }

  /**
   * Nothing happens after it is received; and a clock that was compared does not move by itself.
   */
  static boolean doubted(NewReport report, @Nullable Instant sentAt, Instant receivedAt) {
    boolean future = report.placedAt().isAfter(receivedAt.plus(CLOCK_TOLERANCE));
    if (sentAt == null) {
      return future;
    }
    Duration moved = Duration.between(sentAt.plusSeconds(report.clockOffset()), receivedAt).abs();
    return future || moved.compareTo(CLOCK_TOLERANCE) > 0;
  }

  private void addWords(OperationId operation, AgencyId agency, Site site, NewReport report) {
    String words = report.words();
    if (words == null || words.isBlank()) {
      return;
    }
    jdbc.sql(ReportSql.ADD_WORDS)
        .param("id", report.id())
        .param("operation", operation.value())
        .param("agency", agency.value())
        .param("day", site.day())
        .param("site", site.id())
        .param("words", words)
        .update();
  }

  private void addMeasure(
      OperationId operation,
      AgencyId agency,
      Site site,
      NewReport report,
      dev.cordon.action.MeasureKind kind) {
    NewReport.Item item = report.item();
    String authority = report.authority();
    String legalReference = report.legalReference();
    measures.add(
        new SiteMeasures.Reported(
            operation,
            agency,
            site.country(),
            site.id(),
            site.number(),
            site.packageSubject(),
            site.subject(),
            site.receivedSubject(),
            report.id(),
            kind,
            report.placedAt().atOffset(report.moment().getOffset()),
            currentMember.get().displayName(),
            item == null
                ? null
                : new SiteMeasures.Item(item.kind(), item.description(), item.seal()),
            authority == null ? site.authority() : authority,
            legalReference == null ? site.legalReference() : legalReference));
  }
}
