package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.cordon.DatabaseTest;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.SignedIn;
import dev.cordon.ledger.internal.Sequencer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What the pages of sources show, and what they must not. */
class SourcePagesTest extends DatabaseTest {

  private static final String RIGHT_TO_LEFT = "\u05d3\u05e0\u05d9.csv";

  @TempDir private Path folder;
  @Autowired private MockMvcTester mvc;
  @Autowired private Sources sources;
  @Autowired private Sequencer sequencer;

  private UUID cards = new UUID(0, 0);
  private UUID shop = new UUID(0, 0);

  @BeforeEach
  void twoSources() throws IOException {
    cards = take(IntakeTest.PLATFORM.resolve("card-processor.csv"), "card-processor.csv");
    shop = take(IntakeTest.PLATFORM.resolve("shop.sql"), "shop.sql");
    sequencer.sequence();
  }

  @Test
  void balance_leadsToItsRows() {
    assertThat(page("")).contains("list?of=quarantine", "list?of=duplicates", "list?of=stored");
    assertThat(page("/" + cards)).contains("Quarantine by reason", "list?of=quarantine");
    assertThat(words("/" + cards + "/list?of=stored")).contains("1 to 34 of 34");
    assertThat(words("/" + cards + "/list?of=in")).contains("1 to 39 of 39");
    assertThat(page("/" + cards + "/list?of=duplicates")).contains("Repeats", "row=");
  }

  @Test
  void quarantine_showsPlaceAndDigest_narrowedByReason() {
    SourceCounts counts = with(analyst, () -> sources.counts(operation, cards));
    assertThat(counts.reasons().stream().mapToLong(SourceCounts.Reason::rows).sum()).isEqualTo(4);
    String reason = counts.reasons().getFirst().reason();
    long rows = counts.reasons().getFirst().rows();

    String all = page("/" + cards + "/list?of=quarantine");
    assertThat(all).doesNotContain("not looked at");
    assertThat(words("/" + cards + "/list?of=quarantine")).contains("1 to 4 of 4");
    assertThat(all).containsPattern("<code>[0-9a-f]{12}</code>");
    assertThat(
            words(
                "/"
                    + cards
                    + "/list?of=quarantine&reason="
                    + java.net.URLEncoder.encode(reason, StandardCharsets.UTF_8)
                        .replace("+", "%20")))
        .contains("1 to " + rows, "All of them");
  }

  @Test
  void extract_needsAReason_escapesFormulas_andIsAnEntry() throws IOException {
    Path file = folder.resolve("formula.csv");
    Files.writeString(
        file, "id,order,email,amount,status,date\n1,2,a@example.com,3,paid,2024-01-01\n1,2\n");
    UUID source = take(file, "=cmd|calc.csv");
    assertThat(extract(source, " ")).hasStatus(422);
    MvcTestResult csv = extract(source, "for the court");
    assertThat(csv).hasStatus(200).hasHeader("Content-Type", "text/csv; charset=UTF-8");
    assertThat(text(csv)).contains("\"'=cmd|calc.csv\"").doesNotContain("a@example.com");
    assertThat(text(csv).lines()).hasSize(2);
  }

  @Test
  void originalRow_masksWhatNoRecordHolds() throws IOException {
    String row = page("/" + shop + "/rows?table=wp_users&row=1");
    String dump =
        Files.readString(IntakeTest.PLATFORM.resolve("shop.sql"), StandardCharsets.ISO_8859_1);
    assertThat(row).contains("The original row", "user_pass", "masked", "of the whole row");
    String password = dump.replaceFirst("(?s).*?(\\$(?:P|wp|2y)\\$[^']+)'.*", "$1");
    assertThat(password).startsWith("$");
    assertThat(row).doesNotContain(password);
  }

  @Test
  void days_areDrawnWithTitlesAndATableBeside() {
    String days = page("/" + shop + "/days");
    assertThat(days).contains("<title>", "The rule.", "How times are written", "kind=");
    assertThat(page("/" + shop + "/days?kind=accesses&from=1999-01-01&to=1999-01-02"))
        .contains("No day with rows");
    assertThat(
            mvc.perform(
                MockMvcRequestBuilders.get(uri("/" + shop + "/days?from=tomorrow"))
                    .with(by(analyst))))
        .hasStatus(400);
  }

  @Test
  void comparison_marksDifferences() {
    assertThat(page("/compare")).contains("Choose two");
    assertThat(page("/compare?left=" + shop + "&right=" + cards)).contains("differs", "SHA-256");
    assertThat(page("/compare?left=" + shop + "&right=" + shop)).contains("No difference.");
  }

  @Test
  void receipt_isAPage_andAFile() {
    assertThat(page("/" + shop + "/receipt")).contains("Signed checkpoint", "not written down");
    MvcTestResult written =
        mvc.perform(
            post(uri("/" + shop + "/receipt"))
                .param("by", "Officer Example")
                .param("at", "2025-02-26T10:00")
                .with(csrf())
                .with(by(analyst)));
    assertThat(written).hasStatus3xxRedirection();
    sequencer.sequence();
    assertThat(page("/" + shop + "/receipt")).contains("Officer Example", "Receipt <span>2</span>");
    MvcTestResult file =
        mvc.perform(post(uri("/" + shop + "/receipt/file")).with(csrf()).with(by(analyst)));
    assertThat(file).hasStatus(200);
    assertThat(text(file)).contains("cordon-receipt/v1", "Officer Example");
  }

  @Test
  void names_inAnyScript_andSearch() throws IOException {
    Path file = folder.resolve("x.csv");
    Files.writeString(file, "id,order\n1,2\n");
    take(IntakeTest.PLATFORM.resolve("crypto-invoices.csv"), RIGHT_TO_LEFT);
    assertThat(page("?part=shop")).contains("shop.sql").doesNotContain("card-processor.csv");
    assertThat(page("?mark=quarantine")).contains("card-processor.csv");
    assertThat(page("?part=absent")).contains("No source like that");
    assertThat(page("")).contains(RIGHT_TO_LEFT);
  }

  @Test
  void officers_seeNoneOfThem() {
    for (String path :
        List.of("", "/takings", "/takings/now", "/" + shop, "/" + shop + "/list", "/compare")) {
      assertThat(mvc.perform(MockMvcRequestBuilders.get(uri(path)).with(by(officer))))
          .as(path)
          .hasStatus(404);
    }
  }

  private UUID take(Path file, String name) {
    return with(analyst, () -> sources.take(operation, file, name)).source().id();
  }

  private MvcTestResult extract(UUID source, String reason) {
    return mvc.perform(
        post(uri("/" + source + "/quarantine/extract"))
            .param("reason", reason)
            .with(csrf())
            .with(by(analyst)));
  }

  private String page(String path) {
    MvcTestResult result = mvc.perform(MockMvcRequestBuilders.get(uri(path)).with(by(analyst)));
    assertThat(result).as(path).hasStatus(200);
    return text(result);
  }

  /** The page without its tags. */
  private String words(String path) {
    return page(path).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  private static String text(MvcTestResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private URI uri(String path) {
    return URI.create("/operations/" + operation + "/sources" + path);
  }

  private static RequestPostProcessor by(SignedIn member) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            member, null, AuthorityUtils.createAuthorityList("MEMBER")));
  }

  private static <T> T with(SignedIn member, Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    CurrentMember.as(member, () -> result.set(work.get()));
    return result.get();
  }
}
