package dev.cordon.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/**
 * Sign-ins that are at an agency's provider now: each bound to its browser by a cookie of its own,
 * answered once, forgotten after ten minutes. The session's cookie can not do that: it is not sent
 * when another site leads here. Safe for use by several threads.
 */
@Component
class PendingAgencySignIns {

  private static final String COOKIE = "cordon-agency";
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int MOST = 10_000;

  private final InstantSource clock;
  private final Map<String, Pending> waiting =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pending> eldest) {
          return size() > MOST;
        }
      };

  PendingAgencySignIns(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * One of them.
   *
   * @param provider at which provider
   * @param asked what was asked of it
   * @param destination where to go on to
   * @param binding the session whose member wants to be bound to that identity; null for signing in
   */
  record Pending(
      String provider,
      OAuth2AuthorizationRequest asked,
      String destination,
      @Nullable OpenSession binding,
      Instant until) {}

  void keep(
      HttpServletRequest request,
      HttpServletResponse response,
      String provider,
      OAuth2AuthorizationRequest asked,
      String destination,
      @Nullable OpenSession binding) {
    String key = Digests.secret();
    synchronized (waiting) {
      waiting.put(
          key, new Pending(provider, asked, destination, binding, clock.instant().plus(LIFE)));
    }
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, key, LIFE));
  }

  /** The one of this browser; from then on it is gone. */
  Optional<Pending> take(HttpServletRequest request, HttpServletResponse response) {
    Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    Optional<String> key =
        Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .findFirst();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO));
    synchronized (waiting) {
      return key.map(waiting::remove).filter(one -> clock.instant().isBefore(one.until()));
    }
  }

  private static String cookie(HttpServletRequest request, String value, Duration life) {
    return ResponseCookie.from(COOKIE, value)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .path("/sign-in/agency")
        .maxAge(life)
        .build()
        .toString();
  }
}
