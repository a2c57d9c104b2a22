package dev.cordon.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import dev.cordon.access.AgencyId;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Lost sign-ins: two persons, a code and a link, and no way for either to be the member. */
class FactorResetsTest extends SignInBase {

  private static final String NEW_PASSWORD = "willow harbour candle seven";

  @Autowired private FactorResets resets;
  @Autowired private OpenSessions sessions;

  /** Gives roles in an operation, of the member's own agency. */
  private SignedIn colleague;

  private record Pending(UUID id, String code) {}

  @BeforeEach
  void colleagueOfTheAgency() {
    colleague = member(new AgencyId(PROVIDERS_AGENCY), operation, Role.COORDINATOR);
  }

  private Pending asked() {
    String code = get(administrator, () -> resets.ask(member.member(), "lost the phone"));
    return new Pending(waiting(), code);
  }

  private UUID waiting() {
    return get(
        administrator,
        () ->
            jdbc.sql(
                    "select id from cordon.factor_reset where member_id = ? order by asked_at desc"
                        + " limit 1")
                .param(member.member().value())
                .query(UUID.class)
                .single());
  }

  private MvcTestResult start(String link, String code, String password) {
    return mvc.perform(
        form("/sign-in/reset/{link}", link)
            .param("code", code)
            .param("password", password)
            .param("again", password));
  }

  @Test
  void member_startsAnewWithCodeAndLink_andIsTold() {
    Enrolled before = enrol();
    String token = token(before);
    Pending pending = asked();
    assertThat(mvc.perform(read("/").session(before.session()))).hasStatusOk();

    String link = get(colleague, () -> resets.approve(pending.id(), "called her"));

    assertThat(mvc.perform(read("/").session(before.session())))
        .redirectedUrl()
        .isEqualTo("/sign-in?ended=ended");
    assertThat(bearer(token)).hasStatus(401);
    assertThat(password(name, PASSWORD)).redirectedUrl().isEqualTo("/sign-in");
    assertThat(mvc.perform(read("/sign-in/reset/{link}", link)))
        .hasStatusOk()
        .bodyText()
        .contains(name);
    assertThat(start(link, pending.code(), NEW_PASSWORD)).redirectedUrl().isEqualTo("/sign-in");

    clock.move(java.time.Duration.ofMinutes(1));
    MvcTestResult half = password(name, NEW_PASSWORD);
    assertThat(half).redirectedUrl().isEqualTo("/sign-in/enrol");
    byte[] secret = secret(body(mvc.perform(read("/sign-in/enrol").session(session(half)))));
    MvcTestResult in =
        mvc.perform(form("/sign-in/enrol/app").param("code", code(secret)).session(session(half)));
    MockHttpSession session = session(in);
    assertThat(mvc.perform(read("/account").session(session)))
        .bodyText()
        .contains("Your sign-in was reset", "I know of this reset");
    assertThat(mvc.perform(form("/account/resets/known").session(session))).hasStatus(302);
    assertThat(mvc.perform(read("/account").session(session)))
        .bodyText()
        .doesNotContain("Your sign-in was reset");
    assertThat(start(link, pending.code(), NEW_PASSWORD)).hasStatus(404);
  }

  @Test
  void memberNotYetTold_isLedToWhereItStands_atEachSignIn() {
    enrol();
    Pending pending = asked();
    String link = get(colleague, () -> resets.approve(pending.id(), "called her"));
    start(link, pending.code(), NEW_PASSWORD);
    clock.move(java.time.Duration.ofMinutes(1));
    MvcTestResult half = password(name, NEW_PASSWORD);
    byte[] secret = secret(body(mvc.perform(read("/sign-in/enrol").session(session(half)))));
    MvcTestResult enrolled =
        mvc.perform(form("/sign-in/enrol/app").param("code", code(secret)).session(session(half)));
    @SuppressWarnings("unchecked")
    var codes = (List<String>) enrolled.getMvcResult().getFlashMap().get("codes");

    MvcTestResult again =
        mvc.perform(
            form("/sign-in/second-factor")
                .param("code", codes.getFirst())
                .session(session(password(name, NEW_PASSWORD))));

    assertThat(again).redirectedUrl().isEqualTo("/account");
  }

  @Test
  void administrator_whoAsked_canNotSignInAsTheMember() {
    Pending pending = asked();

    assertThatThrownBy(() -> as(administrator, () -> resets.approve(pending.id(), "myself")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("another person");
    assertThat(start(pending.code(), pending.code(), NEW_PASSWORD)).hasStatus(404);
    String link = get(colleague, () -> resets.approve(pending.id(), "called her"));
    // The code alone, with a made-up link; and the link's page never shows itself to who asked.
    assertThat(start("A".repeat(43), pending.code(), NEW_PASSWORD)).hasStatus(404);
    assertThat(get(administrator, () -> resets.page(1).rows()).toString())
        .doesNotContain(link)
        .doesNotContain(pending.code());
    assertThat(password(name, NEW_PASSWORD)).redirectedUrl().isEqualTo("/sign-in");
    assertThat(password(name, PASSWORD)).redirectedUrl().isEqualTo("/sign-in");
  }

  @Test
  void administrator_canNotGetThere_pastTheServiceEither() {
    Pending pending = asked();
    byte[] digest = Digests.sha256("mine");

    for (SignedIn who : List.of(administrator, analyst, officer)) {
      assertThatThrownBy(() ->
              as(
                  who,
                  () ->
                      jdbc.sql(
                              """
                              insert into cordon.factor_reset_decision
                                (reset_id, member_id, asked_by, decision, decided_by, reason, link_digest, link_ends_at)
                              values (?, ?, ?, 'approved', ?, 'mine', ?, now() + interval '1 hour')
                              """)
                          .params(
                              pending.id(),
                              member.member().value(),
                              administrator.member().value(),
                              who.member().value(),
                              digest)
                          .update()))
          .as(who.getName())
          .isInstanceOf(RuntimeException.class);
    }
    assertThatThrownBy(() ->
            as(
                administrator,
                () ->
                    jdbc.sql("update cordon.member set password_hash = 'x' where id = ?")
                        .param(member.member().value())
                        .update()))
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() ->
            as(
                administrator,
                () -> jdbc.sql("select code_digest from cordon.factor_reset").query().listOfRows()))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void approver_withoutTheCode_endsTheLinkAtTheFifthTry() {
    Pending pending = asked();
    String link = get(colleague, () -> resets.approve(pending.id(), "called her"));

    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(start(link, "aaaa-bbbb-cccc-dddd", NEW_PASSWORD))
          .redirectedUrl()
          .isEqualTo("/sign-in/reset/" + link);
    }

    assertThat(start(link, pending.code(), NEW_PASSWORD)).hasStatus(404);
    assertThat(mvc.perform(read("/sign-in/reset/{link}", link))).hasStatus(404);
    assertThat(password(name, NEW_PASSWORD)).redirectedUrl().isEqualTo("/sign-in");
  }

  @Test
  void weakPassword_isNoTry() {
    Pending pending = asked();
    String link = get(colleague, () -> resets.approve(pending.id(), "called her"));

    for (int attempt = 0; attempt < 6; attempt++) {
      MvcTestResult weak = start(link, pending.code(), "aaaaaaaaaaaa");
      assertThat(weak).redirectedUrl().isEqualTo("/sign-in/reset/" + link);
      assertThat(flash(weak, "problem")).contains("password");
    }

    assertThat(start(link, pending.code(), NEW_PASSWORD)).redirectedUrl().isEqualTo("/sign-in");
  }

  @Test
  void approver_isAnotherAdministratorOrGivesRolesInTheOwnAgency() {
    Pending pending = asked();

    for (SignedIn stranger : List.of(analyst, coordinator, officer, examiner, outsider)) {
      assertThatThrownBy(() -> as(stranger, () -> resets.approve(pending.id(), "why not")))
          .as(stranger.getName())
          .isInstanceOf(NotPermittedException.class);
    }
    assertThatThrownBy(() -> as(member, () -> resets.approve(pending.id(), "my own")))
        .as("the member itself")
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(outsider, () -> resets.page(1)))
        .isInstanceOf(NotPermittedException.class);
    assertThat(get(coordinator, () -> resets.page(1).rows()))
        .as("a coordinator of another agency sees nothing of it")
        .noneMatch(reset -> reset.member().equals(member.member()));
    assertThat(get(colleague, () -> resets.page(1).rows()))
        .anyMatch(reset -> reset.id().equals(pending.id()));
  }

  @Test
  void onlyTheAdministratorAsks_andNeverForItself() {
    assertThatThrownBy(() -> as(colleague, () -> resets.ask(member.member(), "for her")))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(
            () -> as(administrator, () -> resets.ask(administrator.member(), "for myself")))
        .isInstanceOf(RefusedException.class);
    asked();
    assertThatThrownBy(() -> as(administrator, () -> resets.ask(member.member(), "again")))
        .hasMessageContaining("asked for already");
  }

  @Test
  void declined_changesNothing() {
    Enrolled before = enrol();
    Pending pending = asked();
    as(colleague, () -> resets.decline(pending.id(), "she has her phone"));

    assertThat(mvc.perform(read("/").session(before.session()))).hasStatusOk();
    assertThatThrownBy(() -> as(colleague, () -> resets.approve(pending.id(), "after all")))
        .hasMessageContaining("decided already");
  }

  @Test
  void halfSignIn_begunBefore_endsWithTheReset() {
    MockHttpSession half = session(password(name, PASSWORD));
    assertThat(mvc.perform(read("/sign-in/enrol").session(half))).hasStatusOk();
    Pending pending = asked();
    as(colleague, () -> resets.approve(pending.id(), "called her"));

    assertThat(mvc.perform(read("/sign-in/enrol").session(half)))
        .redirectedUrl()
        .isEqualTo("/sign-in?ended=stale");
  }

  @Test
  void secondReset_endsTheLinkOfTheFirst() {
    Pending first = asked();
    String old = get(colleague, () -> resets.approve(first.id(), "called her"));
    Pending second = asked();
    String link = get(colleague, () -> resets.approve(second.id(), "she lost the letter"));

    assertThat(start(old, first.code(), NEW_PASSWORD)).hasStatus(404);
    assertThat(start(link, first.code(), NEW_PASSWORD))
        .redirectedUrl()
        .isEqualTo("/sign-in/reset/" + link);
    assertThat(start(link, second.code(), NEW_PASSWORD)).redirectedUrl().isEqualTo("/sign-in");
  }

  @Test
  void everyStep_isInTheLedger() {
    enrol();
    Pending pending = asked();
    String link = get(colleague, () -> resets.approve(pending.id(), "called her"));
    start(link, "aaaa-bbbb-cccc-dddd", NEW_PASSWORD);
    start(link, pending.code(), NEW_PASSWORD);

    Map<String, Long> written =
        get(
            administrator,
            () -> {
              Map<String, Long> counts = new java.util.TreeMap<>();
              jdbc.sql(
                      """
                      select what, count(*) as n from cordon.ledger_entry
                      where what like 'sign-in-reset%' and member_id = any(?) group by what
                      """)
                  .param(
                      new UUID[] {
                        administrator.member().value(),
                        colleague.member().value(),
                        member.member().value()
                      })
                  .query(row -> {
                    counts.put(row.getString("what"), row.getLong("n"));
                  });
              return counts;
            });
    assertThat(written)
        .containsEntry("sign-in-reset-approved", 1L)
        .containsEntry("sign-in-reset-use", 2L)
        .containsKey("sign-in-reset-request");
  }

  @Test
  void forgedLinks_andFieldsGivenTwice_openNothing() {
    for (String link : List.of("x", "A".repeat(43), "'or'1", "-")) {
      assertThat(mvc.perform(read("/sign-in/reset/{link}", link))).hasStatus(404);
    }
    Pending pending = asked();
    String link = get(colleague, () -> resets.approve(pending.id(), "called her"));
    MvcTestResult twice =
        mvc.perform(
            form("/sign-in/reset/{link}", link)
                .param("code", pending.code(), "other")
                .param("password", NEW_PASSWORD)
                .param("again", NEW_PASSWORD));
    assertThat(twice.getResponse().getStatus()).isIn(302, 400);
    assertThat(password(name, NEW_PASSWORD)).redirectedUrl().isEqualTo("/sign-in");
  }

  @Test
  void pages_showWhatTheReaderMayDecide() {
    Pending pending = asked();
    assertThat(sessions.of(colleague.member())).isEmpty();
    String page = get(colleague, () -> resets.page(1).rows()).toString();

    assertThat(page).contains(name).doesNotContain(pending.code());
  }

  private String token(Enrolled enrolled) {
    return flash(
        mvc.perform(
            form("/account/tokens")
                .param("label", "import")
                .param("days", "30")
                .session(enrolled.session())),
        "token");
  }

  private MvcTestResult bearer(String token) {
    return mvc.perform(read("/api/operations").header("Authorization", "Bearer " + token));
  }
}
