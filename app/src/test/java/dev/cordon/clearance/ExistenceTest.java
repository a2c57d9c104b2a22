package dev.cordon.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.cordon.TinyOperation;
import dev.cordon.access.OperationId;
import dev.cordon.access.SignedIn;
import dev.cordon.action.FieldReport;
import dev.cordon.action.FieldReports;
import dev.cordon.action.MeasureKind;
import dev.cordon.dispatch.PackageId;
import dev.cordon.evidence.Exhibits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * What exists and is hidden answers as what never was: the same status, headers and body, and the
 * same statements asked of the database.
 */
class ExistenceTest extends TinyOperation {

  @Autowired private MockMvc http;
  @Autowired private FieldReports reports;
  @Autowired private Exhibits exhibits;

  private OperationId foreign;
  private PackageId foreignPackage;
  private UUID germanSubject;
  private UUID germanReport;
  private UUID germanExhibit;
  private UUID germanSite;

  private record Answer(int status, Map<String, List<String>> headers, String body) {}

  private record Asked(Answer answer, List<String> statements) {}

  @BeforeEach
  void hiddenThings() {
    FieldReport seizure =
        new FieldReport(
            "FR-DE",
            "DE",
            "Officer Beispiel",
            MeasureKind.SEARCH,
            "2025-02-26T06:05:00+01:00",
            null,
            null,
            null,
            List.of(new FieldReport.Item(1, "storage", "disk", null, null)),
            null);
    germanReport = get(germanOfficer, () -> reports.take(operation, seizure).id());
    germanExhibit =
        get(germanOfficer, () -> exhibits.page(operation, null, null, 1).rows().getFirst().id());
    germanSubject = only("select id from cordon.package_subject where package_id = ?");
    germanSite = UUID.randomUUID();
    as(coordinator, this::planGermanSite);
    foreign = newOperation(other);
    foreignPackage = new PackageId(germanPackage.value());
  }

  private UUID only(String query) {
    return get(
        germanOfficer,
        () -> jdbc.sql(query).params(germanPackage.value()).query(UUID.class).single());
  }

  private void planGermanSite() {
    UUID day = UUID.randomUUID();
    jdbc.sql(
            """
            insert into cordon.action_day (id, operation_id, name, starts_on, ends_on, created_by)
            values (?, ?, 'Day', current_date, current_date, ?)
            """)
        .params(day, operation.value(), coordinator.member().value())
        .update();
    jdbc.sql(
            """
            insert into cordon.site (id, operation_id, agency_id, action_day_id, label, country, time_zone, planned_at, planned_by)
            values (?, ?, ?, ?, 'Site', 'DE', 'Europe/Berlin', now(), ?)
            """)
        .params(germanSite, operation.value(), german.value(), day, coordinator.member().value())
        .update();
  }

  @Test
  void thingsOfAnotherAgency_answerAsAbsentOnes() {
    Map<String, UUID> hidden = new LinkedHashMap<>();
    hidden.put("GET /api/operations/{o}/packages/ID", germanPackage.value());
    hidden.put("GET /api/operations/{o}/packages/ID/subjects", germanPackage.value());
    hidden.put("GET /api/operations/{o}/packages/ID/copy", germanPackage.value());
    hidden.put(
        "GET /api/operations/{o}/packages/" + swedishPackage + "/subjects/ID/records",
        germanSubject);
    hidden.put("POST /api/operations/{o}/packages/ID/receipt", germanPackage.value());
    hidden.put("GET /api/operations/{o}/field-reports/ID", germanReport);
    hidden.put("GET /api/operations/{o}/exhibits/ID", germanExhibit);
    hidden.put("GET /api/operations/{o}/exhibits/ID/hand-overs", germanExhibit);
    hidden.put("GET /api/operations/{o}/exhibits/ID/triage", germanExhibit);
    hidden.put("POST /api/operations/{o}/sites/ID/start", germanSite);
    hidden.put("POST /api/operations/{o}/sites/ID/end", germanSite);
    hidden.put("GET /operations/{o}/packages/ID", germanPackage.value());
    hidden.put("GET /operations/{o}/field-reports/ID", germanReport);
    hidden.put("GET /operations/{o}/exhibits/ID", germanExhibit);
    hidden.forEach((route, id) -> compare(officer, route, operation.value(), id, 404));
  }

  @Test
  void operationOfOthers_answersAsAnAbsentOne() {
    for (String route :
        List.of(
            "GET /api/operations/ID",
            "GET /api/operations/ID/packages",
            "GET /api/operations/ID/packages/" + foreignPackage,
            "GET /api/operations/ID/subjects",
            "GET /api/operations/ID/sources",
            "GET /api/operations/ID/figures",
            "GET /api/operations/ID/ledger",
            "GET /api/operations/ID/board",
            "GET /api/operations/ID/law/coverage?country=DK&conduct=POSSESS&on=2025-02-26",
            "POST /api/operations/ID/packages",
            "POST /api/operations/ID/memberships",
            "GET /operations/ID",
            "GET /operations/ID/packages",
            "GET /operations/ID/reading",
            "GET /operations/ID/break-glass",
            "POST /operations/ID/reading")) {
      compare(officer, route, operation.value(), foreign.value(), 404);
    }
  }

  @Test
  void subjectOfAStricterCode_answersAsAnAbsentOne() {
    UUID subject = subjectMarked("H3");
    for (String route :
        List.of(
            "GET /api/operations/{o}/subjects/ID",
            "GET /api/operations/{o}/subjects/ID/judgements",
            "GET /api/operations/{o}/subjects/ID/records",
            "GET /api/operations/{o}/subjects/ID/attribution",
            "GET /operations/{o}/subjects/ID")) {
      compare(analyst, route, operation.value(), subject, 404);
    }
    compareWithBody(
        analyst,
        "POST /api/operations/{o}/subjects/ID/withdrawal",
        operation.value(),
        subject,
        "{\"reason\":\"test\"}");
  }

  @Test
  void reasonIsAskedFirst_soItsLackTellsNothing() {
    SignedIn silent = member(lead);
    as(
        administrator,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.membership (operation_id, member_id, role, ends_at, granted_by)
                    values (?, ?, 'analyst', now() + interval '1 day', ?)
                    """)
                .params(operation.value(), silent.member().value(), administrator.member().value())
                .update());
    compare(
        silent, "GET /api/operations/{o}/subjects/ID", operation.value(), subjectMarked("H1"), 428);
  }

  private UUID subjectMarked(String code) {
    SignedIn cleared = member(lead);
    as(
        administrator,
        () ->
            jdbc.sql(
                    "insert into cordon.membership (operation_id, member_id, role, ends_at, granted_by, clearance)"
                        + " values (?, ?, 'coordinator', now() + interval '1 day', ?, '{H0,H1,H2,H3}')")
                .params(operation.value(), cleared.member().value(), administrator.member().value())
                .update());
    UUID subject = UUID.randomUUID();
    as(cleared, () -> Persons.add(jdbc, operation, subject, "suspect"));
    as(cleared, () -> Persons.mark(jdbc, operation, subject, code));
    return subject;
  }

  private void compare(SignedIn by, String route, UUID in, UUID hidden, int status) {
    Asked first = ask(by, route, in, hidden, "{}");
    Asked absent = ask(by, route, in, UUID.randomUUID(), "{}");
    assertThat(first.answer()).as(route).isEqualTo(absent.answer());
    assertThat(first.statements()).as(route).isEqualTo(absent.statements());
    assertThat(first.answer().status()).as(route).isEqualTo(status);
  }

  private void compareWithBody(SignedIn by, String route, UUID in, UUID hidden, String body) {
    Asked first = ask(by, route, in, hidden, body);
    Asked absent = ask(by, route, in, UUID.randomUUID(), body);
    assertThat(first).as(route).isEqualTo(absent);
    assertThat(first.answer().status()).as(route).isEqualTo(404);
  }

  private Asked ask(SignedIn by, String route, UUID in, UUID id, String body) {
    String[] parts = route.split(" ", 2);
    String path = parts[1].replace("{o}", in.toString()).replace("ID", id.toString());
    Thread asking = Thread.currentThread();
    ListAppender<ILoggingEvent> statements =
        new ListAppender<>() {
          // The ledger's sequencer asks on a thread of its own.
          @Override
          protected void append(ILoggingEvent event) {
            if (Thread.currentThread() == asking) {
              super.append(event);
            }
          }
        };
    Logger logger = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
    Level before = logger.getLevel();
    logger.setLevel(Level.DEBUG);
    logger.setAdditive(false);
    statements.start();
    logger.addAppender(statements);
    try {
      MockHttpServletResponse answer =
          http.perform(
                  MockMvcRequestBuilders.request(HttpMethod.valueOf(parts[0]), path)
                      .contentType(MediaType.APPLICATION_JSON)
                      .content(parts[0].equals("POST") ? body : "")
                      .with(
                          authentication(
                              UsernamePasswordAuthenticationToken.authenticated(
                                  by, null, AuthorityUtils.createAuthorityList("MEMBER"))))
                      .with(csrf()))
              .andReturn()
              .getResponse();
      return new Asked(
          answer(answer, id),
          statements.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    } catch (Exception failed) {
      throw new IllegalStateException(route, failed);
    } finally {
      logger.detachAppender(statements);
      logger.setLevel(before);
      logger.setAdditive(true);
    }
  }

  private static Answer answer(MockHttpServletResponse response, UUID id) throws Exception {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String name : response.getHeaderNames()) {
      headers.put(
          name,
          new ArrayList<>(
              response.getHeaders(name).stream()
                  .map(value -> value.replace(id.toString(), "ID"))
                  .toList()));
    }
    String body =
        response
            .getContentAsString()
            .replace(id.toString(), "ID")
            .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    return new Answer(response.getStatus(), headers, body);
  }
}
