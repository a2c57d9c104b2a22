package dev.cordon.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.access.PasswordCheck;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class SignInTest extends SignInBase {

  @Autowired private PasswordCheck passwords;

  @Test
  void passwordAlone_opensNothingButEnrolling() {
    MvcTestResult half = password(name, PASSWORD);
    MockHttpSession session = session(half);

    assertThat(half).hasStatus(302).redirectedUrl().isEqualTo("/sign-in/enrol");
    assertThat(mvc.perform(read("/").session(session))).hasStatus(302);
    assertThat(mvc.perform(read("/account").session(session))).hasStatus(302);
    assertThat(mvc.perform(read("/api/operations").session(session))).hasStatus(401);
    assertThat(mvc.perform(read("/sign-in/second-factor").session(session)))
        .redirectedUrl()
        .isEqualTo("/sign-in?ended=stale");
  }

  @Test
  void firstApp_isConfirmedByItsCode_andGivesTenRecoveryCodes() {
    MockHttpSession half = session(password(name, PASSWORD));
    byte[] secret = secret(body(mvc.perform(read("/sign-in/enrol").session(half))));

    MvcTestResult wrong =
        mvc.perform(form("/sign-in/enrol/app").param("code", "000000").session(half));
    assertThat(wrong).redirectedUrl().isEqualTo("/sign-in/enrol");
    MvcTestResult right =
        mvc.perform(form("/sign-in/enrol/app").param("code", code(secret)).session(half));

    assertThat(right).redirectedUrl().isEqualTo("/account");
    assertThat((List<?>) right.getMvcResult().getFlashMap().get("codes")).hasSize(10);
    MvcTestResult account = mvc.perform(read("/account").session(session(right)));
    assertThat(account).hasStatusOk();
    assertThat(body(account)).contains("this one").doesNotContain(Totp.base32(secret));
  }

  @Test
  void enrolledMember_canNotEnrolByPasswordAlone() {
    enrol();
    MockHttpSession half = session(password(name, PASSWORD));

    assertThat(mvc.perform(read("/sign-in/enrol").session(half)))
        .redirectedUrl()
        .isEqualTo("/sign-in?ended=stale");
    assertThat(mvc.perform(form("/sign-in/enrol/app").param("code", "1").session(half)))
        .redirectedUrl()
        .isEqualTo("/sign-in?ended=stale");
  }

  @Test
  void passwordAndCode_signIn_andTheCodeIsSpent() {
    Enrolled enrolled = enrol();
    clock.move(Duration.ofSeconds(60));
    String code = code(enrolled.secret());

    MvcTestResult whole = second(session(password(name, PASSWORD)), code);
    MvcTestResult replayed = second(session(password(name, PASSWORD)), code);

    assertThat(whole).redirectedUrl().isEqualTo("/");
    assertThat(mvc.perform(read("/").session(session(whole)))).hasStatusOk();
    assertThat(replayed).redirectedUrl().isEqualTo("/sign-in/second-factor");
    assertThat(mvc.perform(read("/").session(session(replayed)))).hasStatus(302);
  }

  @Test
  void codeOfAWrongClock_isRefused() {
    Enrolled enrolled = enrol();
    long step = Totp.step(clock.instant());

    assertThat(second(session(password(name, PASSWORD)), Totp.code(enrolled.secret(), step + 3)))
        .redirectedUrl()
        .isEqualTo("/sign-in/second-factor");
  }

  @Test
  void recoveryCode_worksOnce() {
    Enrolled enrolled = enrol();
    String code = enrolled.codes().getFirst();

    assertThat(second(session(password(name, PASSWORD)), code)).redirectedUrl().isEqualTo("/");
    assertThat(second(session(password(name, PASSWORD)), code))
        .redirectedUrl()
        .isEqualTo("/sign-in/second-factor");
  }

  @Test
  void halfSignIn_endsAfterFiveWrongCodes() {
    enrol();
    MockHttpSession half = session(password(name, PASSWORD));
    for (int i = 0; i < 5; i++) {
      address = "203.0.113." + (i + 10);
      assertThat(second(half, "123456")).redirectedUrl().isEqualTo("/sign-in/second-factor");
    }

    assertThat(second(half, "123456")).redirectedUrl().isEqualTo("/sign-in?refused");
    assertThat(mvc.perform(read("/sign-in/second-factor").session(half)))
        .redirectedUrl()
        .isEqualTo("/sign-in?ended=stale");
  }

  @Test
  void halfSignIn_endsAfterTenMinutes() {
    Enrolled enrolled = enrol();
    MockHttpSession half = session(password(name, PASSWORD));
    clock.move(Duration.ofMinutes(11));

    assertThat(second(half, code(enrolled.secret())))
        .redirectedUrl()
        .isEqualTo("/sign-in?ended=stale");
  }

  @Test
  void nameOrPasswordGivenTwice_isRefused() {
    MvcTestResult twoNames =
        mvc.perform(
            form("/sign-in").param("name", name, "administrator").param("password", PASSWORD));
    MvcTestResult twoPasswords =
        mvc.perform(form("/sign-in").param("name", name).param("password", PASSWORD, PASSWORD));
    MvcTestResult inAddress =
        mvc.perform(
            form("/sign-in?name=administrator").param("name", name).param("password", PASSWORD));

    assertThat(List.of(twoNames, twoPasswords, inAddress))
        .allSatisfy(result -> {
          assertThat(result).hasStatus(400);
          assertThat(mvc.perform(read("/").session(session(result)))).hasStatus(302);
        });
  }

  @Test
  void nameWithAZeroByte_isRefusedBeforeAnybodyIsAsked() {
    assertThat(password("administrator\u0000", PASSWORD)).hasStatus(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "аdministrator",
        "ａdministrator",
        "administrator\u200b",
        "\u202eadministrator",
        "ADMINISTRATOR",
        "' or 1=1 --",
        ""
      })
  void namesThatLookAlike_areRefusedLikeAnyOther(String lookAlike) {
    MvcTestResult result = password(lookAlike, PASSWORD);

    assertThat(result).redirectedUrl().isEqualTo("/sign-in");
    assertThat(flash(result, "problem"))
        .isEqualTo(flash(password(name, "wrong password"), "problem"));
  }

  @Test
  void overlongInput_isRefusedLikeAnyOther() {
    assertThat(password("a".repeat(100_000), PASSWORD)).redirectedUrl().isEqualTo("/sign-in");
    assertThat(password(name, "a".repeat(100_000))).redirectedUrl().isEqualTo("/sign-in");
  }

  @Test
  void sessionFromBefore_isNotTakenOver() {
    MockHttpSession planted = new MockHttpSession();
    planted.setAttribute("planted", "by another");
    MvcTestResult half =
        mvc.perform(
            form("/sign-in").param("name", name).param("password", PASSWORD).session(planted));

    assertThat(session(half).getId()).isNotEqualTo(planted.getId());
    assertThat(session(half).getAttribute("planted")).isNull();
    assertThat(planted.isInvalid()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//example.org/",
        "https://example.org/",
        "/\\example.org",
        "/a\nb",
        "javascript:x"
      })
  void destinationElsewhere_isNotFollowed(String elsewhere) {
    assertThat(Destination.own(elsewhere)).isEqualTo("/");
  }

  @Test
  void attempts_areCountedWithoutNamesInTheClear() {
    String unknown = "nobody-" + name.substring(1, 9);
    password(unknown, PASSWORD);

    var rows =
        get(
            administrator,
            () ->
                jdbc.sql(
                        "select way, outcome, address_prefix, encode(name_mark, 'escape') as mark,"
                            + " member_id from cordon.sign_in_attempt where address_prefix = ?"
                            + " order by at desc limit 1")
                    .param(Throttles.kept(address))
                    .query()
                    .listOfRows());

    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst())
        .containsEntry("way", "password")
        .containsEntry("outcome", "refused");
    assertThat(rows.getFirst().get("member_id")).isNull();
    assertThat(rows.toString()).doesNotContain(unknown).doesNotContain(address);
  }

  @Test
  void knownBrowser_getsThroughWhileOthersTryTheName() {
    Enrolled enrolled = enrol();
    MvcTestResult last = password(name, "wrong password");
    for (int i = 0; i < 40; i++) {
      last = password(name, "wrong password " + i);
    }

    assertThat(flash(last, "problem")).contains("Too many tries");
    assertThat(flash(password(name, PASSWORD), "problem")).contains("Too many tries");
    assertThat(
            mvc.perform(
                form("/sign-in")
                    .param("name", name)
                    .param("password", PASSWORD)
                    .cookie(enrolled.device())))
        .redirectedUrl()
        .isEqualTo("/sign-in/second-factor");
  }

  @Test
  void waiting_tellsNothingOfTheName() {
    String unknown = "nobody-" + name.substring(1, 9);
    for (int i = 0; i < 8; i++) {
      password(unknown, "wrong password");
    }

    assertThat(flash(password(unknown, "wrong password"), "problem")).contains("Too many tries");
  }

  /** Processor time of the thread, not wall time: other work on the machine does not count. */
  @Test
  void refusal_costsTheSameForKnownUnknownAndImpossibleNames() {
    long known = cost(name);
    long unknown = cost("nobody-" + name.substring(1, 9));
    long impossible = cost("\u202eadministrator");

    assertThat((double) unknown / known).isBetween(0.4, 2.5);
    assertThat((double) impossible / known).isBetween(0.4, 2.5);
  }

  private long cost(String signInName) {
    var threads = java.lang.management.ManagementFactory.getThreadMXBean();
    return java.util.stream.IntStream.range(0, 7)
        .mapToLong(i -> {
          long before = threads.getCurrentThreadCpuTime();
          assertThat(passwords.check(signInName, "wrong password " + i)).isEmpty();
          return threads.getCurrentThreadCpuTime() - before;
        })
        .sorted()
        .skip(3)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "authenticator_app",
        "recovery_code",
        "known_device",
        "passkey",
        "api_token",
        "agency_identity"
      })
  void rowsOfAMember_areNobodyElses(String table) {
    enrol();
    String count = "select count(*) from cordon." + table + " where member_id = ?";

    for (var stranger : List.of(administrator, analyst, coordinator, officer)) {
      assertThat(
              get(
                  stranger,
                  () -> jdbc.sql(count).param(member.member().value()).query(Long.class).single()))
          .isZero();
    }
    assertThatThrownBy(() ->
            as(
                administrator,
                () -> jdbc.sql("update cordon.passkey set member_id = member_id").update()))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  private MvcTestResult second(MockHttpSession half, String code) {
    return mvc.perform(form("/sign-in/second-factor").param("code", code).session(half));
  }
}
