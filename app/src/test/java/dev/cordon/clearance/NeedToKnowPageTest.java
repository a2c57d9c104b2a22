package dev.cordon.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.cordon.DatabaseTest;
import dev.cordon.access.HandlingCode;
import dev.cordon.access.ReadingReasons;
import dev.cordon.access.Rules;
import dev.cordon.access.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * The rules on their page and in the document are those of the database; the reason is asked and
 * kept.
 */
class NeedToKnowPageTest extends DatabaseTest {

  @Autowired private MockMvc http;
  @Autowired private Rules rules;
  @Autowired private ReadingReasons reasons;

  @Test
  void document_holdsTheRulesOfTheDatabase() throws IOException {
    List<String> document = Files.readAllLines(Path.of("..", "docs", "need-to-know.md"));
    List<String> lines = new ArrayList<>();
    get(analyst, rules::all).forEach(rule -> lines.add(line(rule)));
    get(analyst, rules::clearances).forEach(one -> lines.add(line(one)));

    Path right = Files.write(Path.of("target", "need-to-know-lines.md"), lines);
    assertThat(lines).hasSizeGreaterThan(60);
    assertThat(document)
        .as(
            "docs/need-to-know.md lacks rules, or holds others; its lines are those of the database:"
                + " "
                + right)
        .containsAll(lines);
    assertThat(document.stream().filter(line -> line.startsWith("| ")).count())
        .isEqualTo(lines.size() + 2L);
  }

  private static String line(Rules.Rule rule) {
    List<String> does = new ArrayList<>();
    if (rule.reads()) {
      does.add("read");
    }
    if (rule.writes()) {
      does.add("write");
    }
    does.addAll(rule.rights());
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            rule.area().text(),
            rule.role().text(),
            rule.reach(),
            String.join(", ", does),
            rule.categories().isEmpty() ? "all" : String.join(", ", rule.categories()),
            rule.because());
  }

  private static String line(Rules.RoleClearance one) {
    String codes =
        one.codes().stream().map(HandlingCode::name).sorted().collect(Collectors.joining(", "));
    return "| %s | %s | %s |"
        .formatted(one.role().text(), codes.isEmpty() ? "none" : codes, one.because());
  }

  @Test
  void page_showsTheRules_toEveryMember() throws Exception {
    for (SignedIn member : List.of(outsider, officer, administrator)) {
      MockHttpServletResponse page = ask(member, MockMvcRequestBuilders.get("/need-to-know"));
      assertThat(page.getStatus()).isEqualTo(200);
      assertThat(page.getContentAsString()).contains("Who may see what", "Answers for what leaves");
    }
  }

  @Test
  void reading_isStatedOnce_thenLeadsOnInsideTheOperationOnly() throws Exception {
    String place = "/operations/" + operation;
    MockHttpServletResponse stated =
        ask(
            analyst,
            MockMvcRequestBuilders.post(place + "/reading")
                .param("purpose", "QUALITY")
                .param("words", "second look at links")
                .param("next", place + "/subjects?page=2"));
    assertThat(stated.getRedirectedUrl()).isEqualTo(place + "/subjects?page=2");
    assertThat(get(analyst, () -> reasons.require(operation)).words())
        .isEqualTo("second look at links");
    MockHttpServletResponse page = ask(analyst, MockMvcRequestBuilders.get(place + "/ledger"));
    assertThat(page.getContentAsString()).contains("Reading for:", "second look at links");
    for (String elsewhere :
        List.of(
            "https://example.org/",
            "//example.org",
            place + "//example.org",
            "/operations",
            place + "/../x")) {
      MockHttpServletResponse led =
          ask(
              analyst,
              MockMvcRequestBuilders.post(place + "/reading")
                  .param("purpose", "QUALITY")
                  .param("words", "second look")
                  .param("next", elsewhere));
      assertThat(led.getRedirectedUrl()).as(elsewhere).isEqualTo(place);
    }
  }

  @Test
  void reading_withoutWords_isAskedAgain() throws Exception {
    String place = "/operations/" + operation;
    for (String words : List.of("", "  ", "x".repeat(501))) {
      MockHttpServletResponse again =
          ask(
              analyst,
              MockMvcRequestBuilders.post(place + "/reading")
                  .param("purpose", "QUALITY")
                  .param("words", words));
      assertThat(again.getRedirectedUrl()).startsWith(place + "/reading");
    }
  }

  @Test
  void emergency_isOpenedReviewedAndShownInTheFrame() throws Exception {
    String place = "/operations/" + operation;
    ask(
        officer,
        MockMvcRequestBuilders.post(place + "/break-glass")
            .param("scope", "PACKAGES")
            .param("danger", "CHILD")
            .param("reason", "A child is in the house now"));
    MockHttpServletResponse own = ask(officer, MockMvcRequestBuilders.get(place + "/packages"));
    assertThat(own.getContentAsString()).contains("You read in an emergency until");
    MockHttpServletResponse watching =
        ask(coordinator, MockMvcRequestBuilders.get(place + "/packages"));
    assertThat(watching.getContentAsString()).contains("An emergency opening waits for review.");
    MockHttpServletResponse list =
        ask(coordinator, MockMvcRequestBuilders.get(place + "/break-glass"));
    assertThat(list.getContentAsString())
        .contains("A child is in the house now", "waits for review");
    long views =
        get(
            coordinator,
            () ->
                jdbc.sql(
                        "select count(*) from cordon.ledger_entry where what = 'break-glass' and operation_id = ?")
                    .params(operation.value())
                    .query(Long.class)
                    .single());
    assertThat(views).isEqualTo(1);
  }

  private MockHttpServletResponse ask(SignedIn by, MockHttpServletRequestBuilder request)
      throws Exception {
    return http.perform(
            request
                .with(
                    authentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                            by, null, AuthorityUtils.createAuthorityList("MEMBER"))))
                .with(csrf()))
        .andReturn()
        .getResponse();
  }
}
