package dev.cordon.signin;

import dev.cordon.access.FreshProof;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Fresh proof of a session, or of a request that carries the password where a password is all there
 * is. An API token is never proof: it may lie in a file.
 */
@Component
class SessionProof implements FreshProof {

  private final OpenSessions sessions;

  SessionProof(OpenSessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public boolean isFresh(Authentication authentication) {
    if (authentication.getDetails() instanceof OpenSession session) {
      return !session.isEnded() && sessions.isFresh(session);
    }
    return authentication.getDetails() == ApiCredentials.Way.PASSWORD;
  }
}
