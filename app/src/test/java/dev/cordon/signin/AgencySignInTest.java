package dev.cordon.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.cordon.access.SignedIn;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

/** What a provider, or somebody who plays one, can send; the real one is in the browser test. */
class AgencySignInTest extends SignInBase {

  @Autowired private AgencyIdentities identities;
  @Autowired private SignInSettings settings;
  private String subject = "";

  @BeforeEach
  void bound() {
    subject = "subject-" + UUID.randomUUID();
    bind(member, PROVIDERS_AGENCY, subject);
  }

  private void bind(SignedIn who, UUID agency, String as) {
    identities.bindSelf(who, settings.provider(agency.toString()).orElseThrow(), as);
  }

  private record Begun(
      String state, String nonce, String challenge, Cookie cookie, UUID provider) {}

  @Test
  void rightToken_signsItsMemberIn() {
    Begun begun = begin(PROVIDERS_AGENCY);
    PROVIDER.token.set(LyingProvider.signed(PROVIDER.key(), claims(begun).build()));
    MvcTestResult back = back(begun);

    assertThat(back).hasStatusOk().hasHeader("Refresh", "0; url=/");
    assertThat(body(mvc.perform(read("/account").session(session(back))))).contains(name);
  }

  @Test
  void codeIsExchanged_withItsProofKey() throws Exception {
    Begun begun = begin(PROVIDERS_AGENCY);
    PROVIDER.token.set(LyingProvider.signed(PROVIDER.key(), claims(begun).build()));
    back(begun);

    String verifier = PROVIDER.asked.get().replaceAll("(?:.*&)?code_verifier=([^&]+).*", "$1");
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(digest))
        .isEqualTo(begun.challenge());
  }

  @Test
  void unboundSubject_isRefused_evenWithTheMembersNameAndMail() {
    Begun begun = begin(PROVIDERS_AGENCY);
    refused(
        begun,
        signed(
            claims(begun)
                .subject("another")
                .claim("email", name)
                .claim("preferred_username", name)
                .claim("email_verified", true)));
  }

  @Test
  void forgedSignature_isRefused() throws JOSEException {
    Begun begun = begin(PROVIDERS_AGENCY);
    refused(begun, LyingProvider.signed(LyingProvider.key("right"), claims(begun).build()));
  }

  @Test
  void unsignedToken_isRefused() {
    Begun begun = begin(PROVIDERS_AGENCY);
    refused(begun, new PlainJWT(claims(begun).build()).serialize());
  }

  @Test
  void tokenSignedWithThePublicKeyAsSecret_isRefused() throws JOSEException {
    Begun begun = begin(PROVIDERS_AGENCY);
    SignedJWT confused =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("right").build(),
            claims(begun).build());
    confused.sign(new MACSigner(PROVIDER.key().toRSAPublicKey().getEncoded()));
    refused(begun, confused.serialize());
  }

  @Test
  void changedClaims_areRefused() {
    Begun begun = begin(PROVIDERS_AGENCY);
    String[] parts = signed(claims(begun).subject("another")).split("\\.");
    String[] right = signed(claims(begun)).split("\\.");
    refused(begun, parts[0] + "." + right[1] + "." + parts[2]);
  }

  @Test
  void expiredToken_isRefused() {
    Begun begun = begin(PROVIDERS_AGENCY);
    refused(
        begun,
        signed(
            claims(begun)
                .issueTime(java.util.Date.from(Instant.now().minusSeconds(900)))
                .expirationTime(java.util.Date.from(Instant.now().minusSeconds(600)))));
  }

  @Test
  void tokenFromTheFuture_isRefused() {
    Begun begun = begin(PROVIDERS_AGENCY);
    refused(
        begun,
        signed(claims(begun).issueTime(java.util.Date.from(Instant.now().plusSeconds(600)))));
  }

  @Test
  void tokenForAnother_isRefused() {
    Begun begun = begin(PROVIDERS_AGENCY);
    refused(begun, signed(claims(begun).audience("another-client")));
    Begun again = begin(PROVIDERS_AGENCY);
    refused(again, signed(claims(again).audience(List.of(LyingProvider.CLIENT, "other"))));
  }

  @Test
  void tokenOfAnotherIssuer_isRefused() {
    Begun begun = begin(PROVIDERS_AGENCY);
    refused(begun, signed(claims(begun).issuer("https://issuer.example")));
  }

  @Test
  void wrongOrMissingNonce_isRefused() {
    Begun begun = begin(PROVIDERS_AGENCY);
    refused(begun, signed(claims(begun).claim("nonce", "another")));
    Begun again = begin(PROVIDERS_AGENCY);
    refused(again, signed(claims(again).claim("nonce", null)));
  }

  @Test
  void tokenOfAnEarlierSignIn_isRefused() {
    Begun first = begin(PROVIDERS_AGENCY);
    String token = signed(claims(first));
    PROVIDER.token.set(token);
    assertThat(back(first)).hasStatusOk().hasHeader("Refresh", "0; url=/");

    refused(begin(PROVIDERS_AGENCY), token);
  }

  @Test
  void answer_countsOnce() {
    Begun begun = begin(PROVIDERS_AGENCY);
    PROVIDER.token.set(signed(claims(begun)));
    back(begun);

    isRefused(back(begun));
  }

  @Test
  void wrongState_otherBrowser_otherProviderAndDoubledParameters_areRefused() {
    Begun begun = begin(PROVIDERS_AGENCY);
    PROVIDER.token.set(signed(claims(begun)));
    isRefused(back(new Begun("another", begun.nonce(), "", begun.cookie(), begun.provider())));
    Begun other = begin(PROVIDERS_AGENCY);
    isRefused(
        mvc.perform(
            read("/sign-in/agency/{key}/back", PROVIDERS_AGENCY)
                .param("code", "c")
                .param("state", other.state())));
    Begun crossed = begin(PROVIDERS_AGENCY);
    isRefused(back(new Begun(crossed.state(), "", "", crossed.cookie(), STRICT_AGENCY)));
    Begun doubled = begin(PROVIDERS_AGENCY);
    assertThat(
            mvc.perform(
                read("/sign-in/agency/{key}/back", PROVIDERS_AGENCY)
                    .param("code", "c", "d")
                    .param("state", doubled.state())
                    .cookie(doubled.cookie())))
        .hasStatus(400);
    Begun mixed = begin(PROVIDERS_AGENCY);
    isRefused(
        mvc.perform(
            read("/sign-in/agency/{key}/back", PROVIDERS_AGENCY)
                .param("code", "c")
                .param("state", mixed.state())
                .param("iss", "https://issuer.example")
                .cookie(mixed.cookie())));
  }

  @Test
  void answerAfterTenMinutes_isRefused() {
    Begun begun = begin(PROVIDERS_AGENCY);
    PROVIDER.token.set(signed(claims(begun)));
    clock.move(java.time.Duration.ofMinutes(11));

    isRefused(back(begun));
  }

  @Test
  void weakerSignInThanAskedFor_isRefused() {
    String strict = "strict-" + UUID.randomUUID();
    String memberName = "s" + name;
    bind(member(memberName, new dev.cordon.access.AgencyId(STRICT_AGENCY)), STRICT_AGENCY, strict);
    Begun weak = begin(STRICT_AGENCY);
    refused(weak, signed(claims(weak).subject(strict)));
    Begun half = begin(STRICT_AGENCY);
    refused(
        half,
        signed(claims(half).subject(strict).claim("acr", "high").claim("amr", List.of("pwd"))));
    Begun strong = begin(STRICT_AGENCY);
    PROVIDER.token.set(
        signed(
            claims(strong)
                .subject(strict)
                .claim("acr", "high")
                .claim("amr", List.of("pwd", "hwk"))));

    assertThat(back(strong)).hasStatusOk().hasHeader("Refresh", "0; url=/");
  }

  @Test
  void memberWhoLeft_isRefused() {
    as(
        administrator,
        () ->
            jdbc.sql("update cordon.member set left_at = now() where sign_in_name = ?")
                .param(name)
                .update());
    Begun begun = begin(PROVIDERS_AGENCY);
    PROVIDER.token.set(signed(claims(begun)));

    assertThat(mvc.perform(read("/").session(session(back(begun))))).hasStatus(302);
  }

  @Test
  void identity_isBoundToOneMemberOnly() {
    SignedIn other = member("t" + name, new dev.cordon.access.AgencyId(PROVIDERS_AGENCY));

    assertThatThrownBy(() -> bind(other, PROVIDERS_AGENCY, subject))
        .hasMessageContaining("bound already");
  }

  @Test
  void administrator_bindsNobody_notEvenByTheDatabase() {
    assertThatThrownBy(() ->
            as(
                administrator,
                () ->
                    jdbc.sql(
                            "insert into cordon.agency_identity (member_id, issuer, subject) values"
                                + " (?, ?, 'mine')")
                        .params(member.member().value(), PROVIDER.issuer())
                        .update()))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void unknownProvider_isNotThere() {
    assertThat(mvc.perform(read("/sign-in/agency/{key}", UUID.randomUUID()))).hasStatus(404);
  }

  private Begun begin(UUID provider) {
    MvcTestResult begun = mvc.perform(read("/sign-in/agency/{key}", provider));
    assertThat(begun).hasStatus(302);
    var asked =
        UriComponentsBuilder.fromUri(URI.create(begun.getResponse().getRedirectedUrl()))
            .build()
            .getQueryParams();
    assertThat(asked.getFirst("code_challenge_method")).isEqualTo("S256");
    return new Begun(
        java.net.URLDecoder.decode(asked.getFirst("state"), StandardCharsets.UTF_8),
        asked.getFirst("nonce"),
        asked.getFirst("code_challenge"),
        begun.getResponse().getCookie("cordon-agency"),
        provider);
  }

  private MvcTestResult back(Begun begun) {
    return mvc.perform(
        read("/sign-in/agency/{key}/back", begun.provider())
            .param("code", "code")
            .param("state", begun.state())
            .cookie(begun.cookie()));
  }

  private JWTClaimsSet.Builder claims(Begun begun) {
    return new JWTClaimsSet.Builder()
        .issuer(PROVIDER.issuer())
        .subject(subject)
        .audience(LyingProvider.CLIENT)
        .claim("nonce", begun.nonce())
        .issueTime(java.util.Date.from(Instant.now()))
        .expirationTime(java.util.Date.from(Instant.now().plusSeconds(300)));
  }

  private static String signed(JWTClaimsSet.Builder claims) {
    return LyingProvider.signed(PROVIDER.key(), claims.build());
  }

  private void refused(Begun begun, String token) {
    PROVIDER.token.set(token);
    isRefused(back(begun));
  }

  private void isRefused(MvcTestResult result) {
    assertThat(result).hasStatusOk();
    assertThat(body(result)).contains("Not signed in");
    assertThat(mvc.perform(read("/").session(session(result)))).hasStatus(302);
  }
}
