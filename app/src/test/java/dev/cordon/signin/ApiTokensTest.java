package dev.cordon.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class ApiTokensTest extends SignInBase {

  @Test
  void token_actsAsItsMember_withoutSessionOrFormToken() {
    String token = token(enrol().session());

    assertThat(bearer(token)).hasStatusOk().bodyText().contains(operation.toString());
    assertThat(
            mvc.perform(
                MockMvcRequestBuilders.post("/api/agencies")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"name\":\"Mine\",\"country\":\"DK\"}")
                    .header("Authorization", "Bearer " + token)))
        .hasStatus(404);
    assertThat(
            mvc.perform(read("/").header("Authorization", "Bearer " + token))
                .getResponse()
                .getStatus())
        .as("a token opens no page")
        .isEqualTo(302);
  }

  @Test
  void token_isKeptAsADigestOnly() {
    String token = token(enrol().session());

    assertThat(
            get(
                member,
                () ->
                    jdbc.sql("select t::text from cordon.api_token t").query(String.class).list()))
        .hasSize(1)
        .noneMatch(row -> row.contains(token.substring(7)));
  }

  @Test
  void revokedToken_isRefusedAtOnce() {
    MockHttpSession session = enrol().session();
    String token = token(session);
    UUID id =
        get(member, () -> jdbc.sql("select id from cordon.api_token").query(UUID.class).single());
    mvc.perform(form("/account/tokens/{id}/revoke", id).session(session));

    assertThat(bearer(token)).hasStatus(401);
  }

  @Test
  void endedToken_isRefused() {
    String token = "cordon_" + Digests.secret();
    as(
        member,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.api_token (member_id, label, digest, added_at, ends_at)
                    values (cordon.current_member(), 'old', ?, now() - interval '2 days', now() - interval '1 day')
                    """)
                .param(Digests.sha256(token))
                .update());

    assertThat(bearer(token)).hasStatus(401);
  }

  @Test
  void token_ofAMemberWhoLeft_isRefused() {
    String token = token(enrol().session());
    as(
        administrator,
        () ->
            jdbc.sql("update cordon.member set left_at = now() where sign_in_name = ?")
                .param(name)
                .update());

    assertThat(bearer(token)).hasStatus(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cordon_",
        "cordon_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "cordon_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "' or true --",
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."
      })
  void forgedToken_isRefused(String forged) {
    MvcTestResult refused = bearer(forged);

    assertThat(refused).hasStatus(401);
    assertThat(body(refused)).isEqualTo(body(mvc.perform(read("/api/operations"))));
  }

  @Test
  void tokenCutShortOrLengthened_isRefused() {
    String token = token(enrol().session());

    assertThat(bearer(token.substring(0, token.length() - 1))).hasStatus(401);
    assertThat(bearer(token + "A")).hasStatus(401);
    assertThat(bearer(token.repeat(1000))).hasStatus(401);
  }

  @Test
  void twoCredentials_areRefused_andASessionDoesNotHelp() {
    MockHttpSession session = enrol().session();
    String token = token(session);

    assertThat(
            mvc.perform(
                read("/api/operations")
                    .header("Authorization", "Bearer " + token, "Bearer " + token)))
        .hasStatus(400);
    assertThat(
            mvc.perform(
                read("/api/operations")
                    .session(session)
                    .header("Authorization", "Bearer cordon_forged")))
        .hasStatus(401);
  }

  @Test
  void nameAndPasswordWithEachCall_areNotEnoughHere() {
    assertThat(mvc.perform(read("/api/operations").with(httpBasic(name, PASSWORD)))).hasStatus(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "91", "-1"})
  void token_livesOneToNinetyDays(String days) {
    MvcTestResult refused =
        mvc.perform(
            form("/account/tokens")
                .param("label", "import")
                .param("days", days)
                .session(enrol().session()));

    assertThat(flash(refused, "problem")).contains("90 days");
  }

  private String token(MockHttpSession session) {
    return flash(
        mvc.perform(
            form("/account/tokens").param("label", "import").param("days", "30").session(session)),
        "token");
  }

  private MvcTestResult bearer(String token) {
    return mvc.perform(read("/api/operations").header("Authorization", "Bearer " + token));
  }
}
