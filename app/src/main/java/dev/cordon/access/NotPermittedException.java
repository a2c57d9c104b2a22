package dev.cordon.access;

import org.springframework.security.access.AccessDeniedException;

/** Not for this member. Says nothing about whether the thing exists. */
public final class NotPermittedException extends AccessDeniedException {

  private static final long serialVersionUID = 1L;

  /** Without a word about what was asked for. */
  public NotPermittedException() {
    super("not permitted");
  }
}
