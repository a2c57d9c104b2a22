package dev.cordon.oversight;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.servlet.HandlerMapping;

/** What kind of thing a request asked for: the route's own word, never what the request wrote. */
final class DeniedKind {

  static final String NONE = "no-such-page";

  private DeniedKind() {}

  /** The first fixed word of the route after {@code /api} and {@code /operations/{operation}}. */
  static String of(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern instanceof String route ? of(route) : NONE;
  }

  static String of(String route) {
    return Arrays.stream(
            route
                .replaceFirst("^/api/", "/")
                .replaceFirst("^/operations/\\{operation}/", "/")
                .split("/"))
        .filter(word -> word.matches("[a-z][a-z-]{0,39}"))
        .findFirst()
        .orElse(NONE);
  }

  /** The operation the address names, whether there is one or not. */
  static Optional<UUID> operation(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    if (variables instanceof Map<?, ?> named && named.get("operation") instanceof String text) {
      try {
        return Optional.of(UUID.fromString(text));
      } catch (IllegalArgumentException noId) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
