package dev.cordon.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** What stands before every request: signing in implements it, the filter chains call it. */
public interface RequestGuard {

  /** The request's attribute that says why the session ended, for the sign-in page. */
  String ENDED = "cordon.session-ended";

  /**
   * Looks at the session or the request's own credentials before anything else does.
   *
   * @return whether the request goes on; otherwise the response is complete
   */
  boolean admit(HttpServletRequest request, HttpServletResponse response) throws IOException;

  /** The request was worked on; it may go on asynchronously. */
  void after(HttpServletRequest request);

  /** The member signed out. */
  void signedOut(@Nullable Authentication authentication);
}
