package dev.cordon.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.TinyOperation;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.ground.DataDirectory;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What a passive scanner would look for, on every page and file a member of each role reaches, and
 * hostile values in every parameter of every route that is read.
 */
class BaselineTest extends TinyOperation {

  private static final String CANARY = "c4n4ry<i>\"'&`${7*7}";
  private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^>]*>");

  @Autowired private MockMvc http;
  @Autowired private List<RequestMappingHandlerMapping> mappings;
  @Autowired private DataDirectory directory;
  @Autowired private ObjectProvider<MultipartResolver> uploads;

  @ParameterizedTest
  @EnumSource(Role.class)
  void pagesAndFiles_ofEachRole_keepTheBaseline(Role role) throws Exception {
    SignedIn reader = member(lead, operation, role);
    Set<String> seen =
        new Walk(http, reader)
            .from(this::check, "/", "/operations/" + operation, "/sign-in", "/nowhere", "/trust");
    assertThat(seen).hasSizeGreaterThan(8);
  }

  private void check(String path, MockHttpServletResponse answer) {
    headers(path, answer);
    String type = String.valueOf(answer.getContentType());
    if (type.startsWith("text/html")) {
      page(path, text(answer).replace(directory.root().toString(), "(the data directory)"));
    }
  }

  private static void headers(String path, MockHttpServletResponse answer) {
    String policy = String.valueOf(answer.getHeader("Content-Security-Policy"));
    assertThat(policy)
        .as(path)
        .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "*", "http", "blob:");
    assertThat(answer.getHeader("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
    assertThat(answer.getHeader("X-Frame-Options")).as(path).isEqualTo("DENY");
    assertThat(answer.getHeader("Referrer-Policy")).as(path).isIn("same-origin", "no-referrer");
    assertThat(answer.getHeader("Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
    assertThat(answer.getHeader("Cross-Origin-Resource-Policy")).as(path).isEqualTo("same-origin");
    assertThat(answer.getHeaderNames())
        .as(path)
        .doesNotContain("Server", "X-Powered-By", "Access-Control-Allow-Origin");
    if (!path.startsWith("/assets/") && !path.startsWith("/webjars/")) {
      assertThat(answer.getHeader("Cache-Control")).as(path).contains("no-store");
    }
    assertThat(answer.getHeader("Permissions-Policy"))
        .as(path)
        .contains("camera=()", "geolocation=()");
    String type = answer.getContentType();
    assertThat(type == null && answer.getContentAsByteArray().length > 0)
        .as(path + " has no type")
        .isFalse();
    if (type != null && (type.startsWith("text/html") || type.startsWith("text/plain"))) {
      assertThat(type.toLowerCase(java.util.Locale.ROOT)).as(path).contains("charset=utf-8");
    }
    String location = answer.getHeader("Location");
    if (location != null) {
      assertThat(location).as(path).startsWith("/").doesNotStartWith("//");
    }
  }

  private static void page(String path, String body) {
    assertThat(body).as(path).doesNotContain("<!--", "<style", "javascript:", "\tat ");
    assertThat(
            body.replace("http://www.w3.org/2000/svg", "")
                .replace("http://www.w3.org/1999/xlink", ""))
        .as(path)
        .doesNotContain("http://", "https://", "//cdn", "src=\"//", "href=\"//");
    assertThat(body)
        .as(path)
        .doesNotContainPattern(
            "(?i)\\b(tomcat|springframework|thymeleaf|hikari|org\\.postgresql|stack ?trace)\\b");
    assertThat(body)
        .as(path)
        .doesNotContainPattern("(?<![\\w/])/(home|root|tmp|work|var|usr|etc)/");
    assertThat(body)
        .as(path)
        .doesNotContainPattern(
            "\\b(10\\.\\d+\\.\\d+\\.\\d+|192\\.168\\.\\d+\\.\\d+|172\\.(1[6-9]|2\\d|3[01])\\.\\d+\\.\\d+)\\b");
    Matcher tags = TAG.matcher(body);
    while (tags.find()) {
      String tag = tags.group();
      assertThat(tag).as(path).doesNotContainPattern("(?i)\\s(style|on[a-z]+)\\s*=");
      if (tag.startsWith("<script")) {
        assertThat(tag).as(path).contains(" src=\"/");
      }
      if (tag.contains("_blank")) {
        assertThat(tag).as(path).contains("noopener");
      }
      if (tag.contains("type=\"password\"")) {
        assertThat(tag).as(path).contains("autocomplete=");
      }
    }
    assertThat(body).as(path).doesNotContainPattern("(?s)<script[^>]*>\\s*[^<\\s]");
    Matcher forms = FORM.matcher(body);
    while (forms.find()) {
      if (forms.group(1).toLowerCase(java.util.Locale.ROOT).contains("method=\"post\"")) {
        assertThat(forms.group(2))
            .as(path + " has a form without a token")
            .contains("name=\"_csrf\"");
      } else {
        assertThat(forms.group(2))
            .as(path + " sends its token in an address")
            .doesNotContain("_csrf");
      }
    }
  }

  @Test
  void hostileValues_inEveryParameterOfEveryRoute_comeBackEscapedOrNotAtAll() throws Exception {
    int asked = 0;
    for (String path : hostilePaths()) {
      for (MediaType accept : List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON)) {
        MockHttpServletResponse answer =
            http.perform(
                    MockMvcRequestBuilders.get(URI.create(path))
                        .accept(accept)
                        .with(Walk.as(coordinator)))
                .andReturn()
                .getResponse();
        String type = String.valueOf(answer.getContentType());
        if (!type.contains("json")) {
          assertThat(text(answer))
              .as(path)
              .doesNotContain("c4n4ry<", "c4n4ry\"", "c4n4ry<i>\"'", "49}");
        }
        for (String name : answer.getHeaderNames()) {
          assertThat(name).as(path).isNotEqualToIgnoringCase("X-Injected");
          assertThat(answer.getHeaders(name))
              .as(path)
              .noneMatch(
                  value -> value.contains("\n") || value.contains("\r") || value.contains("<i>"));
        }
        assertThat(answer.getStatus()).as(path + " " + text(answer)).isNotEqualTo(500);
        String location = answer.getHeader("Location");
        if (location != null) {
          assertThat(location)
              .as(path)
              .startsWith("/")
              .doesNotStartWith("//")
              .doesNotContain("evil.example");
        }
        asked++;
      }
    }
    assertThat(asked).isGreaterThan(60);
  }

  private Set<String> hostilePaths() {
    Set<String> paths = new LinkedHashSet<>();
    for (RequestMappingHandlerMapping mapping : mappings) {
      mapping
          .getHandlerMethods()
          .forEach((info, method) -> {
            boolean read =
                info.getMethodsCondition().getMethods().isEmpty()
                    || info.getMethodsCondition().getMethods().stream()
                        .anyMatch(one -> one.name().equals("GET"));
            if (read) {
              info.getPatternValues().stream()
                  // The error page itself says "our fault" when it is asked for without an error.
                  .filter(pattern -> !pattern.equals("/error"))
                  .forEach(pattern -> add(paths, pattern, info, method));
            }
          });
    }
    return paths;
  }

  private void add(
      Set<String> paths, String pattern, RequestMappingInfo info, HandlerMethod method) {
    String hostile = URLEncoder.encode(CANARY, StandardCharsets.UTF_8).replace("+", "%20");
    String here = pattern.replace("{operation}", operation.toString());
    String known = here.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    paths.add(here.replaceAll("\\{[^}]*}", hostile));
    for (String name : parameters(method)) {
      paths.add(known + "?" + name + "=" + hostile);
      paths.add(known + "?" + name + "=%0d%0aX-Injected:%201");
      paths.add(known + "?" + name + "=%2F%2Fevil.example");
      paths.add(known + "?" + name + "=-1");
      paths.add(known + "?" + name + "=99999999999999999999");
    }
  }

  private static Set<String> parameters(HandlerMethod method) {
    Set<String> names = new LinkedHashSet<>(Set.of("page", "q", "next", "continue", "redirect"));
    for (MethodParameter parameter : method.getMethodParameters()) {
      if (parameter.getParameterType().isRecord()) {
        for (RecordComponent component : parameter.getParameterType().getRecordComponents()) {
          names.add(component.getName());
        }
      } else if (parameter.hasParameterAnnotation(
          org.springframework.web.bind.annotation.RequestParam.class)) {
        names.add(parameter.getParameter().getName());
      }
    }
    return names;
  }

  @Test
  void requests_leaveNoUploads() {
    assertThat(uploads.getIfAvailable()).as("uploads are written to temporary files").isNull();
  }

  private static String text(MockHttpServletResponse answer) {
    return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
