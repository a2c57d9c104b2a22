package dev.cordon.access;

import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who is asking: the member and the agency.
 *
 * <p>Work on another thread asks for the member first and runs inside {@link #as}.
 */
@Component
public class CurrentMember {

  CurrentMember() {}

  /** For a command that works without the server around it. */
  public static CurrentMember outsideServer() {
    return new CurrentMember();
  }

  /** The signed-in member of this thread, if any. Needs no database. */
  public static Optional<SignedIn> signedIn() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
        ? Optional.of(signedIn)
        : Optional.empty();
  }

  /** Runs work as that member on this thread, and restores who was there before. */
  public static void as(SignedIn member, Runnable work) {
    SecurityContext before = SecurityContextHolder.getContext();
    SecurityContext during = SecurityContextHolder.createEmptyContext();
    during.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(member, null, Set.of()));
    SecurityContextHolder.setContext(during);
    try {
      work.run();
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }

  /** The member asking; refused when nobody is signed in. */
  public SignedIn get() {
    return signedIn().orElseThrow(NotPermittedException::new);
  }

  /** Who is asking. */
  public MemberId member() {
    return get().member();
  }

  /** The agency of who is asking; refused for a member without one. */
  public AgencyId agency() {
    return get().agency().orElseThrow(NotPermittedException::new);
  }
}
