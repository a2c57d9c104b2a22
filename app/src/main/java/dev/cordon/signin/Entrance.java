package dev.cordon.signin;

import dev.cordon.access.SignedIn;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import dev.cordon.signin.Attempts.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Lets in a member that proved who it is: a fresh session, an entry, the browser remembered. Who
 * has not read yet that its sign-in was reset is led to where that stands.
 */
@Component
class Entrance {

  private static final SimpleGrantedAuthority MEMBER = new SimpleGrantedAuthority("MEMBER");
  private static final String ACCOUNT = "/account";

  private final OpenSessions sessions;
  private final KnownDevices devices;
  private final ResetNotices resets;
  private final Attempts attempts;
  private final Acting acting;
  private final Ledger ledger;
  private final SignInSettings settings;

  Entrance(
      OpenSessions sessions,
      KnownDevices devices,
      ResetNotices resets,
      Attempts attempts,
      Acting acting,
      Ledger ledger,
      SignInSettings settings) {
    this.sessions = sessions;
    this.devices = devices;
    this.resets = resets;
    this.attempts = attempts;
    this.acting = acting;
    this.ledger = ledger;
    this.settings = settings;
  }

  /** Gives where the browser goes on. */
  String in(
      HttpServletRequest request,
      HttpServletResponse response,
      SignedIn member,
      Set<Factor> proved,
      String destination,
      Instant provedAt) {
    HttpSession session = freshSession(request);
    session.setMaxInactiveInterval((int) settings.idle().plusMinutes(1).toSeconds());
    OpenSession opened = sessions.open(member, Place.of(request), proved, provedAt);
    boolean untold =
        acting.as(
            member,
            () -> {
              devices.remember(request, response);
              ledger.append(
                  Entry.ofInstallation(Act.CONSULTATION, "sign-in", "by " + opened.factorWords())
                      .touching(member.member()));
              return resets.hasUntold();
            });
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    var authentication =
        UsernamePasswordAuthenticationToken.authenticated(member, null, Set.of(MEMBER));
    authentication.setDetails(opened);
    context.setAuthentication(authentication);
    SecurityContextHolder.setContext(context);
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    Factor last = proved.stream().reduce((one, other) -> other).orElseThrow();
    attempts.record(last.way(), Outcome.SIGNED_IN, request.getRemoteAddr(), null, member.member());
    return untold ? ACCOUNT : destination;
  }

  /** Nothing a session held before signing in is taken over, its id least of all. */
  static HttpSession freshSession(HttpServletRequest request) {
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    return request.getSession(true);
  }
}
