package dev.cordon.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.cordon.DatabaseTest;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** From an invitation to the first sign-in, and who opens which page of members. */
class JoinPagesTest extends DatabaseTest {

  private static final String PASSWORD = "four unrelated copper birds";

  @Autowired private MockMvcTester mvc;

  @Test
  void guest_opensTheLink_joins_andSignsIn() {
    String name = "g" + UUID.randomUUID();
    String link = invite(name);

    assertThat(mvc.perform(read(link))).hasStatusOk().bodyText().contains("Guest Example", name);
    MvcTestResult joined =
        mvc.perform(post(link).param("password", PASSWORD).param("again", PASSWORD).with(csrf()));
    assertThat(joined).hasStatus(302).redirectedUrl().isEqualTo("/sign-in");
    assertThat(mvc.perform(read("/api/operations").with(httpBasic(name, PASSWORD))))
        .hasStatusOk()
        .bodyText()
        .contains(operation.toString());
  }

  @Test
  void guest_withDifferentEntriesOrAWeakPassword_staysOnThePage() {
    String link = invite("g" + UUID.randomUUID());
    for (String[] entry :
        new String[][] {
          {PASSWORD, PASSWORD + "x"}, {"passwordpassword", "passwordpassword"}, {"short", "short"}
        }) {
      MvcTestResult refused =
          mvc.perform(post(link).param("password", entry[0]).param("again", entry[1]).with(csrf()));
      assertThat(refused).hasStatus(302).redirectedUrl().isEqualTo(link);
      assertThat(refused).flash().containsKey("problem");
    }
    assertThat(mvc.perform(read(link))).hasStatusOk();
  }

  @Test
  void usedAndForgedLinks_answerAlike() {
    String link = invite("g" + UUID.randomUUID());
    mvc.perform(post(link).param("password", PASSWORD).param("again", PASSWORD).with(csrf()));

    MvcTestResult used = mvc.perform(read(link));
    MvcTestResult forged = mvc.perform(read("/join/" + "A".repeat(43)));
    MvcTestResult replayed =
        mvc.perform(post(link).param("password", PASSWORD).param("again", PASSWORD).with(csrf()));

    assertThat(used).hasStatus(404);
    assertThat(forged).hasStatus(404);
    assertThat(replayed).hasStatus(404);
    assertThat(body(used)).isEqualTo(body(forged)).isEqualTo(body(replayed));
    for (String token : new String[] {link.substring("/join/".length()), "A".repeat(43)}) {
      assertThat(
              mvc.perform(
                  post("/api/join")
                      .contentType(MediaType.APPLICATION_JSON)
                      .content(
                          "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, PASSWORD))))
          .hasStatus(404);
    }
  }

  @Test
  void joinPage_needsTheFormsToken() {
    String link = invite("g" + UUID.randomUUID());

    assertThat(mvc.perform(post(link).param("password", PASSWORD).param("again", PASSWORD)))
        .hasStatus(302)
        .redirectedUrl()
        .isEqualTo("/sign-in?ended=stale");
    assertThat(mvc.perform(read(link))).hasStatusOk();
  }

  @Test
  void membersPage_showsActsToThoseWhoGrant() {
    String page = "/operations/" + operation + "/members";

    assertThat(mvc.perform(read(page).with(by(coordinator))))
        .hasStatusOk()
        .bodyText()
        .contains("Invite a person", "Give a role", officer.getName());
    assertThat(mvc.perform(read(page).with(by(administrator)))).hasStatusOk();
    assertThat(mvc.perform(read(page).with(by(officer))))
        .hasStatusOk()
        .bodyText()
        .contains(coordinator.getName(), officer.getName())
        .doesNotContain("Invite a person", examiner.getName());
    assertThat(mvc.perform(read(page).with(by(outsider)))).hasStatus(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/administration", "/administration/members"})
  void administration_isForTheAdministrator(String page) {
    assertThat(mvc.perform(read(page).with(by(administrator)))).hasStatusOk();
    for (SignedIn not : new SignedIn[] {coordinator, analyst, officer, outsider}) {
      assertThat(mvc.perform(read(page).with(by(not)))).hasStatus(404);
    }
  }

  @Test
  void forms_doWhatTheySay() {
    String page = "/operations/" + operation + "/members";
    SignedIn colleague = member(lead);

    assertThat(
            mvc.perform(
                post(page + "/grants")
                    .param("signInName", colleague.getName())
                    .param("role", "ANALYST")
                    .param("from", "")
                    .param("until", "")
                    .with(by(coordinator))
                    .with(csrf())))
        .hasStatus(302)
        .flash()
        .containsKey("done");
    assertThat(mvc.perform(read("/operations/" + operation).with(by(colleague)))).hasStatusOk();
    assertThat(
            mvc.perform(
                post("/administration/members/" + colleague.member() + "/leave")
                    .param("reason", "left the police")
                    .with(by(administrator))
                    .with(csrf())))
        .hasStatus(302)
        .flash()
        .containsKey("done");
    assertThat(mvc.perform(read("/operations/" + operation).with(by(colleague)))).hasStatus(404);
    assertThat(get(administrator, () -> leaves(colleague))).containsExactly("left the police");
    assertThat(get(coordinator, () -> leaves(colleague))).isEmpty();
  }

  private List<String> leaves(SignedIn member) {
    return jdbc.sql("select reason from cordon.member_leave where member_id = ?")
        .params(member.member().value())
        .query(String.class)
        .list();
  }

  @Test
  void operation_isOpenedOnItsGroundsOnly() {
    String tomorrow = java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(1).toString();
    for (String[] dates : new String[][] {{tomorrow, "2001-01-01"}, {"2001-01-01", tomorrow}}) {
      assertThat(open(dates[0], dates[1])).flash().containsKey("problem");
    }
    assertThat(open(tomorrow, tomorrow)).flash().containsKey("done");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"member\":\"%s\",\"role\":\"analyst\",\"endsAt\":\"2999-01-01T00:00:00\"}",
        "{\"member\":\"%s\",\"role\":\"analyst\",\"endsAt\":\"soon\"}",
        "{\"member\":\"%s\",\"role\":\"emperor\"}"
      })
  void grantWithoutOffset_orRole_isNotUnderstood(String content) {
    assertThat(
            mvc.perform(
                post("/api/operations/{o}/memberships", operation)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(content.formatted(outsider.member()))
                    .with(by(coordinator))
                    .with(csrf())))
        .hasStatus(400);
  }

  @Test
  void approvalsPage_isForThoseWhoAskOrDecide() {
    String page = "/operations/" + operation + "/approvals";
    SignedIn guardian = member(lead, operation, Role.DATA_PROTECTION_OFFICER);
    for (SignedIn reader : new SignedIn[] {coordinator, analyst, guardian, administrator}) {
      assertThat(mvc.perform(read(page).with(by(reader))))
          .hasStatusOk()
          .bodyText()
          .contains("Nothing waits");
    }
    for (SignedIn not : new SignedIn[] {officer, examiner, outsider}) {
      assertThat(mvc.perform(read(page).with(by(not)))).hasStatus(404);
    }
    assertThat(mvc.perform(read("/operations/" + operation + "/erasure").with(by(guardian))))
        .hasStatusOk();
    assertThat(mvc.perform(read("/operations/" + operation + "/erasure").with(by(coordinator))))
        .hasStatus(404);
  }

  private MvcTestResult open(String reviewOn, String endsOn) {
    return mvc.perform(
        post("/administration/operations")
            .param("name", "Exercise two")
            .param("authority", "Court of Example")
            .param("legalBasis", "Order 2")
            .param("reviewOn", reviewOn)
            .param("endsOn", endsOn)
            .param("leadAgency", lead.toString())
            .param("handlingCode", "H2")
            .with(by(administrator))
            .with(csrf()));
  }

  /** The path of the link the coordinator is shown after inviting. */
  private String invite(String name) {
    MvcTestResult invited =
        mvc.perform(
            post("/operations/{o}/members/invitations", operation)
                .param("agency", other.toString())
                .param("displayName", "Guest Example")
                .param("signInName", name)
                .param("role", "NATIONAL_OFFICER")
                .param("until", "")
                .param("days", "7")
                .with(by(coordinator))
                .with(csrf()));
    assertThat(invited).flash().doesNotContainKey("problem");
    return String.valueOf(invited.getMvcResult().getFlashMap().get("link"));
  }

  private static MockHttpServletRequestBuilder read(String path) {
    return MockMvcRequestBuilders.get(path);
  }

  private static RequestPostProcessor by(SignedIn member) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            member, null, AuthorityUtils.createAuthorityList("MEMBER")));
  }

  private static String body(MvcTestResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
        .replaceAll("value=\"[^\"]*\"", "");
  }
}
