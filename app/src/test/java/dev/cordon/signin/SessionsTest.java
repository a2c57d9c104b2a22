package dev.cordon.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.MemberLeft;
import dev.cordon.access.StepUp;
import dev.cordon.access.StepUpRequiredException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class SessionsTest extends SignInBase {

  @Autowired private OpenSessions sessions;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private StepUp stepUp;
  @Autowired private dev.cordon.approval.Approvals approvals;

  @Test
  void session_endsWhenIdle() {
    MockHttpSession session = enrol().session();
    clock.move(Duration.ofMinutes(29));
    assertThat(mvc.perform(read("/").session(session))).hasStatusOk();
    clock.move(Duration.ofMinutes(30));

    assertThat(mvc.perform(read("/").session(session)))
        .redirectedUrl()
        .isEqualTo("/sign-in?ended=idle");
    assertThat(session.isInvalid()).isTrue();
    assertThat(sessions.of(member.member())).isEmpty();
  }

  @Test
  void session_endsAfterTwelveHours_howeverBusy() {
    MockHttpSession session = enrol().session();
    for (int i = 0; i < 35; i++) {
      clock.move(Duration.ofMinutes(20));
      assertThat(mvc.perform(read("/").session(session))).hasStatusOk();
    }
    clock.move(Duration.ofMinutes(20));

    assertThat(mvc.perform(read("/").session(session)))
        .redirectedUrl()
        .isEqualTo("/sign-in?ended=long");
  }

  @Test
  void session_inAnotherBrowser_ends() {
    MockHttpSession session = enrol().session();

    assertThat(mvc.perform(read("/").session(session).header("User-Agent", "Other/1")))
        .redirectedUrl()
        .isEqualTo("/sign-in?ended=place");
    assertThat(sessions.of(member.member())).isEmpty();
  }

  @Test
  void session_underTheApi_answersUnauthorizedWhenEnded() {
    MockHttpSession session = enrol().session();
    sessions.endAll(member.member());

    assertThat(mvc.perform(read("/api/operations").session(session))).hasStatus(401);
  }

  @Test
  void memberWhoLeft_losesAllSessionsAtOnce() {
    MockHttpSession session = enrol().session();
    assertThat(mvc.perform(read("/").session(session))).hasStatusOk();

    as(administrator, () -> events.publishEvent(new MemberLeft(member.member())));

    assertThat(mvc.perform(read("/").session(session)))
        .redirectedUrl()
        .isEqualTo("/sign-in?ended=ended");
  }

  @Test
  void leavingThatIsRolledBack_endsNothing() {
    MockHttpSession session = enrol().session();
    try {
      as(
          administrator,
          () -> {
            events.publishEvent(new MemberLeft(member.member()));
            throw new IllegalStateException("rolled back");
          });
    } catch (IllegalStateException expected) {
      // The transaction did not commit.
    }

    assertThat(mvc.perform(read("/").session(session))).hasStatusOk();
  }

  @Test
  void signingOut_endsTheSession() {
    MockHttpSession session = enrol().session();
    mvc.perform(form("/sign-out").session(session));

    assertThat(sessions.of(member.member())).isEmpty();
  }

  @Test
  void ownSessions_areListedAndEndedOneByOne() {
    Enrolled first = enrol();
    MockHttpSession second = again(first);
    OpenSession listed =
        sessions.of(member.member()).stream()
            .filter(one -> !one.factorWords().contains("recovery"))
            .findFirst()
            .orElseThrow();

    mvc.perform(form("/account/sessions/{id}/end", listed.id()).session(second));

    assertThat(mvc.perform(read("/").session(first.session())))
        .redirectedUrl()
        .isEqualTo("/sign-in?ended=ended");
    assertThat(mvc.perform(read("/").session(second))).hasStatusOk();
  }

  @Test
  void sessionOfAnother_canNotBeEnded() {
    Enrolled own = enrol();
    OpenSession victim = sessions.of(member.member()).getFirst();
    name = "q" + name;
    member = member(name, lead);
    MockHttpSession attacker = enrol().session();

    mvc.perform(form("/account/sessions/{id}/end", victim.id()).session(attacker));
    MvcTestResult asAdministrator =
        mvc.perform(
            form("/administration/sign-ins/members/{m}/end", victim.member().member())
                .session(attacker));

    assertThat(asAdministrator).hasStatus(404);
    assertThat(mvc.perform(read("/administration/sign-ins").session(attacker))).hasStatus(404);
    assertThat(mvc.perform(read("/").session(own.session()))).hasStatusOk();
  }

  @Test
  void administrator_endsAllSessionsOfAMember() {
    MockHttpSession session = enrol().session();
    as(administrator, () -> accountOf().endAllOf(member.member()));

    assertThat(mvc.perform(read("/").session(session)))
        .redirectedUrl()
        .isEqualTo("/sign-in?ended=ended");
  }

  @Autowired private Account account;

  private Account accountOf() {
    return account;
  }

  @Test
  void changedPassword_endsTheOtherSessions_andIsTheNewOne() {
    Enrolled first = enrol();
    MockHttpSession second = again(first);
    String changed = "quite another password";

    mvc.perform(
        form("/account/password")
            .param("password", changed)
            .param("repeated", changed)
            .session(second));

    assertThat(mvc.perform(read("/").session(first.session())))
        .redirectedUrl()
        .isEqualTo("/sign-in?ended=ended");
    assertThat(mvc.perform(read("/").session(second))).hasStatusOk();
    assertThat(password(name, PASSWORD)).redirectedUrl().isEqualTo("/sign-in");
    assertThat(password(name, changed)).redirectedUrl().isEqualTo("/sign-in/second-factor");
  }

  @Test
  void changedPassword_revokesEveryToken_andSignInsBegunBefore() {
    Enrolled enrolled = enrol();
    String token = flash(makeToken(enrolled.session()), "token");
    assertThat(bearer(token)).hasStatusOk();
    MockHttpSession half = session(password(name, PASSWORD));
    String changed = "quite another password";

    mvc.perform(
        form("/account/password")
            .param("password", changed)
            .param("repeated", changed)
            .session(enrolled.session()));

    assertThat(bearer(token)).hasStatus(401);
    assertThat(
            mvc.perform(
                form("/sign-in/second-factor")
                    .param("code", enrolled.codes().get(2))
                    .session(half)))
        .redirectedUrl()
        .isEqualTo("/sign-in?ended=stale");
    assertThat(mvc.perform(read("/").session(enrolled.session()))).hasStatusOk();
    assertThat(entries("api-token")).as("made, and revoked").isEqualTo(2);
  }

  @Test
  void changedFactor_revokesEveryToken() {
    Enrolled enrolled = enrol();
    String token = flash(makeToken(enrolled.session()), "token");
    byte[] secret = secret(body(mvc.perform(read("/account/add").session(enrolled.session()))));

    MvcTestResult added =
        mvc.perform(
            form("/account/add/app").param("code", code(secret)).session(enrolled.session()));

    assertThat(added).redirectedUrl().isEqualTo("/account");
    assertThat(bearer(token)).hasStatus(401);
  }

  @Test
  void refusedChange_leavesTheTokens() {
    Enrolled enrolled = enrol();
    String token = flash(makeToken(enrolled.session()), "token");

    mvc.perform(
        form("/account/password")
            .param("password", "quite another password")
            .param("repeated", "a third password")
            .session(enrolled.session()));

    assertThat(bearer(token)).hasStatusOk();
  }

  @Test
  void actThatNeedsFreshProof_isAnsweredByTheApiAsSuch() {
    String token = flash(makeToken(enrol().session()), "token");

    dev.cordon.approval.ApprovalId request =
        get(
            administrator,
            () ->
                approvals.ask(
                    operation, dev.cordon.approval.ActKind.KEY_CHANGE, "new_version", "a test"));

    MvcTestResult asked =
        mvc.perform(
            MockMvcRequestBuilders.post(
                    "/api/operations/{o}/approvals/{id}/approve", operation, request.value())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"reason\":\"a test\"}")
                .header("Authorization", "Bearer " + token));

    assertThat(asked).hasStatus(401);
    assertThat(body(asked)).contains("urn:cordon:step-up-required", "/step-up");
    assertThat(asked.getResponse().getContentType()).startsWith("application/problem+json");
    assertThat(get(member, () -> approvals.get(operation, request)).state())
        .isEqualTo(dev.cordon.approval.Request.State.OPEN);
  }

  private long entries(String what) {
    return get(
        administrator,
        () ->
            jdbc.sql("select count(*) from cordon.ledger_entry where what = ? and member_id = ?")
                .params(what, member.member().value())
                .query(Long.class)
                .single());
  }

  private MvcTestResult bearer(String token) {
    return mvc.perform(read("/api/operations").header("Authorization", "Bearer " + token));
  }

  @Test
  void lastSecondFactor_canNotBeRemoved() {
    MockHttpSession session = enrol().session();
    MvcTestResult refused = mvc.perform(form("/account/authenticator-app/remove").session(session));

    assertThat(flash(refused, "problem")).contains("last second factor");
    assertThat(password(name, PASSWORD)).redirectedUrl().isEqualTo("/sign-in/second-factor");
  }

  @Test
  void staleProof_leadsToANewOne_andBack_withoutActing() {
    Enrolled enrolled = enrol();
    clock.move(Duration.ofMinutes(6));
    MvcTestResult asked = makeToken(enrolled.session());
    assertThat(asked).redirectedUrl().isEqualTo("/step-up?next=%2Faccount%3Fhere%3D1");
    assertThat(mvc.perform(read("/step-up?next=/account").session(enrolled.session())))
        .hasStatusOk()
        .bodyText()
        .contains("Code of your authenticator app")
        .doesNotContain("Your password");

    MvcTestResult byPassword = prove(enrolled.session(), PASSWORD);
    assertThat(byPassword).redirectedUrl().startsWith("/step-up");
    MvcTestResult proved = prove(enrolled.session(), code(enrolled.secret()));
    assertThat(proved).redirectedUrl().isEqualTo("/account?here=1");
    MvcTestResult page = mvc.perform(read("/account?here=1").session(enrolled.session()));

    assertThat(body(page)).contains("data-kept-form", "value=\"import\"").doesNotContain("cordon_");
    assertThat(flash(makeToken(enrolled.session()), "token")).startsWith("cordon_");
  }

  @Test
  void proofOfASpentCode_isRefused() {
    Enrolled enrolled = enrol();
    clock.move(Duration.ofMinutes(6));
    String code = code(enrolled.secret());

    assertThat(prove(enrolled.session(), code)).redirectedUrl().isEqualTo("/account?here=1");
    clock.move(Duration.ofMinutes(6));
    assertThat(prove(enrolled.session(), code)).redirectedUrl().startsWith("/step-up");
  }

  @Test
  void workWithoutASession_isNoProof() {
    // The tests' own proof is for authentications without details; a token's are TOKEN.
    var authentication =
        org.springframework.security.authentication.UsernamePasswordAuthenticationToken
            .authenticated(member, null, java.util.Set.of());
    authentication.setDetails(ApiCredentials.Way.TOKEN);
    org.springframework.security.core.context.SecurityContextHolder.getContext()
        .setAuthentication(authentication);
    try {
      org.assertj.core.api.Assertions.assertThatThrownBy(stepUp::require)
          .isInstanceOf(StepUpRequiredException.class);
    } finally {
      org.springframework.security.core.context.SecurityContextHolder.clearContext();
    }
  }

  private MockHttpSession again(Enrolled enrolled) {
    MockHttpSession half = session(password(name, PASSWORD));
    return session(
        mvc.perform(
            form("/sign-in/second-factor").param("code", enrolled.codes().get(1)).session(half)));
  }

  private MvcTestResult makeToken(MockHttpSession session) {
    return mvc.perform(
        form("/account/tokens")
            .param("label", "import")
            .param("days", "30")
            .header("Referer", "http://localhost/account?here=1")
            .session(session));
  }

  private MvcTestResult prove(MockHttpSession session, String secret) {
    return mvc.perform(
        form("/step-up").param("secret", secret).param("next", "/account?here=1").session(session));
  }
}
