package dev.cordon.edge.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells whoever asks whether the server works: 200 or 503, and nothing else. The database is asked
 * at most once a second, however often this is.
 */
final class Health extends OncePerRequestFilter {

  static final String PATH = "/health";

  private static final long FRESH_NANOSECONDS = 1_000_000_000L;
  private static final int PATIENCE_SECONDS = 2;

  private final DataSource database;
  private boolean healthy;
  private long lookedAt = System.nanoTime() - 2 * FRESH_NANOSECONDS;

  Health(DataSource database) {
    this.database = database;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().equals(PATH);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    if (!Set.of("GET", "HEAD").contains(request.getMethod())) {
      Answers.refuse(request, response, Refusal.METHOD);
      return;
    }
    Answers.headers(response);
    response.setContentLength(0);
    response.setStatus(
        isHealthy() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
  }

  private synchronized boolean isHealthy() {
    long now = System.nanoTime();
    if (now - lookedAt > FRESH_NANOSECONDS) {
      healthy = look();
      lookedAt = now;
    }
    return healthy;
  }

  private boolean look() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException down) {
      return false;
    }
  }
}
