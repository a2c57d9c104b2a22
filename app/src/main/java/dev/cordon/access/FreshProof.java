package dev.cordon.access;

import org.springframework.security.core.Authentication;

/** Tells whether a sign-in was proved a few minutes ago. Signing in implements it. */
public interface FreshProof {

  /** Whether who signed in so proved it freshly. */
  boolean isFresh(Authentication authentication);
}
