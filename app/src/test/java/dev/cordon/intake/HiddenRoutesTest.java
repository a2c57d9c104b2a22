package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.cordon.DatabaseTest;
import dev.cordon.access.CurrentMember;
import dev.cordon.intake.profiles.OperationProfiles;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A row that an order hides is shown by no page and no call of intake, in whatever form it lies.
 */
class HiddenRoutesTest extends DatabaseTest {

  private static final String HIDDEN = "hidden@mail.example";
  private static final String SHOWN = "shown@mail.example";

  private static final String PROFILE =
      """
      name: club
      tables:
        - name: records
          form: csv
          recognise: [member_no, mail, joined]
          key: [member_no]
          mappings:
            - holder: {account: member_no}
              selectors: [{kind: EMAIL, column: mail}]
        - name: members
          form: sql
          recognise: [member_no, mail, joined]
          key: [member_no]
          mappings:
            - holder: {account: member_no}
              selectors: [{kind: EMAIL, column: mail}]
        - name: door
          form: log
          format: '$msec|mail=$http_x_mail|ip=$remote_addr'
          recognise: [time]
          mappings:
            - holder: {account: x-mail}
              access: {ip: address, at: time|auto, action: door}
      """;

  /** Routes that show rows or may; every other route of intake is named in {@link #WITHOUT}. */
  private static final List<String> SHOWING =
      List.of(
          "GET /api/operations/{operation}/sources/{source}/rows/{table}/{row}",
          "GET /operations/{operation}/profiles/{name}/check",
          "GET /operations/{operation}/sources/rows",
          "GET /operations/{operation}/sources/{source}",
          "GET /operations/{operation}/sources/{source}/days",
          "GET /operations/{operation}/sources/{source}/editions",
          "GET /operations/{operation}/sources/{source}/editions/compare",
          "GET /operations/{operation}/sources/{source}/list",
          "GET /operations/{operation}/sources/{source}/members",
          "GET /operations/{operation}/sources/{source}/rows",
          "GET /operations/{operation}/sources/{source}/tables",
          "GET /operations/{operation}/sources/{source}/tables/one",
          "POST /operations/{operation}/sources/{source}/quarantine/extract",
          "POST /operations/{operation}/sources/{source}/tables/one");

  private static final List<String> WITHOUT =
      List.of(
          "GET /api/operations/{operation}/sources",
          "GET /api/operations/{operation}/sources/{source}",
          "GET /operations/{operation}/profiles",
          "GET /operations/{operation}/profiles/{name}",
          "GET /operations/{operation}/profiles/{name}/file",
          "GET /operations/{operation}/sources",
          "GET /operations/{operation}/sources/compare",
          "GET /operations/{operation}/sources/takings",
          "GET /operations/{operation}/sources/takings/now",
          "GET /operations/{operation}/sources/{source}/receipt",
          "POST /api/operations/{operation}/facts",
          "POST /api/operations/{operation}/sources",
          "POST /operations/{operation}/profiles",
          "POST /operations/{operation}/profiles/{name}/retake",
          "POST /operations/{operation}/profiles/{name}/withdraw",
          "POST /operations/{operation}/sources/takings",
          "POST /operations/{operation}/sources/takings/{taking}/stop",
          "POST /operations/{operation}/sources/{source}/again",
          "POST /operations/{operation}/sources/{source}/count",
          "POST /operations/{operation}/sources/{source}/members/closing",
          "POST /operations/{operation}/sources/{source}/members/opening",
          "POST /operations/{operation}/sources/{source}/receipt",
          "POST /operations/{operation}/sources/{source}/receipt/file",
          "POST /operations/{operation}/sources/{source}/seal",
          "POST /operations/{operation}/sources/{source}/zone");

  @Autowired private MockMvcTester mvc;
  @Autowired private Sources sources;
  @Autowired private Retaking retaking;
  @Autowired private Vaults vaults;
  @Autowired private OperationProfiles profiles;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @TempDir Path folder;

  @BeforeEach
  void profile() {
    with(() -> profiles.save(operation, 0, PROFILE, "nobody knew it"));
  }

  @Test
  void everyRouteOfIntake_isNamedHere() {
    Set<String> routes = new TreeSet<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach((mapping, method) -> {
          if (method.getBeanType().getPackageName().equals("dev.cordon.intake.web")) {
            mapping
                .getPatternValues()
                .forEach(pattern ->
                    mapping
                        .getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> routes.add(verb + " " + pattern)));
          }
        });
    Set<String> named = new TreeSet<>(SHOWING);
    named.addAll(WITHOUT);
    assertThat(routes).isEqualTo(named);
  }

  @Test
  void hiddenRow_isShownNowhere() throws IOException {
    String csv =
        "member_no,mail,joined\n1,"
            + SHOWN
            + ",2024-01-01\n2,"
            + HIDDEN
            + ",2024-01-02\n3,"
            + SHOWN
            + ",2024-01-03\n4,four,columns,here\n";
    walk("club.csv", csv, "records", 2);
    String sql =
        "CREATE TABLE `members` (`member_no` int, `mail` text, `joined` text);\n"
            + "INSERT INTO `members` VALUES (1,'"
            + SHOWN
            + "','x'),(2,'"
            + HIDDEN
            + "','x'),(3,'"
            + SHOWN
            + "','x'),(4);\n";
    walk("club.sql", sql, "members", 2);
    String log =
        "1709373600.000|mail="
            + SHOWN
            + "|ip=198.51.100.7\n\n"
            + "1709373601.000|mail="
            + HIDDEN
            + "|ip=198.51.100.7\n"
            + ("1709373602.000|mail=" + SHOWN + "|ip=198.51.100.7\n").repeat(9);
    walk("door.log", log, "lines", 3);
    String json =
        "[{\"mail\":\"" + SHOWN + "\"},{\"mail\":\"" + HIDDEN + "\"},{\"mail\":\"" + SHOWN + "\"}]";
    walk("club.json", json, "records", 2);
  }

  @Test
  void hiddenRowInQuarantine_hasNoPlaceAndNoDigest() throws IOException {
    String csv =
        "member_no,mail,joined\n1,"
            + SHOWN
            + ",2024-01-01\n2,"
            + HIDDEN
            + ",x,y\n3,a,b,c\n"
            + ("4," + SHOWN + ",2024-01-02\n").repeat(8);
    UUID source = take("club.csv", csv);
    String list = "/sources/" + source + "/list?of=quarantine";
    String before = page(list);
    assertThat(before).contains("rows?table=records&amp;row=2", "rows?table=records&amp;row=3");
    hide(source, "records", 2);
    assertThat(page(list))
        .contains("rows?table=records&amp;row=3")
        .doesNotContain("rows?table=records&amp;row=2");
    MvcTestResult extract =
        perform(
            MockMvcRequestBuilders.post(uri("/sources/" + source + "/quarantine/extract"))
                .param("reason", "for the court")
                .with(csrf()));
    assertThat(text(extract).lines()).hasSize(2);
  }

  @Test
  void membersOfAnArchive_openWithAReason_withoutAHiddenOne() throws IOException {
    Path file = folder.resolve("disk.zip");
    Files.write(
        file,
        TakenFiles.zip(
            "a/club.csv", "member_no,mail,joined\n1," + SHOWN + ",x\n", HIDDEN + ".txt", "x"));
    UUID source = with(() -> sources.take(operation, file, "disk.zip")).source().id();
    String members = "/sources/" + source + "/members";
    assertThat(page("/sources/" + source)).contains(members);
    assertThat(page(members)).contains("Open the list").doesNotContain("a/club.csv");
    perform(
        MockMvcRequestBuilders.post(uri(members + "/opening"))
            .param("reason", "which files the disk held")
            .param("legalBasis", "order 7")
            .with(csrf()));
    assertThat(page(members)).contains("a/club.csv", HIDDEN + ".txt", "which files the disk held");
    hide(source, "members", 2);
    assertThat(page(members)).contains("a/club.csv").doesNotContain(HIDDEN);
    perform(MockMvcRequestBuilders.post(uri(members + "/closing")).with(csrf()));
    assertThat(page(members)).contains("Open the list").doesNotContain("a/club.csv");
  }

  /** Every page of one source before and after a row of it is hidden. */
  private void walk(String name, String content, String table, long row) throws IOException {
    UUID source = take(name, content);
    with(() -> retaking.retake(operation, new SourceId(source), "a second reading"));
    assertThat(page("/sources/" + source + "/rows?table=" + table + "&row=" + row))
        .as(name)
        .contains("The original row");
    page("/sources/" + source + "/tables");
    hide(source, table, row);
    for (String address : addresses(source, name, table, row)) {
      assertThat(text(perform(MockMvcRequestBuilders.get(uri(address)))))
          .as(name + ": " + address)
          .doesNotContain(HIDDEN)
          .doesNotContain("row=" + row + "\"");
    }
    assertThat(get("/sources/" + source + "/rows?table=" + table + "&row=" + row)).hasStatus(404);
    assertThat(
            perform(
                MockMvcRequestBuilders.get(
                    URI.create(
                        "/api/operations/"
                            + operation
                            + "/sources/"
                            + source
                            + "/rows/"
                            + table
                            + "/"
                            + row))))
        .hasStatus(404);
    MvcTestResult preview =
        perform(
            MockMvcRequestBuilders.post(uri("/sources/" + source + "/tables/one?table=" + table))
                .param("act", "preview")
                .with(csrf()));
    assertThat(text(preview)).as(name).doesNotContain(HIDDEN);
  }

  private List<String> addresses(UUID source, String name, String table, long row) {
    String base = "/sources/" + source;
    return List.of(
        base,
        base + "/days",
        base + "/editions",
        base + "/editions/compare?before=1&after=2&all=true",
        base + "/list?of=in",
        base + "/list?of=stored",
        base + "/list?of=quarantine",
        base + "/list?of=duplicates",
        base + "/rows?table=" + table + "&row=" + row,
        "/sources/rows?name=" + name + "&table=" + table + "&row=" + row,
        base + "/tables",
        base + "/tables/one?table=" + table,
        "/profiles/club/check?version=1&source=" + source);
  }

  private void hide(UUID source, String table, long row) throws IOException {
    Vault vault = vaults.of(operation);
    Origin origin = new Origin(new SourceId(source), table, row);
    HiddenRows now = vault.hiddenRows();
    vault.hide(new HiddenRows(now.restricted().plus(RowSet.of(List.of(origin))), now.erased()));
  }

  private UUID take(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    return with(() -> sources.take(operation, file, name)).source().id();
  }

  private String page(String path) {
    MvcTestResult result = get(path);
    assertThat(result).as(path).hasStatus(200);
    return text(result);
  }

  private MvcTestResult get(String path) {
    return perform(MockMvcRequestBuilders.get(uri(path)));
  }

  private MvcTestResult perform(MockHttpServletRequestBuilder request) {
    return mvc.perform(
        request.with(
            authentication(
                UsernamePasswordAuthenticationToken.authenticated(
                    analyst, null, AuthorityUtils.createAuthorityList("MEMBER")))));
  }

  private URI uri(String path) {
    return URI.create("/operations/" + operation + path);
  }

  private static String text(MvcTestResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private <T> T with(Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    CurrentMember.as(analyst, () -> result.set(work.get()));
    return result.get();
  }
}
