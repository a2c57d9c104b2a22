package dev.cordon.action.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.cordon.DatabaseTest;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.action.ActionDays;
import dev.cordon.action.NewSite;
import dev.cordon.action.day.DayReports;
import dev.cordon.action.day.FieldDevices;
import dev.cordon.action.day.ReportBatch;
import dev.cordon.action.day.ReportKind;
import dev.cordon.action.day.SiteRecord;
import dev.cordon.action.day.Teams;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is planned, written and corrected on the pages of a day, and who finds the forms for it. */
class ActionPagesTest extends DatabaseTest {

  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  @Autowired private MockMvcTester mvc;
  @Autowired private ActionDays days;
  @Autowired private DayReports reports;
  @Autowired private FieldDevices devices;
  @Autowired private Teams teams;

  private final OffsetDateTime entered =
      Instant.now()
          .truncatedTo(ChronoUnit.MINUTES)
          .minusSeconds(3600)
          .atZone(STOCKHOLM)
          .toOffsetDateTime();
  private UUID day;
  private UUID site;
  private String plan;
  private String page;

  @BeforeEach
  void plannedDay() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    day =
        get(
            coordinator,
            () -> days.plan(operation, "Action", today.minusDays(1), today.plusDays(1)));
    site = site("A");
    plan = "/operations/" + operation.value() + "/action-days/" + day;
    page = "/operations/" + operation.value() + "/action-sites/" + site;
  }

  @Test
  void report_isCorrectedOnItsSitesPage_andTheFirstOneStays() {
    UUID entry = reported("entry");
    assertThat(read(page, officer)).hasStatusOk().bodyText().contains("Correct a report");
    assertThat(read(page, coordinator)).bodyText().doesNotContain("Correct a report");

    done(
        send(
            page + "/corrections",
            officer,
            Map.of("corrects", entry.toString(), "kind", "NOBODY_THERE", "words", "wrong button")));
    SiteRecord record = get(officer, () -> reports.sequence(operation, site));
    assertThat(record.progress()).isEqualTo(ReportKind.Progress.NOBODY_THERE);
    assertThat(record.lines()).hasSize(2);
    assertThat(record.lines()).extracting(SiteRecord.Line::at).containsOnly(entered.toInstant());
    assertThat(read(page, officer))
        .bodyText()
        .contains("corrected", "a correction", "wrong button", "Entry");

    assertThat(
            problem(
                send(
                    page + "/corrections",
                    officer,
                    Map.of("corrects", entry.toString(), "kind", "VOID"))))
        .contains("corrected before");
    UUID correction =
        record.lines().stream()
            .filter(SiteRecord.Line::stands)
            .findFirst()
            .orElseThrow()
            .report()
            .id();
    done(
        send(
            page + "/corrections",
            officer,
            Map.of("corrects", correction.toString(), "kind", "VOID")));
    assertThat(get(officer, () -> reports.sequence(operation, site)).progress())
        .isEqualTo(ReportKind.Progress.PLANNED);
    assertThat(
            send(
                page + "/corrections",
                officer,
                Map.of("corrects", UUID.randomUUID().toString(), "kind", "ENTRY")))
        .hasStatus(404);
  }

  @Test
  void correctionOfAnItem_saysWhatWasSeized_atTheTimeGiven() {
    UUID entry = reported("entry");
    LocalDateTime later = entered.toLocalDateTime().plusMinutes(20);
    done(
        send(
            page + "/corrections",
            officer,
            Map.of(
                "corrects",
                entry.toString(),
                "kind",
                "ITEM_SEIZED",
                "itemKind",
                "phone",
                "description",
                "black phone",
                "local",
                later.toString())));
    SiteRecord record = get(officer, () -> reports.sequence(operation, site));
    assertThat(record.items()).isEqualTo(1);
    assertThat(record.lastAt()).isEqualTo(later.atZone(STOCKHOLM).toInstant());
  }

  @Test
  void teamsMembers_areOfferedItsSites_untilTheyAreTakenOut() {
    SignedIn colleague = member(other, operation, Role.NATIONAL_OFFICER);
    UUID free = site("B");
    done(send(plan + "/teams", officer, Map.of("name", "Team 1", "officers", "6")));
    UUID team = get(officer, () -> teams.of(operation, day)).getFirst().id();
    String members = plan + "/teams/" + team + "/members";
    done(send(members, officer, Map.of("member", colleague.member().value().toString())));
    done(send(page + "/team", officer, Map.of("team", team.toString())));
    assertThat(read(plan, officer)).bodyText().contains("In it: 1", colleague.displayName());
    assertThat(get(colleague, () -> devices.sites(operation)))
        .extracting(FieldDevices.FieldSite::id)
        .containsExactly(site);

    assertThat(problem(send(members, officer, of(colleague)))).contains("not in it");
    assertThat(problem(send(members, officer, of(analyst)))).contains("of the team's agency");
    done(send(members + "/end", officer, of(colleague)));
    assertThat(problem(send(members + "/end", officer, of(colleague)))).contains("not in this");
    assertThat(get(colleague, () -> devices.sites(operation)))
        .extracting(FieldDevices.FieldSite::id)
        .containsExactlyInAnyOrder(site, free);
    done(send(members, officer, of(colleague)));
    assertThat(get(officer, () -> teams.of(operation, day)).getFirst().members()).hasSize(1);
  }

  @Test
  void dayOff_isAddedWithItsSource_andSaidOfTheSite() {
    String on = LocalDateTime.ofInstant(entered.toInstant(), STOCKHOLM).toLocalDate().toString();
    Map<String, String> form =
        Map.of("on", on, "name", "Invented day", "source", "the agency's calendar");
    done(send(plan + "/days-off", officer, form));
    assertThat(read(plan, officer))
        .bodyText()
        .contains("a day off there: Invented day", "the agency&#39;s calendar");
    assertThat(problem(send(plan + "/days-off", officer, form))).contains("holds a day off");
  }

  @Test
  void whoWaits_readsTheWords_andOnlyTheLeadForWhom() {
    Map<String, String> form =
        Map.of(
            "agency",
            other.value().toString(),
            "before",
            lead.value().toString(),
            "words",
            "not before the word of the coordinator");
    assertThat(send(plan + "/dependencies", officer, form)).hasStatus(404);
    done(send(plan + "/dependencies", coordinator, form));
    assertThat(read(plan, officer))
        .bodyText()
        .contains("not before the word of the coordinator")
        .doesNotContain("(Agency " + lead + ")");
    assertThat(read(plan, coordinator)).bodyText().contains("(Agency " + lead + ")");
  }

  @Test
  void pressLine_isWrittenOnThePage_andWaitsForItsHour() {
    String tomorrow =
        LocalDateTime.now(ZoneOffset.UTC).plusDays(1).truncatedTo(ChronoUnit.MINUTES).toString();
    done(
        send(
            plan + "/press-lines",
            coordinator,
            Map.of("words", "Police acted in several countries", "untilUtc", tomorrow)));
    assertThat(read(plan, coordinator))
        .bodyText()
        .contains("Police acted in several", "not before");
    assertThat(read(plan, officer)).bodyText().doesNotContain("Police acted in several");
  }

  @Test
  void leak_isPutOnRecordAlone_andIsItsAgencysAndTheLeads() {
    done(
        send(
            plan + "/leaks",
            officer,
            Map.of("kind", "PRESS", "words", "a paper asks", "source", "our spokesperson")));
    assertThat(read(plan + "/live", officer)).bodyText().contains("a paper asks", "the press asks");
    assertThat(read(plan + "/live", coordinator)).bodyText().contains("our spokesperson");
    assertThat(read(plan + "/after", coordinator)).bodyText().contains("a paper asks");
    SignedIn elsewhere = member(agency("DE"), operation, Role.NATIONAL_OFFICER);
    assertThat(read(plan + "/live", elsewhere)).bodyText().doesNotContain("a paper asks");
    assertThat(problem(send(plan + "/leaks", officer, Map.of("kind", "PRESS"))))
        .contains("say what became known");
  }

  @Test
  void formField_doesNotChangeWhichDayItIsAbout() {
    UUID second =
        get(
            coordinator,
            () ->
                days.plan(
                    operation,
                    "Other day",
                    LocalDate.now(ZoneOffset.UTC),
                    LocalDate.now(ZoneOffset.UTC)));
    done(
        send(
            plan + "/teams",
            officer,
            Map.of("name", "Team 1", "officers", "6", "day", second.toString())));
    assertThat(get(officer, () -> teams.of(operation, day))).hasSize(1);
    assertThat(get(officer, () -> teams.of(operation, second))).isEmpty();
    assertThat(read("/operations/" + operation.value() + "/action-days/none", officer))
        .hasStatus(404);
  }

  private UUID reported(String kind) {
    UUID id = UUID.randomUUID();
    JsonNode report =
        JsonMapper.shared()
            .valueToTree(
                Map.of(
                    "id",
                    id.toString(),
                    "site",
                    site.toString(),
                    "kind",
                    kind,
                    "at",
                    entered.toString()));
    CurrentMember.as(
        officer,
        () ->
            assertThat(reports.take(operation, new ReportBatch(null, null, List.of(report))))
                .hasSize(1));
    return id;
  }

  private UUID site(String label) {
    return get(
        officer,
        () ->
            days.addSite(
                operation,
                day,
                new NewSite(other, label, STOCKHOLM, entered.toLocalDateTime(), null)));
  }

  private static Map<String, String> of(SignedIn member) {
    return Map.of("member", member.member().value().toString());
  }

  private MvcTestResult send(String address, SignedIn member, Map<String, String> form) {
    MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(address);
    form.forEach(request::param);
    return mvc.perform(request.with(by(member)).with(csrf()));
  }

  private MvcTestResult read(String address, SignedIn reader) {
    return mvc.perform(
        MockMvcRequestBuilders.get(address).accept("text/html,*/*").with(by(reader)));
  }

  private static void done(MvcTestResult answer) {
    assertThat(answer.getMvcResult().getFlashMap().get("problem")).isNull();
    assertThat(answer.getMvcResult().getFlashMap().get("done")).isNotNull();
  }

  private static String problem(MvcTestResult answer) {
    return String.valueOf(answer.getMvcResult().getFlashMap().get("problem"));
  }

  private static RequestPostProcessor by(SignedIn member) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            member, null, AuthorityUtils.createAuthorityList("MEMBER")));
  }
}
