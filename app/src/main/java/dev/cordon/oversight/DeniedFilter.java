package dev.cordon.oversight;

import dev.cordon.access.CurrentMember;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sees each answer to a member that says: not there, or not permitted. Stands inside the sign-in.
 */
@Component
class DeniedFilter extends OncePerRequestFilter {

  private final DeniedRequests denied;

  DeniedFilter(DeniedRequests denied) {
    this.denied = denied;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    int status = response.getStatus();
    if (status == HttpServletResponse.SC_NOT_FOUND || status == HttpServletResponse.SC_FORBIDDEN) {
      CurrentMember.signedIn()
          .ifPresent(member ->
              denied.denied(
                  member, DeniedKind.operation(request), DeniedKind.of(request), Instant.now()));
    }
  }
}
