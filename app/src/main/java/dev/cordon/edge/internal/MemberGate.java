package dev.cordon.edge.internal;

import dev.cordon.access.CurrentMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.SignedIn;
import dev.cordon.edge.Limits;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How often one member may ask, and how many event streams the member may hold open. Stands behind
 * the sign-in and before every page, so that what is hidden and what is absent answer alike.
 */
final class MemberGate extends OncePerRequestFilter {

  private final Limits limits;
  private final Buckets members;
  private final Map<MemberId, Integer> streams = new ConcurrentHashMap<>();

  MemberGate(Limits limits) {
    this.limits = limits;
    this.members = new Buckets(limits.member(), System::nanoTime);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    Optional<MemberId> member = CurrentMember.signedIn().map(SignedIn::member);
    if (member.isEmpty() || isFile(request)) {
      next.doFilter(request, response);
      return;
    }
    long wait = members.take(member.get());
    if (wait > 0) {
      refuse(request, response, wait);
    } else if (wantsStream(request)) {
      stream(member.get(), request, response, next);
    } else {
      next.doFilter(request, response);
    }
  }

  /** How many streams of members are open. */
  int open() {
    return streams.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void stream(
      MemberId member, HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    if (streams.merge(member, 1, Integer::sum) > limits.streamsPerMember()) {
      end(member);
      refuse(request, response, 10);
      return;
    }
    boolean goesOn = false;
    try {
      next.doFilter(request, response);
      goesOn = request.isAsyncStarted();
    } finally {
      if (goesOn) {
        request.getAsyncContext().addListener(new End(() -> end(member)));
      } else {
        end(member);
      }
    }
  }

  private void end(MemberId member) {
    streams.computeIfPresent(member, (any, open) -> open == 1 ? null : open - 1);
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, long waitSeconds)
      throws IOException {
    response.setHeader("Retry-After", Long.toString(waitSeconds));
    Answers.refuse(request, response, Refusal.TOO_MANY);
  }

  private static boolean wantsStream(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/event-stream");
  }

  private static boolean isFile(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/assets/") || path.startsWith("/webjars/");
  }

  /** Tells once that a stream ended; the container completes each one in the end. */
  private record End(Runnable ended) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
      ended.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
