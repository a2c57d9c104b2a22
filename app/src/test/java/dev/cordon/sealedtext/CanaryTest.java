package dev.cordon.sealedtext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import dev.cordon.TestGround;
import dev.cordon.access.SignedIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One sentence of a seized post: where may it be seen, and where does it lie? */
@ExtendWith(OutputCaptureExtension.class)
class CanaryTest extends ForumText {

  private static final long BEGUN = System.currentTimeMillis() - 60_000;

  @Autowired private MockMvcTester mvc;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void canary_isOnNoPageOfAnyRole_exceptInItsOpenThread() {
    List<String> leaks = new ArrayList<>();
    int pages = 0;
    for (SignedIn reader :
        List.of(
            analyst,
            coordinator,
            officer,
            examiner,
            outsider,
            identifier,
            prosecutor,
            protector,
            auditor,
            administrator)) {
      for (String path : routes()) {
        MvcTestResult answer = get(reader, path);
        if (answer.getUnresolvedException() != null) {
          // A page that fails while it is drawn shows nothing; that it fails is another test's
          // matter.
          continue;
        }
        pages += answer.getResponse().getStatus() == 200 ? 1 : 0;
        if (shows(answer)) {
          leaks.add(reader.displayName() + " " + path);
        }
      }
    }
    assertThat(leaks).isEmpty();
    assertThat(pages).isGreaterThan(40);
    as(analyst, () -> reading.open(operation, thread, "a test", "Order 1", Duration.ofHours(1)));
    String path = "/operations/" + operation + "/sealed-text/threads/" + thread;
    MvcTestResult open = get(analyst, path);
    assertThat(open).hasStatusOk();
    assertThat(shows(open)).isTrue();
    assertThat(open.getResponse().getHeader("Cache-Control")).contains("no-store");
    assertThat(title(open)).doesNotContain("canary");
    assertThat(shows(get(analyst, "/api" + path + "/texts"))).isTrue();
    assertThat(shows(get(identifier, path))).isFalse();
    assertThat(shows(get(coordinator, path))).isFalse();
    as(analyst, () -> locks.lock(operation, thread, "a priest writes here"));
    assertThat(shows(get(analyst, path))).isFalse();
    assertThat(get(analyst, "/api" + path + "/texts")).hasStatus(422);
  }

  @Test
  void canary_liesNowhereInTheClear(CapturedOutput output) throws IOException {
    as(analyst, () -> reading.open(operation, thread, "a test", "Order 1", Duration.ofHours(1)));
    get(analyst, "/operations/" + operation + "/sealed-text/threads/" + thread);
    get(analyst, () -> searches.search(operation, "ochre", "a reason", "Order 1"));
    Path root = TestGround.ground().directory().root();
    assertThat(holding(root)).isEmpty();
    assertThat(output.getAll()).doesNotContain("ochre canary");
    assertThat(holding(Path.of(System.getProperty("java.io.tmpdir")))).isEmpty();
    // The same look finds a file that does hold it, so that silence means something.
    Path planted = Files.writeString(folder.resolve("planted"), "x" + CANARY);
    assertThat(holding(folder)).containsExactly(planted);
    Files.delete(planted);
  }

  private List<String> routes() {
    Map<String, Object> values =
        Map.of(
            "operation",
            operation,
            "thread",
            thread,
            "source",
            sourceId,
            "table",
            "phpbb_posts",
            "row",
            1);
    List<String> paths = new ArrayList<>();
    for (RequestMappingInfo info : requestMappingHandlerMapping.getHandlerMethods().keySet()) {
      boolean reads =
          info.getMethodsCondition().getMethods().isEmpty()
              || info.getMethodsCondition().getMethods().contains(RequestMethod.GET);
      for (String pattern : info.getPatternValues()) {
        if (reads && !pattern.contains("stream") && !pattern.startsWith("${")) {
          paths.add(filled(pattern, values));
        }
      }
    }
    String own = "/operations/" + operation;
    for (int row = 1; row <= 3; row++) {
      paths.add(own + "/sources/" + sourceId + "/rows?table=phpbb_posts&row=" + row);
      paths.add("/api" + own + "/sources/" + sourceId + "/rows/phpbb_posts/" + row);
    }
    return paths;
  }

  private static String filled(String pattern, Map<String, Object> values) {
    String path = pattern;
    for (Map.Entry<String, Object> value : values.entrySet()) {
      path = path.replaceAll("\\{" + value.getKey() + "(:[^}]*)?}", value.getValue().toString());
    }
    return path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
  }

  private MvcTestResult get(SignedIn reader, String path) {
    return mvc.perform(
        MockMvcRequestBuilders.get(java.net.URI.create(path))
            .with(
                authentication(
                    UsernamePasswordAuthenticationToken.authenticated(
                        reader, null, AuthorityUtils.createAuthorityList("MEMBER")))));
  }

  private static boolean shows(MvcTestResult answer) {
    byte[] body = answer.getResponse().getContentAsByteArray();
    String headers =
        answer.getResponse().getHeaderNames().stream()
            .map(name -> String.valueOf(answer.getResponse().getHeader(name)))
            .reduce("", String::concat);
    return holds(body) || headers.contains("canary");
  }

  private static String title(MvcTestResult answer) {
    String page = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    return page.replaceAll("(?s).*<title>(.*?)</title>.*", "$1");
  }

  private static List<Path> holding(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.notExists(root)) {
      return found;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files.filter(CanaryTest::isOurs)::iterator) {
        try {
          if (holds(Files.readAllBytes(file))) {
            found.add(file);
          }
        } catch (NoSuchFileException gone) {
          // A file of the database that was there a moment ago holds nothing now.
        }
      }
    } catch (java.io.UncheckedIOException gone) {
      // A temporary folder of someone else went away while it was walked.
    }
    return found;
  }

  private static boolean isOurs(Path file) {
    return Files.isRegularFile(file)
        && Files.isReadable(file)
        && file.toFile().length() < 64 << 20
        && file.toFile().lastModified() >= BEGUN;
  }

  private static boolean holds(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains("ochre canary");
  }
}
