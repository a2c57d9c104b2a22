package dev.cordon.edge.internal;

import dev.cordon.edge.Doors;
import dev.cordon.edge.Limits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at each request before anything else does: asked by a name of this server, with a method it
 * knows, not too long, not too large, nothing given twice, not too often.
 */
final class Gate extends OncePerRequestFilter {

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
  // Two of these in one request let two readers believe two different things.
  private static final List<String> SINGLE_HEADERS =
      List.of("Host", "Content-Type", "Content-Length", "Authorization", "X-CSRF-TOKEN", "Origin");

  private final Doors doors;
  private final Limits limits;
  private final RepeatableNames repeatable;
  private final Buckets askers;
  private final Buckets fileAskers;

  Gate(Doors doors, Limits limits, RepeatableNames repeatable) {
    this.doors = doors;
    this.limits = limits;
    this.repeatable = repeatable;
    this.askers = new Buckets(limits.address(), System::nanoTime);
    this.fileAskers = new Buckets(limits.files(), System::nanoTime);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    Optional<Refusal> refusal = head(request);
    if (refusal.isEmpty()) {
      long wait = wait(request);
      if (wait > 0) {
        response.setHeader("Retry-After", Long.toString(wait));
        refusal = Optional.of(Refusal.TOO_MANY);
      }
    }
    if (refusal.isPresent()) {
      Answers.refuse(request, response, refusal.get());
      return;
    }
    body(request, response, next);
  }

  private void body(HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    Optional<Refusal> refusal = parameters(request);
    if (refusal.isPresent()) {
      Answers.refuse(request, response, refusal.get());
      return;
    }
    if (!Body.isBrought(request) || Body.isForm(request)) {
      next.doFilter(request, response);
      return;
    }
    Body body = Body.of(request, limits);
    next.doFilter(body, response);
    if (body.broken().isPresent() && !response.isCommitted()) {
      Answers.refuse(request, response, body.broken().get());
    }
  }

  private Optional<Refusal> head(HttpServletRequest request) {
    String host = request.getHeader("Host");
    if (!doors.knows(host == null ? request.getServerName() : host)) {
      return Optional.of(Refusal.WRONG_HOST);
    }
    if (!METHODS.contains(request.getMethod())) {
      return Optional.of(Refusal.METHOD);
    }
    String query = request.getQueryString();
    if (request.getRequestURI().length() + (query == null ? 0 : query.length())
        > limits.addressLength()) {
      return Optional.of(Refusal.ADDRESS_TOO_LONG);
    }
    for (String name : SINGLE_HEADERS) {
      if (Collections.list(request.getHeaders(name)).size() > 1) {
        return Optional.of(Refusal.REPEATED);
      }
    }
    return kindAndSize(request);
  }

  private Optional<Refusal> kindAndSize(HttpServletRequest request) {
    if (!Body.isBrought(request)) {
      return Optional.empty();
    }
    if (!request.getMethod().equals("POST")) {
      return Optional.of(Refusal.MALFORMED);
    }
    var most = Body.most(request, limits);
    if (most.isEmpty()) {
      return Optional.of(Refusal.KIND);
    }
    return request.getContentLengthLong() > most.getAsLong()
        ? Optional.of(Refusal.TOO_LARGE)
        : Optional.empty();
  }

  /** Reads a form, within the container's own limits, and looks for values given twice. */
  private Optional<Refusal> parameters(HttpServletRequest request) {
    try {
      for (Map.Entry<String, String[]> one : request.getParameterMap().entrySet()) {
        if (one.getValue().length > 1 && !repeatable.contains(one.getKey())) {
          return Optional.of(Refusal.REPEATED);
        }
        if (one.getKey().indexOf('\0') >= 0 || hasNul(one.getValue())) {
          return Optional.of(Refusal.MALFORMED);
        }
      }
      return Optional.empty();
    } catch (IllegalStateException unreadable) {
      return Optional.of(Refusal.MALFORMED);
    }
  }

  private static boolean hasNul(String[] values) {
    for (String value : values) {
      if (value.indexOf('\0') >= 0) {
        return true;
      }
    }
    return false;
  }

  private long wait(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean file = path.startsWith("/assets/") || path.startsWith("/webjars/");
    return (file ? fileAskers : askers).take(RemoteAddress.key(request.getRemoteAddr()));
  }
}
