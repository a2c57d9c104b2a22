package dev.cordon.action.day;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.cordon.Cordon;
import dev.cordon.DatabaseTest;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.action.ActionDays;
import dev.cordon.action.NewSite;
import dev.cordon.web.TestBrowser;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * One day in real browsers: a coordinator in Copenhagen, an officer in Auckland whose network is
 * gone for a while, a prosecutor of the Swedish agency on a journey in New York.
 */
@SpringBootTest(classes = Cordon.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("long")
class ActionDayBrowserTest extends DatabaseTest {

  private static final String PASSWORD = "correct horse battery staple";
  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

  @LocalServerPort private int port;
  @Autowired private ActionDays days;
  @Autowired private DayOrders orders;
  @Autowired private SitePlans plans;

  private final List<String> complaints = new ArrayList<>();
  private Playwright playwright;
  private Browser browser;
  private AgencyId newZealand;
  private UUID day;
  private UUID farSite;
  private String coordinatorName;
  private String farName;
  private String prosecutorName;

  @BeforeEach
  void browser() {
    // A machine that builds something else at the same time is slow, not wrong.
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    TestBrowser.require();
    playwright = TestBrowser.playwright();
    browser = TestBrowser.launch(playwright);
  }

  @AfterEach
  void close() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void plannedDay() {
    newZealand = agency("NZ");
    coordinatorName = someone(lead, "Coordinator Holm", Role.COORDINATOR);
    farName = someone(newZealand, "Officer Aroha", Role.NATIONAL_OFFICER);
    prosecutorName = someone(other, "Prosecutor Ek", Role.PROSECUTOR);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    day =
        get(
            coordinator,
            () ->
                days.plan(operation, "Simultaneous action", today.minusDays(1), today.plusDays(1)));
    SignedIn far = member(newZealand, operation, Role.NATIONAL_OFFICER);
    farSite = site(far, newZealand, AUCKLAND, "Far");
    UUID near = site(officer, other, ZoneId.of("Europe/Stockholm"), "Near");
    UUID unused = site(officer, other, ZoneId.of("Europe/Stockholm"), "Next");
    as(
        far,
        () ->
            plans.write(
                operation,
                farSite,
                new SitePlan(
                    "Exempel Street 1", "1010", "Auckland", "Tama Example", "a dog", null)));
    as(
        officer,
        () ->
            plans.write(
                operation,
                near,
                new SitePlan(
                    "Elvgatan 1",
                    "11122",
                    "Stockholm",
                    "عبد الرحمن Example",
                    "children at home",
                    null)));
  }

  @Test
  void wholeDay_threeRolesThreeZonesOneOffline() {
    Page board = page("Europe/Copenhagen", 1440, 1000, ColorScheme.LIGHT);
    signIn(board, coordinatorName);
    String base = "/operations/" + operation.value() + "/action-days/" + day;
    visit(board, base);
    shoot(board, "plan");
    visit(board, base + "/live");
    assertThat(board.locator("[data-live-state]")).hasText("live");

    Page own = page("America/New_York", 1440, 900, ColorScheme.DARK);
    signIn(own, prosecutorName);
    visit(own, base + "/live");
    assertThat(own.locator("[data-lanes] tr")).hasCount(1);

    Page phone = page("Pacific/Auckland", 390, 844, ColorScheme.LIGHT);
    signIn(phone, farName);
    visit(phone, "/operations/" + operation.value() + "/field/");
    assertThat(phone.locator("[data-state]")).hasText("online");
    assertThat(phone.locator("[data-site] option")).hasText("NZ-01");
    order(board, "GO");
    assertThat(board.locator("[data-word]")).containsText("go");

    report(phone, "entry");
    assertThat(board.locator("[data-lanes] tr", new Page.LocatorOptions().setHasText("NZ")))
        .containsText("1, 0, of 1");
    phone.context().setOffline(true);
    report(phone, "premises_safe");
    report(phone, "arrest");
    report(phone, "item_seized");
    assertThat(phone.locator("[data-queue] li")).hasCount(3);
    assertThat(phone.locator("[data-state]")).hasText("offline");
    assertThat(stored(phone)).doesNotContain("arrest", "phone", "NZ-01", farSite.toString());
    phone.reload();
    assertThat(phone.locator("[data-queue] li")).hasCount(3);
    shoot(phone, "phone-offline");
    assertThat(board.locator("[data-lanes] tr", new Page.LocatorOptions().setHasText("NZ")))
        .not()
        .containsText("arrest");
    phone.context().setOffline(false);
    assertThat(phone.locator("[data-queue] li")).hasCount(0);
    report(phone, "resource_asked");
    assertThat(phone.locator("[data-sent] li").first()).containsText("sent");
    shoot(phone, "phone");

    assertThat(board.locator(".tile", new Page.LocatorOptions().setHasText("arrests")))
        .containsText("1");
    assertThat(board.locator("[data-lanes] tr", new Page.LocatorOptions().setHasText("NZ")))
        .containsText("asks for decryption");
    assertThat(own.locator("[data-lanes]")).not().containsText("NZ");
    correct(phone, "arrest", "person_met");
    assertThat(board.locator(".tile", new Page.LocatorOptions().setHasText("arrests")))
        .containsText("0");
    shoot(phone, "phone-corrected");
    shoot(board, "live");
    shoot(own, "live-dark-prosecutor");
    visit(board, base + "/live?wall=true");
    board.setViewportSize(1920, 1080);
    shoot(board, "wall");
    visit(board, base + "/replay");
    shoot(board, "replay");
    visit(board, base + "/after");
    shoot(board, "after");
    board.setViewportSize(390, 844);
    visit(board, base + "/live");
    shoot(board, "live-phone");
    visit(board, "/operations/" + operation.value() + "/action-sites/" + farSite);
    assertThat(board.locator("main")).containsText("Known to the owning agency alone");
    visit(phone, "/operations/" + operation.value() + "/action-sites/" + farSite);
    assertThat(phone.locator("main")).containsText("Tama Example");
    assertThat(phone.locator("tr.corrected")).containsText("Arrest");
    shoot(phone, "site-phone");
    for (String path :
        List.of("/field-devices", "/reports-aside", "/board", "/action-days/" + day)) {
      visit(phone, "/operations/" + operation.value() + path);
    }
    assertThat(complaints).isEmpty();
  }

  private void order(Page page, String kind) {
    page.click("[data-order] summary");
    assertThat(page.locator("[data-newer]")).isHidden();
    page.selectOption("#kind", kind);
    page.fill("#why", "all are ready");
    page.click("[data-order] button");
    page.waitForURL(url -> url.endsWith("/live"));
  }

  private static void report(Page phone, String kind) {
    phone.click("[data-kind=" + kind + "]");
    phone.click("[data-report] button.main");
    assertThat(phone.locator("[data-form]")).isHidden();
  }

  private static void correct(Page phone, String reported, String really) {
    phone
        .locator("[data-sent] li", new Page.LocatorOptions().setHasText(reported))
        .locator("button")
        .click();
    phone.selectOption("[data-really]", really);
    shoot(phone, "phone-correcting");
    phone.click("[data-report] button.main");
    assertThat(phone.locator("[data-sent] li").first()).containsText("Correction: ");
  }

  /**
   * What lies on the device, as far as a script can read it, with everything that is text in it.
   */
  private static String stored(Page phone) {
    return String.valueOf(
        phone.evaluate(
            """
            async () => {
              const names = (await indexedDB.databases()).map(one => one.name);
              let words = JSON.stringify({ ...localStorage });
              for (const name of names) {
                const database = await new Promise(done => { const r = indexedDB.open(name); r.onsuccess = () => done(r.result); });
                for (const store of database.objectStoreNames) {
                  const rows = await new Promise(done => { const r = database.transaction(store).objectStore(store).getAll(); r.onsuccess = () => done(r.result); });
                  for (const row of rows) {
                    words += JSON.stringify(row);
                    if (row.sealed) words += new TextDecoder().decode(row.sealed);
                  }
                }
                database.close();
              }
              for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const one of await cache.keys()) if (one.url.endsWith('/field/')) words += await (await cache.match(one)).text();
              }
              return words.replaceAll(/data-kind="[a-z_]+"[^<]*<|<option[^<]*</g, '');
            }
            """));
  }

  private Page page(String zone, int width, int height, ColorScheme colours) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setTimezoneId(zone));
    Page page = context.newPage();
    page.setDefaultTimeout(120_000);
    page.setDefaultNavigationTimeout(120_000);
    page.onPageError(error -> complaints.add(page.url() + " script: " + error));
    return page;
  }

  private void signIn(Page page, String name) {
    page.navigate(address("/sign-in"));
    page.fill("#name", name);
    page.fill("#password", PASSWORD);
    page.click("#with-password");
    page.waitForURL(address("/"));
  }

  private void visit(Page page, String path) {
    int status = page.navigate(address(path)).status();
    if (status != 200) {
      complaints.add(path + " answered " + status);
      return;
    }
    for (Rule violation : new AxeBuilder(page).analyze().getViolations()) {
      if (List.of("serious", "critical").contains(violation.getImpact())) {
        complaints.add(
            path + " axe: " + violation.getId() + " " + violation.getNodes().getFirst().getHtml());
      }
    }
  }

  /** With {@code -Dcordon.screenshots=DIR} pictures are left. */
  private static void shoot(Page page, String name) {
    String directory = System.getProperty("cordon.screenshots");
    if (directory != null) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of(directory, name + ".png"))
              .setFullPage(true));
    }
  }

  private String someone(AgencyId agency, String displayName, Role role) {
    String name = "b" + UUID.randomUUID();
    grant(joined(agency, name, displayName, PASSWORD), operation, role);
    return name;
  }

  private UUID site(SignedIn by, AgencyId agency, ZoneId zone, String label) {
    LocalDateTime planned = LocalDateTime.ofInstant(Instant.now().plusSeconds(600), zone);
    return get(
        by, () -> days.addSite(operation, day, new NewSite(agency, label, zone, planned, null)));
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
