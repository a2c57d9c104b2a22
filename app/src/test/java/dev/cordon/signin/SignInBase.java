package dev.cordon.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.cordon.DatabaseTest;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Members;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A server that asks for a second factor and knows a provider that can be made to lie. */
@Import(SignInBase.Clocks.class)
abstract class SignInBase extends DatabaseTest {

  static final String PASSWORD = "a long enough password";
  static final LyingProvider PROVIDER = new LyingProvider();
  static final UUID PROVIDERS_AGENCY = UUID.fromString("11111111-2222-4333-8444-555555555555");
  static final UUID STRICT_AGENCY = UUID.fromString("21111111-2222-4333-8444-555555555555");

  private static final AtomicInteger ADDRESSES = new AtomicInteger();
  private static final Pattern SECRET = Pattern.compile("class=\"secret\">([A-Z2-7 ]+)<");

  @Autowired protected MockMvcTester mvc;
  @Autowired protected Members members;
  @Autowired protected MovingClock clock;

  protected String name = "";
  protected SignedIn member;
  protected String address = "";

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("cordon.sign-in.second-factor", () -> "required");
    provider(registry, 0, PROVIDERS_AGENCY);
    provider(registry, 1, STRICT_AGENCY);
    registry.add("cordon.sign-in.agencies[1].required-acr", () -> "high");
    registry.add("cordon.sign-in.agencies[1].required-amr", () -> "hwk");
  }

  private static void provider(DynamicPropertyRegistry registry, int number, UUID agency) {
    String one = "cordon.sign-in.agencies[" + number + "].";
    registry.add(one + "agency", agency::toString);
    registry.add(one + "name", () -> "Agency of Example " + number);
    registry.add(one + "issuer", PROVIDER::issuer);
    registry.add(one + "client-id", () -> LyingProvider.CLIENT);
    registry.add(one + "secret-file", PROVIDER::secretFile);
  }

  @TestConfiguration
  static class Clocks {

    @Bean
    @Primary
    MovingClock movingClock() {
      return new MovingClock();
    }
  }

  @BeforeEach
  void memberWithPassword() {
    int number = ADDRESSES.incrementAndGet();
    address = "198.18." + number / 250 + "." + (1 + number % 250);
    agencyOf(PROVIDERS_AGENCY);
    agencyOf(STRICT_AGENCY);
    name = "p" + UUID.randomUUID();
    member = member(name, new AgencyId(PROVIDERS_AGENCY));
    grant(member, operation, Role.COORDINATOR);
  }

  private void agencyOf(UUID id) {
    as(
        administrator,
        () ->
            jdbc.sql(
                    "insert into cordon.agency (id, name, country) values (?, ?, 'DK') on conflict"
                        + " do nothing")
                .params(id, "Agency " + id)
                .update());
  }

  protected SignedIn member(String signInName, AgencyId agency) {
    return joined(agency, signInName, "Someone", PASSWORD);
  }

  protected MockHttpServletRequestBuilder read(String path, Object... variables) {
    return from(MockMvcRequestBuilders.get(path, variables));
  }

  protected MockHttpServletRequestBuilder form(String path, Object... variables) {
    return from(MockMvcRequestBuilders.post(path, variables)).with(csrf());
  }

  private MockHttpServletRequestBuilder from(MockHttpServletRequestBuilder request) {
    return request.with(built -> {
      built.setRemoteAddr(address);
      return built;
    });
  }

  protected MvcTestResult password(String signInName, String password) {
    return mvc.perform(form("/sign-in").param("name", signInName).param("password", password));
  }

  protected static MockHttpSession session(MvcTestResult result) {
    return (MockHttpSession) result.getRequest().getSession();
  }

  protected static String body(MvcTestResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  protected static String flash(MvcTestResult result, String what) {
    return String.valueOf(result.getMvcResult().getFlashMap().get(what));
  }

  /** A member signed in whole, with its app's secret. */
  protected record Enrolled(
      MockHttpSession session, byte[] secret, java.util.List<String> codes, Cookie device) {}

  /** Signs in for the first time and sets an app up. */
  protected Enrolled enrol() {
    MockHttpSession half = session(password(name, PASSWORD));
    byte[] secret = secret(body(mvc.perform(read("/sign-in/enrol").session(half))));
    MvcTestResult done =
        mvc.perform(form("/sign-in/enrol/app").param("code", code(secret)).session(half));
    assertThat(done).hasStatus(302).redirectedUrl().isEqualTo("/account");
    @SuppressWarnings("unchecked")
    var codes = (java.util.List<String>) done.getMvcResult().getFlashMap().get("codes");
    return new Enrolled(
        session(done), secret, codes, done.getResponse().getCookie("cordon-device"));
  }

  /** The code the app shows now. */
  protected String code(byte[] secret) {
    return Totp.code(secret, Totp.step(clock.instant()));
  }

  static byte[] secret(String page) {
    Matcher matcher = SECRET.matcher(page);
    assertThat(matcher.find()).as(page).isTrue();
    return base32(matcher.group(1).replace(" ", ""));
  }

  private static byte[] base32(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int bits = 0;
    for (char one : text.toCharArray()) {
      buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(one);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(buffer >> bits);
      }
    }
    return bytes.toByteArray();
  }
}
