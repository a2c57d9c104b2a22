package dev.cordon.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import dev.cordon.Cordon;
import dev.cordon.TinyOperation;
import dev.cordon.access.AgencyId;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.action.ActionDays;
import dev.cordon.action.FieldReports;
import dev.cordon.action.MeasureKind;
import dev.cordon.action.NewSite;
import dev.cordon.attribution.Attributions;
import dev.cordon.correspondence.Arrival;
import dev.cordon.correspondence.ArrivalRefusedException;
import dev.cordon.correspondence.Decisions;
import dev.cordon.correspondence.InventedSender;
import dev.cordon.correspondence.Receiving;
import dev.cordon.correspondence.Sending;
import dev.cordon.correspondence.Way;
import dev.cordon.correspondents.Correspondents;
import dev.cordon.correspondents.OwnKeys;
import dev.cordon.dispatch.Outcome;
import dev.cordon.evidence.Exhibits;
import dev.cordon.figures.PressOrder;
import dev.cordon.figures.PressTables;
import dev.cordon.intake.SealedText;
import dev.cordon.intake.Sources;
import dev.cordon.resolution.Category;
import dev.cordon.resolution.Proposal;
import dev.cordon.resolution.Proposals;
import dev.cordon.resolution.Subject;
import dev.cordon.resolution.Subjects;
import dev.cordon.safeguarding.FactKind;
import dev.cordon.safeguarding.Safeguarding;
import dev.cordon.sealedtext.MarkKind;
import dev.cordon.sealedtext.Marks;
import dev.cordon.sealedtext.Reading;
import dev.cordon.sealedtext.Searches;
import dev.cordon.sealedtext.ThreadSummary;
import dev.cordon.sealedtext.Threads;
import dev.cordon.triage.Digests;
import dev.cordon.victims.SealedValues;
import dev.cordon.victims.Victims;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Signs in with a real browser and walks the pages of a tiny operation: everything a page links to
 * inside the operation opens, nothing is asked of another host, the console stays empty, and
 * axe-core finds nothing serious. With {@code -Dcordon.screenshots=DIR} it leaves pictures.
 */
@SpringBootTest(classes = Cordon.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PagesTest extends TinyOperation {

  /** How JPEG, PNG, GIF and WebP begin when they are written as letters, and addresses of data. */
  private static final Pattern PICTURE =
      Pattern.compile(
          "data:(image/(?!svg)|video/)|/9j/4[AQ]|iVBORw0KGgo|R0lGOD[dl]h|UklGR[A-Za-z0-9+/]{4,8}XRUJQ|JFIF|ffd8ffe000104a464946|89504e470d0a1a0a");

  private static final String PASSWORD = "correct horse battery staple";

  @LocalServerPort private int port;
  @Autowired private FieldReports reports;
  @Autowired private ActionDays days;
  @Autowired private Exhibits exhibits;
  @Autowired private Digests digests;
  @Autowired private Sources sources;
  @Autowired private Proposals proposals;
  @Autowired private Subjects subjects;
  @Autowired private Attributions attributions;
  @Autowired private Threads threads;
  @Autowired private Reading reading;
  @Autowired private Marks marks;
  @Autowired private Searches searches;
  @Autowired private Victims victims;
  @Autowired private PressTables tables;

  @Autowired private Correspondents correspondents;
  @Autowired private OwnKeys ownKeys;
  @Autowired private Receiving receiving;
  @Autowired private Decisions decisions;
  @Autowired private Sending sending;
  @Autowired private Safeguarding safeguarding;

  private UUID received = new UUID(0, 0);
  private UUID thread = new UUID(0, 0);
  private UUID victim = new UUID(0, 0);
  private UUID search = new UUID(0, 0);

  private String confirmed = "";

  @TempDir private Path folder;

  private final List<String> complaints = new ArrayList<>();
  private Playwright playwright;
  private Browser browser;
  private String reader;

  @BeforeEach
  void browser() {
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
  void smallActionDay() {
    reader = "r" + UUID.randomUUID();
    AgencyId home = lead;
    SignedIn member = joined(home, reader, "Signe Thomsen", PASSWORD);
    for (Role role : List.of(Role.ANALYST, Role.COORDINATOR, Role.VICTIM_IDENTIFICATION)) {
      grant(member, operation, role);
    }
    UUID day =
        get(
            coordinator,
            () ->
                days.plan(
                    operation,
                    "Simultaneous action",
                    LocalDate.of(2025, 2, 26),
                    LocalDate.of(2025, 2, 26)));
    get(
        coordinator,
        () ->
            days.addSite(
                operation,
                day,
                new NewSite(
                    other,
                    "Site A",
                    ZoneId.of("Europe/Stockholm"),
                    LocalDateTime.of(2025, 2, 26, 6, 0),
                    null)));
    get(officer, () -> reports.take(operation, searchAtFirst("FR-SE-0001")));
    get(
        officer,
        () ->
            reports.take(
                operation,
                report(
                    "FR-SE-0002",
                    "SE",
                    MeasureKind.ARREST,
                    "2025-02-26T06:45:00+01:00",
                    "عبد الرحمن",
                    "van der Längste-Nachname-Ünüberschaubar von und zu Hohenstauffenberg",
                    "99999")));
    UUID exhibit =
        get(officer, () -> exhibits.page(operation, null, null, 1).rows().getFirst().id());
    get(
        examiner,
        () ->
            digests.take(
                operation, exhibit, new StringReader("sha256,size\n" + "ab".repeat(32) + ",12\n")));
  }

  @BeforeEach
  void sourcesAndOneSubject() throws IOException {
    String facts = new String(resource("operation.yaml"), StandardCharsets.UTF_8);
    as(analyst, () -> sources.tell(operation, facts));
    for (String name : List.of("shop.sql", "card-processor.csv", "ip-country.csv")) {
      Path file = Files.write(folder.resolve(name), resource(name));
      as(analyst, () -> sources.take(operation, file, name));
    }
    as(analyst, () -> proposals.propose(operation, "the usual rules"));
    Proposal first = get(analyst, () -> proposals.page(operation, null, 1).rows().getFirst());
    as(analyst, () -> proposals.open(operation, first.id()));
    Subject subject =
        get(
            analyst,
            () -> subjects.confirm(operation, first.id(), Category.SUSPECT, "as the links say"));
    get(analyst, () -> attributions.open(operation, subject.id()));
    get(analyst, () -> attributions.decide(operation, subject.id(), "DK", "lives there"));
    confirmed = subject.id().toString();
    as(
        analyst,
        () ->
            safeguarding.record(
                operation,
                subject.id().value(),
                FactKind.TRAVEL_ANNOUNCED,
                "speaks of a flight on Friday",
                "forum, thread 12",
                Instant.now().minus(Duration.ofMinutes(95))));
  }

  private SignedIn signedIn() {
    return get(
        administrator,
        () ->
            jdbc.sql("select id from cordon.member where sign_in_name = ?")
                .param(reader)
                .query((row, number) ->
                    new SignedIn(
                        reader,
                        "Signe Thomsen",
                        new dev.cordon.access.MemberId(row.getObject("id", UUID.class)),
                        lead,
                        false))
                .single());
  }

  @BeforeEach
  void correspondence() {
    InventedSender sender = new InventedSender("SE");
    UUID key =
        get(
            coordinator,
            () -> correspondents.announce(operation, other, sender.signedCard(), "by mail"));
    SignedIn second = member(lead, operation, Role.COORDINATOR);
    as(
        second,
        () ->
            correspondents.verify(
                operation, key, sender.card().fingerprint(), "by telephone", "Inspector Holm"));
    InventedSender.Made made = sender.made(ownKeys);
    made.expires = LocalDate.of(2026, 1, 31);
    CurrentMember.as(
        coordinator,
        () -> {
          received = receiving.take(operation, made.bytes(), Way.FILE).received().orElseThrow();
          made.recipient = UUID.randomUUID();
          made.number = "P-DK-0002";
          try {
            Arrival unused = receiving.take(operation, made.bytes(), Way.FILE);
          } catch (ArrivalRefusedException expected) {
            assertThat(expected.check()).isEqualTo("recipient");
          }
        });
    as(
        coordinator,
        () ->
            decisions.decide(
                operation, received, null, Outcome.NOT_IDENTIFIED, null, "no such address"));
    as(coordinator, () -> sending.send(operation, swedishPackage, Way.FILE));
  }

  @BeforeEach
  void sealedTextAndAVictim() throws IOException {
    Path forum = Path.of("src/test/resources/dev/cordon/intake/platform-cut/forum.sql");
    as(analyst, () -> sources.take(operation, forum, "forum.sql"));
    SignedIn member = signedIn();
    thread =
        get(member, () -> threads.page(operation, "", null, 1)).rows().stream()
            .max(java.util.Comparator.comparingLong(ThreadSummary::messages))
            .orElseThrow()
            .id();
    as(
        member,
        () ->
            reading.open(
                operation, thread, "a child may be at risk", "Order 1", Duration.ofHours(1)));
    SealedText first =
        get(member, () -> reading.read(operation, thread, null, 1))
            .window()
            .texts()
            .rows()
            .getFirst();
    get(member, () -> marks.add(operation, thread, first.origin(), MarkKind.EXCULPATING));
    SealedValues values =
        new SealedValues("Example Child", "2015", "with a foster family", "Example Office", "");
    victim = get(member, () -> victims.add(operation, "DK", values)).id();
    as(
        member,
        () -> victims.open(operation, victim, "to arrange help", "Order 1", Duration.ofHours(1)));
    search = get(member, () -> searches.search(operation, "body", "a child at risk", "Order 1"));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        PagesTest.class.getResourceAsStream("/dev/cordon/resolution/tiny/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  @Test
  void pages_openWithoutErrorsFromOneHostAndPassAxe() {
    Page page = page(1440, 900, ColorScheme.LIGHT);
    signIn(page);
    String home = "/operations/" + operation.value();
    Set<String> open =
        new LinkedHashSet<>(
            List.of(
                home,
                home + "/sealed-text/threads/" + thread,
                home + "/sealed-text/searches/" + search,
                home + "/correspondence/received/" + received,
                home + "/packages/" + swedishPackage.value() + "/sending",
                home + "/correspondence/sent",
                home + "/correspondence/refused",
                home + "/corrections",
                home + "/triage/inquiries",
                home + "/triage/exhibits",
                home + "/triage/groups",
                home + "/correspondents",
                home + "/subjects/" + confirmed + "/safeguarding",
                home + "/safeguarding",
                home + "/victims/" + victim));
    Set<String> seen = new LinkedHashSet<>();
    Map<String, Integer> shapes = new HashMap<>();
    while (seen.size() < 90 && !open.isEmpty()) {
      String path = open.iterator().next();
      open.remove(path);
      if (!seen.add(path)) {
        continue;
      }
      visit(page, path);
      links(page).stream()
          .filter(link -> shapes.merge(shape(link), 1, Integer::sum) <= 2)
          .forEach(open::add);
    }
    assertThat(complaints).isEmpty();
    assertThat(seen).hasSizeGreaterThan(20);
  }

  @Test
  void everyNumberOfAPressTable_opensItsRecords_downToARowOfASource() {
    PressOrder order =
        new PressOrder(
            "Results so far",
            List.of("payers", "subjects_confirmed", "searches", "arrests", "items_seized"),
            1,
            null,
            null,
            "end of the first day");
    UUID table = get(coordinator, () -> tables.publish(operation, order)).id();
    Page page = page(1440, 900, ColorScheme.LIGHT);
    signIn(page);
    String base = "/operations/" + operation.value() + "/figures/";
    page.navigate(address(base + "press/" + table));
    Map<String, String> numbers = new LinkedHashMap<>();
    for (ElementHandle link : page.querySelectorAll("main tbody td a")) {
      numbers.put(link.getAttribute("href"), link.innerText());
    }

    assertThat(numbers).hasSizeGreaterThan(10);
    numbers.forEach((link, number) -> {
      page.navigate(address(link));
      assertThat(page.innerText("main .tile .value")).as(link).isEqualTo(number);
    });
    String payers =
        numbers.keySet().stream().filter(link -> link.contains("/payers")).toList().getLast();
    page.navigate(address(payers));
    page.click("main tbody td a[href*='/sources/rows']");
    assertThat(page.url()).contains("row=");
    assertThat(page.innerText("main")).contains("shop.sql");
    assertThat(complaints).isEmpty();
  }

  /** Run by name, with -Dtest.excluded.groups=long and -DargLine naming cordon.screenshots. */
  @Test
  @Tag("screenshots")
  void screenshots_areLeftWhereAsked() {
    String directory = System.getProperty("cordon.screenshots", "target/screenshots");
    picture(page(1440, 900, ColorScheme.LIGHT), Path.of(directory, "desktop"));
    picture(page(1440, 900, ColorScheme.DARK), Path.of(directory, "dark"));
    picture(page(390, 844, ColorScheme.LIGHT), Path.of(directory, "phone"));
  }

  private void picture(Page page, Path directory) {
    page.navigate(address("/sign-in"));
    shoot(page, directory, "sign-in");
    signIn(page);
    shoot(page, directory, "operations");
    String base = "/operations/" + operation.value();
    visit(page, base + "/not-there");
    for (String name :
        List.of(
            "",
            "figures",
            "figures/searches",
            "sources",
            "proposals",
            "subjects",
            "packages",
            "packages/" + swedishPackage.value(),
            "packages/" + swedishPackage.value() + "/sending",
            "correspondence",
            "correspondence/received/" + received,
            "correspondence/sent",
            "correspondence/refused",
            "corrections",
            "correspondents",
            "safeguarding",
            "subjects/" + confirmed + "/safeguarding",
            "board",
            "board?wall=true",
            "field-reports",
            "exhibits",
            "triage",
            "sealed-text",
            "sealed-text/threads/" + thread,
            "sealed-text/searches/" + search,
            "victims",
            "victims/" + victim,
            "law?country=DK",
            "requests",
            "routing",
            "attribution-method",
            "subjects/" + confirmed,
            "ledger",
            "nowhere")) {
      page.navigate(address(base + (name.isEmpty() ? "" : "/" + name)));
      shoot(
          page,
          directory,
          name.isEmpty()
              ? "overview"
              : name.replaceAll("[0-9a-f]{8}-[0-9a-f-]+", "one").replaceAll("[^a-z]+", "-"));
    }
  }

  private static void shoot(Page page, Path directory, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(directory.resolve(name + ".png")));
  }

  private Page page(int width, int height, ColorScheme colours) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setTimezoneId("Europe/Copenhagen"));
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(page.url() + " console: " + message.text());
      }
    });
    page.onRequest(request -> {
      if (!request.url().startsWith(address("/"))) {
        complaints.add(page.url() + " asks elsewhere: " + request.url());
      }
    });
    page.onResponse(response -> {
      String type = response.headers().getOrDefault("content-type", "");
      boolean isPixels = type.matches("(image/(?!svg|x-icon|vnd.microsoft.icon)|video/).*");
      if (isPixels && !response.url().startsWith(address("/assets/"))) {
        complaints.add(page.url() + " is sent pixels: " + response.url());
      }
    });
    page.onPageError(error -> complaints.add(page.url() + " script: " + error));
    return page;
  }

  private void signIn(Page page) {
    page.navigate(address("/sign-in"));
    page.fill("#name", reader);
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
    if (PICTURE.matcher(page.content()).find()) {
      complaints.add(path + " holds bytes of a picture");
    }
    for (Rule violation : new AxeBuilder(page).analyze().getViolations()) {
      if (List.of("serious", "critical").contains(violation.getImpact())) {
        complaints.add(
            path + " axe: " + violation.getId() + " " + violation.getNodes().getFirst().getHtml());
      }
    }
  }

  /** The address with its ids and values left out: two pages of a shape are enough. */
  private static String shape(String link) {
    return link.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
        .replaceAll("=[^&]*", "=")
        .replaceAll("/figures/[a-z_]+", "/figures/name");
  }

  private List<String> links(Page page) {
    Object found =
        page.evaluate(
            """
            start => [...document.querySelectorAll('main a[href]:not([download]), nav a[href]')]
              .map(a => new URL(a.href.baseVal ?? a.href, location.href))
              .filter(url => url.pathname.startsWith(start)).map(url => url.pathname + url.search)
            """,
            "/operations/" + operation.value());
    // The packages hold invented subjects, which have no page; a copy is a download.
    return ((List<?>) found)
        .stream()
            .map(String::valueOf)
            .filter(link -> !link.endsWith("/copy"))
            .filter(link ->
                !link.matches(".*/subjects/[0-9a-f-]{36}")
                    || link.endsWith(confirmed)
                    || link.contains("/packages/"))
            .toList();
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
