package dev.cordon.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class CustodyPagesTest extends SeizedItems {

  @Autowired private MockMvcTester mvc;

  private String list = "";

  @BeforeEach
  void address() {
    list = "/operations/" + operation + "/exhibits";
  }

  @Test
  void fortyCards_areEnteredAndLeadToTheirLabels() {
    StringBuilder rows = new StringBuilder();
    for (int number = 1; number <= 40; number++) {
      rows.append(
          number <= 38
              ? "usb stick\t=cmd|' /C calc'!A0\tZ-" + number + "\t\tkitchen\t\n"
              : "\t\t\t\tkitchen\t\n");
    }
    MockHttpServletRequestBuilder request =
        sheet(UUID.randomUUID()).param("rows", rows.toString().strip());
    MvcTestResult sent = mvc.perform(request);
    assertThat(sent).hasStatus3xxRedirection();
    String labels = text(get(officer, String.valueOf(sent.getResponse().getRedirectedUrl())));
    assertThat(labels).contains("2025-SE-0003", "2025-SE-0040", "seal Z-38", "viewBox");
    assertThat(labels).doesNotContain("Elvgatan", HOLDER);
    String csv =
        text(
            post(
                list + "/disclosures",
                Map.of("form", "REGISTER", "recipient", "Court", "reason", "trial")));
    assertThat(csv.lines()).hasSize(1 + 40);
    assertThat(csv).contains("\"'=cmd|' /C calc'!A0\"").doesNotContain(",\"=cmd");
  }

  @Test
  void refusedSheet_standsThereAgainWithItsFaults() {
    MvcTestResult sent =
        mvc.perform(
            sheet(UUID.randomUUID())
                .param("kind-1", "phone")
                .param("description-1", "black")
                .param("seal-1", "A")
                .param("kind-2", "")
                .param("description-2", "no kind")
                .param("seal-2", "A"));
    assertThat(sent).hasStatusOk();
    assertThat(text(sent))
        .contains("Nothing was entered", "kind is missing", "seal A stands on line 1 already")
        .contains("value=\"no kind\"", "value=\"Elvgatan 9\"");
  }

  @Test
  void sheetFromCsv_namesTheLine() {
    MvcTestResult sent =
        mvc.perform(
            sheet(UUID.randomUUID()).param("csv", "kind,description,class\nphone,black,boat\n"));
    assertThat(text(sent)).contains("Line 2", "boat");
  }

  @Test
  void refusedHandOver_leavesWhatWasTyped() {
    String page = list + "/" + phone.id();
    MvcTestResult sent =
        post(
            page + "/hand-overs",
            Map.of(
                "from",
                "Nobody",
                "to",
                "Room",
                "place",
                "Station 9",
                "purpose",
                "storage",
                "at",
                "2025-02-26T07:00",
                "sealBefore",
                "SE-100",
                "sealAfter",
                "",
                "acts",
                "1"));
    assertThat(sent).hasRedirectedUrl(page);
    assertThat(Map.copyOf(sent.getMvcResult().getFlashMap())).containsKeys("problem", "keptForm");
    assertThat(text(get(officer, page))).contains("Refused attempts", "not the holder");
  }

  @Test
  void formsOfThePage_doWhatTheySay() {
    String page = list + "/" + phone.id();
    done(page, "/moves", Map.of("location", "Shelf 4"));
    done(page, "/seals", Map.of("found", "SE-100", "put", "SE-200"));
    done(page, "/notes", Map.of("kind", "grounds"));
    done(
        page,
        "/hashes",
        Map.of("thing", "PACKAGING_PHOTO", "label", "bag", "sha256", DIGEST, "sizeBytes", ""));
    done(
        page,
        "/parts",
        Map.of("kind", "sim card", "description", "nano", "found", "SE-200", "put", "SE-300"));
    done(
        page,
        "/end",
        Map.of(
            "kind",
            "returned",
            "to",
            "Owner",
            "authority",
            "Court",
            "reference",
            "B 1",
            "orderedOn",
            "2025-03-01",
            "found",
            "SE-300"));
    assertThat(again(phone).state()).isEqualTo(ExhibitState.RETURNED);
    assertThat(text(get(officer, page)))
        .contains("Shelf 4", phone.number() + ".1", "Order B 1", "photograph of the packaging")
        .doesNotContain("Record a hand-over");
  }

  @Test
  void disclosure_isAFile_orAWordWhyNot() {
    MvcTestResult made =
        post(
            list + "/disclosures",
            Map.of("form", "REPORT", "recipient", "Court", "reason", "trial"));
    assertThat(made).hasStatusOk();
    assertThat(made.getResponse().getContentAsByteArray())
        .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    assertThat(
            post(list + "/disclosures", Map.of("form", "CASE", "recipient", "", "reason", "trial")))
        .hasRedirectedUrl(list);
    assertThat(text(get(officer, list))).contains("custody report (PDF)", "Court");
  }

  @Test
  void reader_isOfferedNoForm() {
    SignedIn prosecutor = member(other, operation, Role.PROSECUTOR);
    assertThat(text(get(prosecutor, list + "/" + phone.id())))
        .contains("Custody")
        .doesNotContain("Record a hand-over", "Hand out");
    assertThat(get(prosecutor, list + "/sheet")).hasStatus(404);
  }

  private void done(String page, String act, Map<String, String> fields) {
    java.util.HashMap<String, String> all = new java.util.HashMap<>(fields);
    all.putIfAbsent("words", "for the test");
    all.putIfAbsent("at", "2025-02-26T08:00");
    all.putIfAbsent("by", "Examiner One");
    MvcTestResult sent = post(page + act, all);
    assertThat(sent).hasRedirectedUrl(page);
    assertThat(Map.copyOf(sent.getMvcResult().getFlashMap()))
        .as("%s %s", act, sent.getMvcResult().getFlashMap())
        .containsKey("done");
  }

  private MockHttpServletRequestBuilder sheet(UUID id) {
    return MockMvcRequestBuilders.post(URI.create(list + "/sheet"))
        .param("sheet", id.toString())
        .param("country", "SE")
        .param("at", "2025-02-26T09:00")
        .param("zone", "Europe/Stockholm")
        .param("place", "Elvgatan 9")
        .param("officer", HOLDER)
        .with(csrf())
        .with(by(officer));
  }

  private MvcTestResult post(String path, Map<String, String> fields) {
    MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(URI.create(path));
    fields.forEach(request::param);
    return mvc.perform(request.with(csrf()).with(by(officer)));
  }

  private MvcTestResult get(SignedIn member, String path) {
    return mvc.perform(MockMvcRequestBuilders.get(URI.create(path)).with(by(member)));
  }

  private static RequestPostProcessor by(SignedIn member) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            member, null, AuthorityUtils.createAuthorityList("MEMBER")));
  }

  private static String text(MvcTestResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
