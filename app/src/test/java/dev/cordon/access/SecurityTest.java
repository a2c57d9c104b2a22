package dev.cordon.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.cordon.DatabaseTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class SecurityTest extends DatabaseTest {

  private static final String PASSWORD = "a long enough password";

  @Autowired private MockMvcTester mvc;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  private String name = "";

  @BeforeEach
  void memberWithPassword() {
    name = "p" + UUID.randomUUID();
    grant(joined(lead, name, "Someone", PASSWORD), operation, Role.ANALYST);
  }

  @Test
  void everyRoute_needsAMember_exceptSigningInAndJoining() {
    Stream<String> routes =
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
            .map(RequestMappingInfo::getPatternValues)
            .flatMap(patterns -> patterns.stream())
            .map(pattern -> pattern.replaceAll("\\{[^}]*}", UUID.randomUUID().toString()))
            .filter(path -> !path.startsWith("/sign-in") && !path.startsWith("${"))
            .filter(path -> !path.startsWith("/join/") && !path.equals("/api/join"))
            // Takes signed checkpoints of logs it was told of, by POST only.
            .filter(path -> !path.equals("/witness/add-checkpoint"))
            // Takes what servers of verified keys push, by POST only.
            .filter(path -> !path.equals("/correspondence/push"))
            // Outlines of countries, as in any atlas.
            .filter(path -> !path.startsWith("/assets/map/"))
            .distinct();

    assertThat(routes)
        .hasSizeGreaterThan(5)
        .allSatisfy(path -> {
          int status = mvc.perform(read(path)).getResponse().getStatus();
          assertThat(status).as(path).isEqualTo(path.startsWith("/api/") ? 401 : 302);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/css/base.css", "/assets/js/page.js", "/assets/map/europe.svg"})
  void whatTellsNothingOfACase_isKeptByABrowser_untilItIsAnother(String path) {
    MockHttpServletResponse first = mvc.perform(read(path)).getResponse();
    String tag = first.getHeader("ETag");

    assertThat(first.getStatus()).isEqualTo(200);
    assertThat(first.getHeader("Cache-Control")).isEqualTo("max-age=60, must-revalidate");
    assertThat(mvc.perform(read(path).header("If-None-Match", String.valueOf(tag)))).hasStatus(304);
    assertThat(mvc.perform(read(path).header("If-None-Match", "\"another\""))).hasStatusOk();
    assertThat(mvc.perform(read("/sign-in"))).headers().hasValue("Cache-Control", NEVER_KEPT);
  }

  private static final String NEVER_KEPT = "no-cache, no-store, max-age=0, must-revalidate";

  @Test
  void apiWithOwnCredentials_needsNoToken() {
    assertThat(mvc.perform(read("/api/operations").with(httpBasic(name, PASSWORD))))
        .hasStatusOk()
        .bodyText()
        .contains(operation.toString());
    assertThat(mvc.perform(newAgency().with(httpBasic(name, PASSWORD)))).hasStatus(404);
  }

  @Test
  void apiWithSession_needsTheToken() {
    MockHttpSession session = signIn();

    assertThat(mvc.perform(read("/api/operations").session(session))).hasStatusOk();
    assertThat(mvc.perform(newAgency().session(session)).getResponse().getContentAsByteArray())
        .asString()
        .contains("Not Found");
    assertThat(
            mvc.perform(
                post("/api/operations/{o}/packages", operation)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{}")
                    .session(session)))
        .hasStatus(404);
    assertThat(
            mvc.perform(
                post("/api/operations/{o}/packages", operation)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{}")
                    .session(session)
                    .with(csrf())))
        .hasStatus(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong password here", "", "a long enough password "})
  void wrongPassword_isRefusedLikeAnUnknownName(String password) {
    MvcTestResult wrong = mvc.perform(read("/api/operations").with(httpBasic(name, password)));
    MvcTestResult unknown =
        mvc.perform(read("/api/operations").with(httpBasic("nobody-of-that-name", password)));

    assertThat(wrong).hasStatus(401);
    assertThat(unknown).hasStatus(401);
    assertThat(body(wrong)).isEqualTo(body(unknown));
    assertThat(wrong).doesNotContainHeader("WWW-Authenticate");
  }

  @Test
  void whatIsAbsent_andWhatIsNotPermitted_answerAlike() {
    OperationId foreign = newOperation(other);

    MvcTestResult hidden =
        mvc.perform(read("/api/operations/{o}", foreign).with(httpBasic(name, PASSWORD)));
    MvcTestResult absent =
        mvc.perform(read("/api/operations/{o}", UUID.randomUUID()).with(httpBasic(name, PASSWORD)));

    assertThat(hidden).hasStatus(404);
    assertThat(body(hidden).replaceAll("[0-9a-f-]{36}", "ID"))
        .isEqualTo(body(absent).replaceAll("[0-9a-f-]{36}", "ID"));
    assertThat(hidden.getResponse().getHeaderNames())
        .isEqualTo(absent.getResponse().getHeaderNames());
  }

  @Test
  void memberWhoLeft_isRefusedAtOnce() {
    as(
        administrator,
        () ->
            jdbc.sql("update cordon.member set left_at = now() where sign_in_name = ?")
                .params(name)
                .update());

    assertThat(mvc.perform(read("/api/operations").with(httpBasic(name, PASSWORD)))).hasStatus(401);
  }

  @Test
  void session_ofMemberWhoLeft_seesNothing() {
    MockHttpSession session = signIn();
    as(
        administrator,
        () ->
            jdbc.sql("update cordon.member set left_at = now() where sign_in_name = ?")
                .params(name)
                .update());

    assertThat(mvc.perform(read("/api/operations/{o}", operation).session(session))).hasStatus(404);
  }

  @Test
  void everyAnswer_forbidsInlineScriptAndOtherHosts() {
    MvcTestResult page = mvc.perform(read("/sign-in"));

    assertThat(page)
        .hasStatusOk()
        .hasHeader("X-Frame-Options", "DENY")
        .hasHeader("X-Content-Type-Options", "nosniff");
    assertThat(page.getResponse().getHeader("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "http:", "https:", "*");
    assertThat(body(page)).doesNotContainPattern("<script(?![^>]*src=)[^>]*>");
  }

  @Test
  void description_isForMembersOnly() {
    assertThat(mvc.perform(read("/api/openapi"))).hasStatus(401);
    assertThat(mvc.perform(read("/api/openapi").with(httpBasic(name, PASSWORD))))
        .hasStatusOk()
        .bodyText()
        .contains("/api/operations/{operation}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"name\":1e999}",
        "{\"name\":\"x\",\"authority\":\"\",\"legalBasis\":\"\",\"purpose\":\"theft\"}"
      })
  void malformedBody_tellsNothingOfTheInside(String content) {
    MvcTestResult answer =
        mvc.perform(
            post("/api/operations/{o}/packages", operation)
                .contentType(MediaType.APPLICATION_JSON)
                .content(content)
                .with(httpBasic(name, PASSWORD)));

    assertThat(answer.getResponse().getStatus()).isEqualTo(400);
    assertThat(body(answer)).doesNotContain("dev.cordon", "Exception", "jackson", "java.");
  }

  private static MockHttpServletRequestBuilder read(String path, Object... variables) {
    return MockMvcRequestBuilders.get(path, variables);
  }

  private MockHttpSession signIn() {
    MvcTestResult signedIn =
        mvc.perform(post("/sign-in").param("name", name).param("password", PASSWORD).with(csrf()));
    assertThat(signedIn).hasStatus(302).redirectedUrl().isEqualTo("/");
    return (MockHttpSession) signedIn.getRequest().getSession();
  }

  private static MockHttpServletRequestBuilder newAgency() {
    return post("/api/agencies")
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"name\":\"Mine\",\"country\":\"DK\"}");
  }

  private static String body(MvcTestResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
