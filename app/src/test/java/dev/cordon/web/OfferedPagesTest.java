package dev.cordon.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.cordon.DatabaseTest;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * What the pages offer a member, that member may open; and the acts two persons decide are there.
 */
class OfferedPagesTest extends DatabaseTest {

  private static final Pattern NAVIGATION = Pattern.compile("(?s)<nav class=\"stages\".*?</nav>");
  private static final int MOST_PAGES = 150;
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

  @Autowired private MockMvcTester mvc;

  @Test
  void firstPageAndNavigation_openForEveryRole() {
    for (Role role : Role.values()) {
      for (AgencyId agency : List.of(lead, other)) {
        SignedIn member = member(agency, operation, role);
        String first = "/operations/" + operation;
        MvcTestResult begun = page(member, first);
        String led = begun.getResponse().getRedirectedUrl();
        String start = led == null ? first : led;
        String html = text(page(member, start));
        Set<String> offered = links(html);

        assertThat(offered).as("%s is offered stages", role).isNotEmpty();
        for (String link : offered) {
          MvcTestResult opened = page(member, link);
          assertThat(opened.getResponse().getStatus()).as("%s opens %s", role, link).isIn(200, 302);
          assertThat(opened.getResponse().getRedirectedUrl())
              .as("%s at %s", role, link)
              .isIn(null, led);
        }
      }
    }
  }

  @Test
  void everyLinkOnEveryPage_opensForEveryRole() {
    for (Role role : Role.values()) {
      SignedIn member = member(lead, operation, role);
      Set<String> shapes = new HashSet<>();
      Deque<String> waiting = new ArrayDeque<>(List.of("/", "/operations/" + operation));
      for (int opened = 0; !waiting.isEmpty() && opened < MOST_PAGES; opened++) {
        String place = waiting.remove();
        MvcTestResult page = page(member, place);
        assertThat(page.getResponse().getStatus())
            .as("%s is offered %s", role, place)
            .isIn(200, 302, 303);
        Set<String> links = allLinks(text(page));
        String led = page.getResponse().getRedirectedUrl();
        if (led != null) {
          links.add(led);
        }
        for (String link : links) {
          if (shapes.add(shape(link))) {
            waiting.add(link);
          }
        }
      }
      assertThat(shapes).as("%s is offered pages", role).hasSizeGreaterThan(3);
    }
  }

  @Test
  void whoWatches_beginsAtOversight() {
    for (Role role : List.of(Role.AUDITOR, Role.DATA_PROTECTION_OFFICER)) {
      assertThat(page(member(lead, operation, role), "/operations/" + operation))
          .hasStatus3xxRedirection()
          .hasRedirectedUrl("/operations/" + operation + "/oversight");
    }
  }

  @Test
  void lanes_areAbsentOnceTheOperationIsGoneForTheMember() {
    String lanes = "/operations/" + operation + "/board/lanes";
    assertThat(page(coordinator, lanes)).hasStatusOk();
    assertThat(page(outsider, lanes)).hasStatus(404);
    assertThat(page(coordinator, "/operations/" + UUID.randomUUID() + "/board/lanes"))
        .hasStatus(404);
  }

  @Test
  void keyChange_isAskedForByTheAdministratorAndWaits() {
    String keys = "/administration/operations/" + operation + "/keys";

    assertThat(text(page(administrator, keys))).contains("A new version", "Destroy all versions");
    assertThat(post(administrator, keys + "/new-version", "yearly change")).hasRedirectedUrl(keys);
    assertThat(requests("key_change", "new_version")).isEqualTo(1);
    assertThat(text(page(administrator, keys))).contains("asked for", "See it under Approvals");

    assertThat(post(administrator, keys + "/destruction", "")).hasRedirectedUrl(keys);
    assertThat(requests("key_change", "destroy")).isZero();
    assertThat(page(coordinator, keys)).hasStatus(404);
    assertThat(post(coordinator, keys + "/destruction", "mine")).hasStatus(404);
    assertThat(page(administrator, "/administration/operations/" + UUID.randomUUID() + "/keys"))
        .hasStatus(404);
  }

  @Test
  void export_isAskedForOnceOnTheDataProtectionPage() {
    SignedIn protector = member(lead, operation, Role.DATA_PROTECTION_OFFICER);
    String place = "/operations/" + operation + "/data-protection";

    assertThat(text(page(protector, place))).contains("Ask for the export");
    assertThat(post(protector, place + "/export", "the court asks for all of it"))
        .hasRedirectedUrl(place);
    assertThat(requests("operation_export", "all")).isEqualTo(1);
    assertThat(text(page(coordinator, place)))
        .contains("See it under Approvals")
        .doesNotContain("Ask for the export");
    assertThat(post(analyst, place + "/export", "mine")).hasStatus(404);
  }

  private long requests(String kind, String target) {
    return get(
        coordinator,
        () ->
            jdbc.sql(
                    "select count(*) from cordon.approval where operation_id = ? and kind = ? and target = ?")
                .params(operation.value(), kind, target)
                .query(Long.class)
                .single());
  }

  private static Set<String> links(String html) {
    Matcher navigation = NAVIGATION.matcher(html);
    assertThat(navigation.find()).as("the page has the navigation").isTrue();
    return allLinks(Objects.requireNonNull(navigation.group()));
  }

  /**
   * Addresses of pages, not of files; the own account, which asks a session of a browser, left out.
   */
  private static Set<String> allLinks(String html) {
    Matcher link = LINK.matcher(html);
    Set<String> links = new LinkedHashSet<>();
    while (link.find()) {
      String address = Objects.requireNonNull(link.group(1)).replace("&amp;", "&");
      if (address.matches("/(?!assets/|account).*") && !address.matches("[^?]*\\.[a-z0-9]{2,8}")) {
        links.add(address.replaceFirst("#.*", ""));
      }
    }
    return links;
  }

  private static String shape(String address) {
    return address
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32,}", "id")
        .replaceAll("=[^&]*", "=")
        .replaceAll("/[0-9]+", "/n");
  }

  private MvcTestResult page(SignedIn member, String path) {
    return mvc.perform(MockMvcRequestBuilders.get(URI.create(path)).with(by(member)));
  }

  private MvcTestResult post(SignedIn member, String path, String reason) {
    return mvc.perform(
        MockMvcRequestBuilders.post(URI.create(path))
            .param("reason", reason)
            .with(csrf())
            .with(by(member)));
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
