package dev.cordon.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.cordon.Cordon;
import dev.cordon.DatabaseTest;
import dev.cordon.access.AgencyId;
import dev.cordon.access.MemberLeft;
import dev.cordon.access.Members;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.web.TestBrowser;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * All ways of signing in, in real browsers with an authenticator of Chromium's own and an identity
 * provider that is a process of its own.
 */
@SpringBootTest(classes = Cordon.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@Import(SignInBase.Clocks.class)
class SignInPagesTest extends DatabaseTest {

  private static final String PASSWORD = "correct horse battery staple";
  private static final UUID AGENCY = UUID.randomUUID();
  private static final int PORT = freePort();
  private static final int PROVIDER_PORT = freePort();
  private static final AtomicReference<Process> PROVIDER = new AtomicReference<>();

  @Autowired private Members members;
  @Autowired private AgencyIdentities identities;
  @Autowired private SignInSettings settings;
  @Autowired private MovingClock clock;
  @Autowired private ApplicationEventPublisher events;

  private final List<String> complaints = new ArrayList<>();
  private Playwright playwright;
  private Browser browser;
  private String name = "";
  private SignedIn member;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) throws IOException {
    String secret = Digests.secret();
    Path file = Files.createTempFile("client", ".secret");
    Files.writeString(file, secret);
    file.toFile().deleteOnExit();
    startProvider(secret);
    registry.add("server.port", () -> PORT);
    registry.add("cordon.sign-in.second-factor", () -> "required");
    registry.add("cordon.sign-in.agencies[0].agency", AGENCY::toString);
    registry.add("cordon.sign-in.agencies[0].name", () -> "Police of Example");
    registry.add("cordon.sign-in.agencies[0].issuer", () -> "http://127.0.0.1:" + PROVIDER_PORT);
    registry.add("cordon.sign-in.agencies[0].client-id", () -> ProviderProcess.CLIENT);
    registry.add("cordon.sign-in.agencies[0].secret-file", file::toString);
  }

  private static void startProvider(String secret) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                ProviderProcess.class.getName(),
                Integer.toString(PROVIDER_PORT),
                "http://localhost:" + PORT + "/sign-in/agency/" + AGENCY + "/back",
                secret)
            .redirectErrorStream(true)
            .start();
    PROVIDER.set(process);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    StringBuilder said = new StringBuilder();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    String line = lines.readLine();
    while (line != null && !line.contains("PROVIDER READY")) {
      said.append(line).append('\n');
      line = lines.readLine();
    }
    assertThat(line).as(said.toString()).isNotNull();
    Thread.ofVirtual().start(() -> lines.lines().forEach(rest -> {}));
  }

  @AfterAll
  static void stopProvider() {
    PROVIDER.get().destroy();
  }

  @BeforeEach
  void memberAndBrowser() {
    TestBrowser.require();
    as(
        administrator,
        () ->
            jdbc.sql(
                    "insert into cordon.agency (id, name, country) values (?, ?, 'DK') on conflict"
                        + " do nothing")
                .params(AGENCY, "Agency " + AGENCY)
                .update());
    name = "b" + UUID.randomUUID();
    member = joined(new AgencyId(AGENCY), name, "Signe Thomsen", PASSWORD);
    grant(member, operation, Role.COORDINATOR);
    playwright = TestBrowser.playwright();
    browser = TestBrowser.launch(playwright);
  }

  @AfterEach
  void close() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @Test
  void twoBrowsers_signInInAllWays_proveFreshly_andAreExpelled() {
    // A passkey is enrolled after the first password, and signs in from then on.
    Page laptop = page(1280, 900);
    addAuthenticator(laptop);
    signInByPassword(laptop);
    laptop.waitForURL(address("/sign-in/enrol"));
    check(laptop, "enrol");
    laptop.fill("#passkey-label", "Work laptop");
    laptop.click("text=Add a passkey");
    laptop.waitForURL(address("/account"));
    assertThat(laptop.locator(".code-list li").count()).isEqualTo(10);
    check(laptop, "account");
    signOut(laptop);
    List<String> sent = new ArrayList<>();
    laptop.onRequest(request -> {
      if (request.method().equals("POST") && request.url().endsWith("/sign-in/passkey")) {
        sent.add(request.postData());
      }
    });
    check(laptop, "sign-in");
    laptop.click("text=Sign in with a passkey");
    laptop.waitForURL(address("/"));

    // The same answer sent again is refused, with a new challenge and without one.
    signOut(laptop);
    replay(laptop, sent.getFirst());
    assertThat(laptop.locator("[role=alert] >> visible=true").first().textContent())
        .contains("could not be verified");
    laptop.click("text=Sign in with a passkey");
    laptop.waitForURL(address("/"));

    // An authenticator app is added; another browser signs in with password and code.
    laptop.navigate(address("/account/add"));
    check(laptop, "add");
    byte[] secret = SignInBase.secret(laptop.content());
    laptop.fill("#app-code", code(secret));
    laptop.click("text=Set up the app");
    laptop.waitForURL(address("/account"));
    clock.move(Duration.ofMinutes(1));
    Page phone = page(390, 844);
    signInByPassword(phone);
    phone.waitForURL(address("/sign-in/second-factor"));
    check(phone, "second-factor");
    phone.fill("#code", code(secret));
    phone.click("text=Go on");
    phone.waitForURL(address("/"));
    phone.navigate(address("/account"));
    check(phone, "account-phone");

    // Fresh proof is asked, given by the passkey, and what was typed is still there.
    clock.move(Duration.ofMinutes(6));
    laptop.navigate(address("/account"));
    laptop.fill("input[name=label]", "Nightly import");
    laptop.click("text=Make a token");
    laptop.waitForURL(address("/step-up**"));
    check(laptop, "step-up");
    laptop.click("text=Use your passkey");
    laptop.waitForURL(address("/account"));
    assertThat(laptop.inputValue("input[name=label]")).isEqualTo("Nightly import");
    assertThat(laptop.content()).doesNotContain("cordon_");
    laptop.click("text=Make a token");
    laptop.waitForSelector("text=Your new API token");

    // One browser ends the other.
    laptop.navigate(address("/account"));
    laptop.click("button:text-is(\"End\")");
    laptop.waitForSelector("text=The session is ended.");
    phone.navigate(address("/"));
    assertThat(phone.url()).isEqualTo(address("/sign-in?ended=ended"));

    // At the agency's own provider, which is another site.
    identities.bindSelf(
        member, settings.provider(AGENCY.toString()).orElseThrow(), ProviderProcess.USER);
    phone.click("text=Police of Example");
    phone.waitForURL("http://127.0.0.1:" + PROVIDER_PORT + "/login**");
    phone.fill("#username", ProviderProcess.USER);
    phone.fill("#password", ProviderProcess.PASSWORD);
    phone.click("button[type=submit]");
    phone.waitForURL(address("/"));
    assertThat(phone.content()).contains("Signe Thomsen");

    assertThat(complaints).isEmpty();

    // Leaving ends everything at once, open streams included.
    laptop.navigate(address("/operations/" + operation.value() + "/board"));
    laptop.evaluate(
        """
        address => { window.stream = new EventSource(address); window.told = [];
          window.stream.addEventListener("changed", () => window.told.push("open"));
          window.stream.addEventListener("error", () => { window.told.push("closed"); window.stream.close(); }); }
        """,
        "/api/operations/" + operation.value() + "/board");
    laptop.waitForFunction("() => window.told.includes('open')");
    as(
        administrator,
        () -> {
          jdbc.sql("update cordon.member set left_at = now() where id = ?")
              .param(member.member().value())
              .update();
          events.publishEvent(new MemberLeft(member.member()));
        });
    laptop.waitForFunction("() => window.told.includes('closed')");
    laptop.navigate(address("/"));
    assertThat(laptop.url()).startsWith(address("/sign-in"));
    phone.navigate(address("/"));
    assertThat(phone.url()).startsWith(address("/sign-in"));
  }

  @Test
  void pageUnderAnotherHostName_saysWhichOneToUse() {
    Page page = page(1280, 900);
    page.navigate("http://127.0.0.1:" + PORT + "/sign-in");

    assertThat(page.locator("text=Passkeys belong to the host name").count()).isEqualTo(1);
    assertThat(page.getAttribute("text=Open it under", "href")).isEqualTo(address("/sign-in"));
  }

  private void replay(Page page, String body) {
    page.navigate(address("/sign-in"));
    String credential =
        java.util.Arrays.stream(body.split("&"))
            .filter(field -> field.startsWith("credential="))
            .map(field ->
                java.net.URLDecoder.decode(
                    field.substring("credential=".length()), StandardCharsets.UTF_8))
            .findFirst()
            .orElseThrow();
    page.evaluate(
        """
        async credential => {
          const form = document.querySelector("form[data-passkey]");
          await fetch(form.dataset.options, { method: "POST", headers: { "X-CSRF-TOKEN": form.elements._csrf.value } });
          form.elements.credential.value = credential;
          form.submit();
        }
        """,
        credential);
    page.waitForSelector("text=could not be verified");
  }

  private void signInByPassword(Page page) {
    page.navigate(address("/sign-in"));
    page.fill("#name", name);
    page.fill("#password", PASSWORD);
    page.click("#with-password");
  }

  private void signOut(Page page) {
    page.click("text=Sign out");
    page.waitForURL(address("/sign-in**"));
  }

  private String code(byte[] secret) {
    return Totp.code(secret, Totp.step(clock.instant()));
  }

  private static void addAuthenticator(Page page) {
    CDPSession devices = page.context().newCDPSession(page);
    devices.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject added = new JsonObject();
    added.add("options", options);
    devices.send("WebAuthn.addVirtualAuthenticator", added);
  }

  private Page page(int width, int height) {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
    context.setDefaultTimeout(60_000);
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")
          && page.url().startsWith(address("/"))
          && !message.location().startsWith(address("/favicon"))) {
        complaints.add(page.url() + " console: " + message.text());
      }
    });
    page.onPageError(error -> complaints.add(page.url() + " script: " + error));
    return page;
  }

  private void check(Page page, String picture) {
    new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .forEach(rule ->
                complaints.add(
                    page.url()
                        + " axe: "
                        + rule.getId()
                        + " "
                        + rule.getNodes().getFirst().getHtml()));
    String directory = System.getProperty("cordon.screenshots");
    if (directory != null) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of(directory, picture + ".png")));
    }
  }

  private static String address(String path) {
    return "http://localhost:" + PORT + path;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new IllegalStateException(none);
    }
  }
}
