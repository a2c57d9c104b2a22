package dev.cordon.edge.internal;

import dev.cordon.edge.TrustPages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** The trust pages over TLS, before sign-in and apart from every session. */
final class TrustDoor extends OncePerRequestFilter {

  private final TrustPages pages;

  TrustDoor(TrustPages pages) {
    this.pages = pages;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    Optional<TrustPages.Sent> sent = pages.find(request.getRequestURI());
    if (sent.isEmpty()) {
      next.doFilter(request, response);
      return;
    }
    if (request.getMethod().equals("POST")) {
      Answers.refuse(request, response, Refusal.METHOD);
      return;
    }
    Answers.headers(response);
    response.setContentType(sent.get().type());
    response.setContentLength(sent.get().bytes().length);
    response.getOutputStream().write(sent.get().bytes());
  }
}
