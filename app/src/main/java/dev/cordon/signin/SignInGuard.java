package dev.cordon.signin;

import dev.cordon.access.RequestGuard;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Stands before every request: a session that ended, ran out or moved to another browser is
 * nobody's from then on; a call to the API with its own credentials is its member's for that one
 * request.
 */
@Component
class SignInGuard implements RequestGuard {

  private final OpenSessions sessions;
  private final ApiCredentials credentials;

  SignInGuard(OpenSessions sessions, ApiCredentials credentials) {
    this.sessions = sessions;
    this.credentials = credentials;
  }

  @Override
  public boolean admit(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean api = request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    if (api && request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
      return credentials.admit(request, response);
    }
    session()
        .flatMap(session -> sessions.check(session, Place.of(request)))
        .ifPresent(refusal -> {
          HttpSession session = request.getSession(false);
          if (session != null) {
            session.invalidate();
          }
          SecurityContextHolder.clearContext();
          request.setAttribute(ENDED, refusal.name().toLowerCase(Locale.ROOT));
        });
    return true;
  }

  @Override
  public void after(HttpServletRequest request) {
    if (request.isAsyncStarted()) {
      session().ifPresent(session -> bind(session, request.getAsyncContext()));
    }
  }

  @Override
  public void signedOut(@Nullable Authentication authentication) {
    session(authentication).ifPresent(sessions::end);
  }

  private static Optional<OpenSession> session() {
    return session(SecurityContextHolder.getContext().getAuthentication());
  }

  private static Optional<OpenSession> session(@Nullable Authentication authentication) {
    return authentication != null && authentication.getDetails() instanceof OpenSession session
        ? Optional.of(session)
        : Optional.empty();
  }

  private static void bind(OpenSession session, AsyncContext stream) {
    stream.addListener(
        new AsyncListener() {
          @Override
          public void onComplete(AsyncEvent event) {
            session.released(stream);
          }

          @Override
          public void onTimeout(AsyncEvent event) {
            session.released(stream);
          }

          @Override
          public void onError(AsyncEvent event) {
            session.released(stream);
          }

          @Override
          public void onStartAsync(AsyncEvent event) {
            session.released(stream);
          }
        });
    session.holds(stream);
  }
}
