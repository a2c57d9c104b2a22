package dev.cordon.signin;

import dev.cordon.access.PasswordCheck;
import dev.cordon.access.SignedIn;
import dev.cordon.signin.Attempts.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * A request to the API with credentials of its own: an API token, or name and password while a
 * password alone is enough and the member has no second factor. A session is not looked at then.
 */
@Component
class ApiCredentials {

  private static final SimpleGrantedAuthority MEMBER = new SimpleGrantedAuthority("MEMBER");

  private final ApiTokens tokens;
  private final PasswordCheck passwords;
  private final SignInDesk desk;
  private final Factors factors;
  private final Throttles throttles;
  private final Attempts attempts;
  private final Acting acting;
  private final SignInSettings settings;

  ApiCredentials(
      ApiTokens tokens,
      PasswordCheck passwords,
      SignInDesk desk,
      Factors factors,
      Throttles throttles,
      Attempts attempts,
      Acting acting,
      SignInSettings settings) {
    this.tokens = tokens;
    this.passwords = passwords;
    this.desk = desk;
    this.factors = factors;
    this.throttles = throttles;
    this.attempts = attempts;
    this.acting = acting;
    this.settings = settings;
  }

  /** How a request proved itself. */
  enum Way {
    TOKEN,
    PASSWORD
  }

  /** Makes the request its member's, or answers it. */
  boolean admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
    SecurityContextHolder.clearContext();
    List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
    String header = headers.size() == 1 ? headers.getFirst() : "";
    if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return byToken(request, response, header.substring(7).strip());
    }
    if (header.regionMatches(true, 0, "Basic ", 0, 6) && !settings.secondFactorRequired()) {
      return byPassword(request, response, header.substring(6).strip());
    }
    return refuse(response, HttpStatus.UNAUTHORIZED);
  }

  private boolean byToken(HttpServletRequest request, HttpServletResponse response, String token)
      throws IOException {
    Optional<SignedIn> member = tokens.member(token).flatMap(desk::find);
    if (member.isEmpty()) {
      attempts.record("token", Outcome.REFUSED, request.getRemoteAddr(), null, null);
      return refuse(response, HttpStatus.UNAUTHORIZED);
    }
    return let(member.get(), Way.TOKEN);
  }

  private boolean byPassword(HttpServletRequest request, HttpServletResponse response, String text)
      throws IOException {
    String[] pair = decoded(text).split(":", 2);
    if (pair.length != 2) {
      return refuse(response, HttpStatus.UNAUTHORIZED);
    }
    Throttles.Attempt attempt =
        new Throttles.Attempt(pair[0], request.getRemoteAddr(), Optional.empty());
    Optional<Duration> wait = throttles.take(attempt);
    if (wait.isPresent()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds() + 1));
      return refuse(response, HttpStatus.TOO_MANY_REQUESTS);
    }
    Optional<SignedIn> member = passwords.check(pair[0], pair[1]);
    if (member.isEmpty() || acting.as(member.get(), factors::held).second()) {
      attempts.record(
          Factor.PASSWORD.way(), Outcome.REFUSED, request.getRemoteAddr(), pair[0], null);
      return refuse(response, HttpStatus.UNAUTHORIZED);
    }
    throttles.right(attempt);
    return let(member.get(), Way.PASSWORD);
  }

  private static boolean let(SignedIn member, Way way) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    var authentication =
        UsernamePasswordAuthenticationToken.authenticated(member, null, Set.of(MEMBER));
    authentication.setDetails(way);
    context.setAuthentication(authentication);
    SecurityContextHolder.setContext(context);
    return true;
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  private static boolean refuse(HttpServletResponse response, HttpStatus status)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getWriter()
        .write(
            """
            {"title":"%s","status":%d}\
            """
                .formatted(status.getReasonPhrase(), status.value()));
    return false;
  }
}
