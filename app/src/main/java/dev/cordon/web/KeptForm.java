package dev.cordon.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A form that was sent and not acted on, because fresh proof was needed first. It waits in the
 * session and is put back into its page once; it is never sent again by itself.
 *
 * @param action where it was sent
 * @param page the page it stood on
 * @param fields what was typed
 */
public record KeptForm(String action, String page, Map<String, String> fields) {

  private static final String ATTRIBUTE = "cordon.kept-form";
  private static final int MOST_CHARACTERS = 20_000;

  public KeptForm {
    fields = Map.copyOf(fields);
  }

  /**
   * Keeps the request's form, if it is one.
   *
   * @return the page to come back to
   */
  static String keep(HttpServletRequest request) {
    String address = address(request);
    if (request.getMethod().equals("GET")) {
      return address;
    }
    String page = cameFrom(request).orElse("/");
    Map<String, String> fields = new LinkedHashMap<>();
    int characters = 0;
    for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
      String value = field.getValue()[0];
      characters += value.length();
      if (isKept(field.getKey()) && field.getValue().length == 1) {
        fields.put(field.getKey(), value);
      }
    }
    if (characters <= MOST_CHARACTERS) {
      request.getSession().setAttribute(ATTRIBUTE, new KeptForm(address, page, fields));
    }
    return page;
  }

  /** The form that waits for the page being shown; from then on it is gone. */
  static Optional<KeptForm> take(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null
        && session.getAttribute(ATTRIBUTE) instanceof KeptForm form
        && form.page().equals(address(request))) {
      session.removeAttribute(ATTRIBUTE);
      return Optional.of(form);
    }
    return Optional.empty();
  }

  /** Secrets are not kept, nor what only the browser's session knows. */
  private static boolean isKept(String name) {
    return !name.matches("(?i).*(csrf|password|secret|credential|code|token|repeated).*");
  }

  private static Optional<String> cameFrom(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
        .flatMap(KeptForm::parsed)
        .filter(page -> page.getHost() != null && page.getHost().equals(request.getServerName()))
        .map(page -> page.getRawPath() + query(page.getRawQuery()));
  }

  private static Optional<URI> parsed(String address) {
    try {
      return Optional.of(URI.create(address));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static String address(HttpServletRequest request) {
    return request.getRequestURI() + query(request.getQueryString());
  }

  private static String query(@Nullable String query) {
    return query == null ? "" : "?" + query;
  }
}
