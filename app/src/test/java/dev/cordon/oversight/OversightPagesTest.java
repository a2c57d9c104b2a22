package dev.cordon.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.cordon.DatabaseTest;
import dev.cordon.SafeCsv;
import dev.cordon.access.AgencyId;
import dev.cordon.access.MemberId;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.Ledger;
import dev.cordon.ledger.internal.Sequencer;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class OversightPagesTest extends DatabaseTest {

  private static final String CANARY = "Canary Person";
  private static final String RIGHT_TO_LEFT = "\u05d3\u05e0\u05d9 \u202e=cmd";

  @Autowired private MockMvcTester mvc;
  @Autowired private Ledger ledger;
  @Autowired private Sequencer sequencer;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  private SignedIn auditor;
  private InventedCase.Person person;
  private EntryId opened;

  @BeforeEach
  void personSomebodyOpened() {
    auditor = member(other, operation, Role.AUDITOR);
    person =
        get(
            analyst,
            () -> {
              InventedCase invented = new InventedCase(jdbc, operation, analyst);
              return invented.person(
                  invented.run(), invented.source(), "S-0001", "SE", CANARY, "card 1");
            });
    opened =
        get(
            analyst,
            () ->
                ledger.append(
                    Entry.of(operation, Act.CONSULTATION, "subject", RIGHT_TO_LEFT)
                        .touching(person.subject())));
  }

  @Test
  void auditor_walksEveryPage_andNeverMeetsAPerson() {
    List<String> routes =
        requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
            .filter(route ->
                route.getKey().getMethodsCondition().getMethods().stream()
                    .anyMatch(method -> method.name().equals("GET")))
            .flatMap(route -> route.getKey().getPatternValues().stream())
            .filter(path -> path.contains("{operation}") && !path.contains("stream"))
            .map(path ->
                path.replace("{operation}", operation.toString())
                    .replace("{rule}", "many-subjects")
                    .replaceAll("\\{(id|subject)}", person.subject().toString())
                    .replaceAll("\\{[^}]*}", UUID.randomUUID().toString()))
            .toList();
    assertThat(routes).hasSizeGreaterThan(25);
    for (SignedIn one :
        List.of(auditor, member(lead, operation, Role.DATA_PROTECTION_OFFICER), administrator)) {
      for (String route : routes) {
        assertThat(
                body(
                    mvc.perform(
                        MockMvcRequestBuilders.get(java.net.URI.create(route)).with(by(one)))))
            .as(route)
            .doesNotContain(CANARY);
      }
    }
  }

  @Test
  void entries_showWhoReadWhat_andTheViewIsOneEntry() {
    long before = entriesOf(auditor);

    String page = body(page(auditor, "/oversight/entries?record=" + person.subject()));

    assertThat(page)
        .contains("Test Member", "subject", RIGHT_TO_LEFT, "<bdi")
        .doesNotContain(CANARY);
    assertThat(entriesOf(auditor)).isEqualTo(before + 1);
    assertThat(body(page(auditor, "/oversight/reading?record=" + person.subject())))
        .contains(person.subject().toString());
    assertThat(entriesOf(auditor)).isEqualTo(before + 2);
  }

  @Test
  void ledgerPageWithEntriesOfOthers_isAnEntryToo() {
    long before = entriesOf(auditor);

    assertThat(page(auditor, "/ledger")).hasStatusOk();
    assertThat(entriesOf(auditor)).isEqualTo(before + 1);

    SignedIn reader = member(lead, operation, Role.ANALYST);
    assertThat(page(reader, "/ledger")).hasStatusOk();
    assertThat(entriesOf(reader)).isZero();
  }

  @Test
  void entry_isProvedOnceACheckpointCoversIt() {
    sequencer.sequence();

    String page = body(page(auditor, "/oversight/entries/" + opened));

    assertThat(page).contains("proved under the last checkpoint", "cordon-entry 1");
  }

  @Test
  void extract_escapesFormulas_carriesTheCode_andNeedsAReason() {
    MvcTestResult extract =
        mvc.perform(
            sent("/oversight/entries/extract")
                .param("record", person.subject().toString())
                .param("reason", "Art. 25 check")
                .with(by(auditor)));

    assertThat(extract).hasStatusOk();
    assertThat(extract.getResponse().getHeader("Content-Disposition")).contains("-H2-");
    assertThat(body(extract)).contains("\"H2\"", "\"" + RIGHT_TO_LEFT + "\"");
    assertThat(
            mvc.perform(sent("/oversight/entries/extract").param("reason", " ").with(by(auditor))))
        .hasStatus(422);
  }

  @Test
  void formulas_areEscapedWhereverTheyHide() {
    for (String formula : List.of("=1+1", "+1", "-1", "@a", "\t=1", "  =1", "\uff1d1", "\r=1")) {
      assertThat(SafeCsv.cell(formula)).startsWith("\"'");
    }
    assertThat(SafeCsv.cell("plain, \"text\"\n")).isEqualTo("\"plain, \"\"text\"\"\n\"");
    assertThat(SafeCsv.cell(-5)).isEqualTo("\"-5\"");
  }

  @Test
  void others_findNothingUnderOversight() {
    for (SignedIn one : List.of(analyst, coordinator, officer, examiner, outsider, administrator)) {
      for (String path :
          List.of(
              "/oversight",
              "/oversight/entries",
              "/oversight/reading",
              "/oversight/entries/" + opened,
              "/oversight/findings/many-subjects")) {
        assertThat(page(one, path)).as(path).hasStatus(404);
      }
    }
  }

  @Test
  void installationEntries_areSeenByWatchersOfTheAgencyTheyTouch() {
    AgencyId third = agency("FI");
    SignedIn finnish = member(third, operation, Role.AUDITOR);
    EntryId aboutOther =
        get(
            administrator,
            () ->
                ledger.append(
                    Entry.ofInstallation(Act.DECISION, "member", "Invented reason")
                        .touching(MemberId.random(), other)));

    assertThat(installation(auditor)).contains(aboutOther.value());
    assertThat(installation(finnish)).doesNotContain(aboutOther.value());
    assertThat(installation(analyst)).doesNotContain(aboutOther.value());
    assertThat(installation(administrator)).contains(aboutOther.value());
    assertThat(
            get(
                administrator,
                () ->
                    jdbc.sql("select count(*) from cordon.ledger_opening where entry_id = ?")
                        .params(aboutOther.value())
                        .query(Long.class)
                        .single()))
        .isZero();
    assertThat(body(page(auditor, "/oversight/entries?scope=installation")))
        .contains("Invented reason");
  }

  @Test
  void filters_withNonsense_answerCalmly() {
    for (String query :
        List.of(
            "member=x", "from=yesterday", "page=999999999", "page=-1", "act=%27--", "record=%25")) {
      assertThat(page(auditor, "/oversight/entries?" + query).getResponse().getStatus())
          .as(query)
          .isIn(200, 400, 404);
    }
  }

  private List<Object> installation(SignedIn member) {
    return get(
        member,
        () ->
            jdbc.sql("select id from cordon.ledger_entry where operation_id is null")
                .query()
                .singleColumn());
  }

  private long entriesOf(SignedIn member) {
    return get(
        member,
        () ->
            jdbc.sql("select count(*) from cordon.ledger_entry where member_id = ?")
                .params(member.member().value())
                .query(Long.class)
                .single());
  }

  private MvcTestResult page(SignedIn member, String path) {
    return mvc.perform(
        MockMvcRequestBuilders.get(java.net.URI.create("/operations/" + operation + path))
            .with(by(member)));
  }

  private MockHttpServletRequestBuilder sent(String path) {
    return post("/operations/" + operation + path).with(csrf());
  }

  private static RequestPostProcessor by(SignedIn member) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            member, null, AuthorityUtils.createAuthorityList("MEMBER")));
  }

  private static String body(MvcTestResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
