package dev.cordon.intake.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.cordon.DatabaseTest;
import dev.cordon.access.SignedIn;
import dev.cordon.intake.SealedRecords;
import dev.cordon.intake.Source;
import dev.cordon.intake.Sources;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The way of a table nobody knows, from the source to a saved profile, as the pages go. */
class ProfilePagesTest extends DatabaseTest {

  private static final Pattern SELECT = Pattern.compile("(?s)<select id=\"(c\\d+)\".*?</select>");
  private static final Pattern CHOSEN =
      Pattern.compile("<option value=\"([^\"]*)\" selected=\"selected\"");

  @Autowired private MockMvcTester mvc;
  @Autowired private Sources sources;
  @Autowired private OperationProfiles profiles;

  @TempDir private Path folder;

  private String tables = "";
  private String place = "";

  @BeforeEach
  void source() throws IOException {
    Path file = Files.writeString(folder.resolve("forum.sql"), SamplerTest.DUMP);
    Source source = get(analyst, () -> sources.take(operation, file, "forum.sql")).source();
    tables = "/operations/" + operation + "/sources/" + source.id() + "/tables";
    place = "/operations/" + operation + "/profiles";
  }

  @Test
  void unknownTable_isProposedTriedSavedAndChecked() {
    assertThat(text(page(analyst, tables))).contains("medlemmer", "no profile fits");
    String proposal = text(page(analyst, tables + "/one?table=medlemmer"));
    assertThat(proposal)
        .contains("ann@mail.example", "Would be quarantined")
        .doesNotContain("somebody wrote")
        .doesNotContain("d41d8cd98f00b204e9800998ecf8427e");

    Map<String, String> form = chosen(proposal);
    assertThat(form).containsEntry("c2", "EMAIL").containsEntry("c4", "CREATED|unix");
    form.put("c2", "UNKNOWN");
    form.put("act", "preview");
    assertThat(text(post(analyst, tables + "/one?table=medlemmer", form)))
        .doesNotContain("ann@mail.example");

    form.put("c2", "EMAIL");
    form.put("act", "save");
    form.put("name", "forum-own");
    form.put("reason", "nobody knew this forum");
    assertThat(post(analyst, tables + "/one?table=medlemmer", form))
        .hasRedirectedUrl(place + "/forum-own");

    assertThat(text(page(analyst, tables))).contains("forum-own medlemmer");
    assertThat(text(page(analyst, place))).contains("forum-own", "nobody knew this forum");
    assertThat(text(page(analyst, place + "/forum-own"))).contains("version", "medlemmer");
    String source = tables.replaceAll(".*/sources/(.*)/tables", "$1");
    assertThat(text(page(analyst, place + "/forum-own/check?version=1&source=" + source)))
        .contains("ann@mail.example", "Would be quarantined")
        .doesNotContain("somebody wrote");
    MvcTestResult file = page(analyst, place + "/forum-own/file?version=1");
    assertThat(text(file)).startsWith("name: \"forum-own\"");
    assertThat(file.getResponse().getHeader("Content-Disposition"))
        .contains("attachment", "forum-own.yaml");
  }

  @Test
  void sourceTakenAfterwards_isReadWithIt() throws Exception {
    Map<String, String> form = chosen(text(page(analyst, tables + "/one?table=medlemmer")));
    form.put("accounts", "on");
    form.put("act", "save");
    form.put("name", "forum-own");
    form.put("reason", "nobody knew this forum");
    assertThat(accounts()).isZero();
    post(analyst, tables + "/one?table=medlemmer", form);

    Path later = Files.writeString(folder.resolve("later.sql"), SamplerTest.DUMP + "\n");
    get(analyst, () -> sources.take(operation, later, "later.sql"));
    assertThat(accounts()).isEqualTo(3);
  }

  @Test
  void logOfItsOwnFormat_isReadByTheOperationsProfile() throws Exception {
    String yaml =
        """
        name: door-own
        product: Shop door
        tables:
          - name: door
            form: log
            format: '$msec|user=$remote_user|ip=$remote_addr'
            recognise: [time]
            mappings:
              - holder: {account: user}
                account: {handle: user}
                access: {ip: address, at: time|auto, action: door}
        """;
    get(analyst, () -> profiles.save(operation, 0, yaml, "the shop's own door log"));
    Path log =
        Files.writeString(
            folder.resolve("door.log"),
            "1709373600.000|user=anna|ip=198.51.100.7\n".repeat(4) + "not a line of it\n");
    Source source = get(analyst, () -> sources.take(operation, log, "door.log")).source();
    assertThat(source.form()).isEqualTo("Shop door log");
    assertThat(source.stored()).isEqualTo(4);
    assertThat(source.quarantined()).isEqualTo(1);
    assertThat(accounts()).isEqualTo(4);
    assertThat(
            text(page(analyst, "/operations/" + operation + "/sources/" + source.id() + "/tables")))
        .contains("door-own door");
  }

  private long accounts() throws Exception {
    try (SealedRecords records = get(analyst, () -> sources.openRecords(operation));
        Statement statement = records.connection().createStatement();
        ResultSet count =
            statement.executeQuery("select count(*) from accounts where account is not null")) {
      count.next();
      return count.getLong(1);
    }
  }

  @Test
  void whoSavesSecond_keepsTheChoices() {
    Map<String, String> form = chosen(text(page(analyst, tables + "/one?table=medlemmer")));
    form.put("act", "save");
    form.put("name", "forum-own");
    form.put("reason", "first of two");
    assertThat(post(coordinator, tables + "/one?table=medlemmer", form)).hasStatus3xxRedirection();

    form.put("c3", "UNKNOWN");
    form.put("reason", "second of two");
    MvcTestResult second = post(analyst, tables + "/one?table=medlemmer", form);
    assertThat(second).hasStatus(409);
    String html = text(second);
    assertThat(html).contains("There is a profile forum-own already", "second of two");
    assertThat(chosen(html)).containsEntry("c3", "UNKNOWN");

    form.put("target", "forum-own@1");
    assertThat(post(analyst, tables + "/one?table=medlemmer", form)).hasStatus3xxRedirection();
    assertThat(get(analyst, () -> profiles.newest(operation, "forum-own")).orElseThrow().version())
        .isEqualTo(2);
  }

  @Test
  void textSaidToBeAName_isNotSaved() {
    Map<String, String> form = chosen(text(page(analyst, tables + "/one?table=medlemmer")));
    form.put("c5", "HANDLE");
    form.put("act", "save");
    form.put("name", "forum-own");
    form.put("reason", "to read it");
    MvcTestResult refused = post(analyst, tables + "/one?table=medlemmer", form);
    assertThat(refused).hasStatus(409);
    assertThat(text(refused)).contains("read like free text").doesNotContain("somebody wrote");
    assertThat(get(analyst, () -> profiles.page(operation, 1)).total()).isZero();
  }

  @Test
  void sharedFile_isCheckedLineByLineAndKeptInTheField() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("yaml", "name: other\ntabels: []\n");
    form.put("reason", "from another force");
    MvcTestResult refused = post(analyst, place, form);
    assertThat(refused).hasStatus(400);
    assertThat(text(refused)).contains("line 2", "tabels", "name: other");

    form.put("yaml", "name: other\ntables:\n  - name: t\n    recognise: [a, b]\n");
    assertThat(post(analyst, place, form)).hasRedirectedUrl(place + "/other");
    form.put("base", "1");
    form.put("reason", "");
    assertThat(post(analyst, place, form)).hasStatus(409);
    assertThat(post(officer, place, form).getResponse().getStatus()).isIn(403, 404);
  }

  @Test
  void sourceByReference_saysWhereItsOriginalMustLie() throws IOException {
    String picture =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
    Path file =
        Files.writeString(
            folder.resolve("media.sql"),
            SamplerTest.DUMP
                + "INSERT INTO `medlemmer` VALUES (9,'x','y','z',1,'data:image/png;base64,"
                + picture
                + "');\n");
    Source source = get(analyst, () -> sources.take(operation, file, "media.sql")).source();
    MvcTestResult result =
        page(analyst, "/operations/" + operation + "/sources/" + source.id() + "/tables");
    assertThat(result).hasRedirectedUrl(place);
    assertThat(String.valueOf(result.getMvcResult().getFlashMap().get("problem")))
        .contains("media.sql", source.sha256(), "import folder");
  }

  private static Map<String, String> chosen(String html) {
    Map<String, String> form = new LinkedHashMap<>();
    Matcher select = SELECT.matcher(html);
    while (select.find()) {
      Matcher option = CHOSEN.matcher(select.group());
      assertThat(option.find()).isTrue();
      form.put(select.group(1), option.group(1));
    }
    assertThat(form).hasSize(6);
    return form;
  }

  private MvcTestResult page(SignedIn member, String path) {
    return mvc.perform(MockMvcRequestBuilders.get(URI.create(path)).with(by(member)));
  }

  private MvcTestResult post(SignedIn member, String path, Map<String, String> form) {
    MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(URI.create(path));
    form.forEach(request::param);
    return mvc.perform(request.with(csrf()).with(by(member)));
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
