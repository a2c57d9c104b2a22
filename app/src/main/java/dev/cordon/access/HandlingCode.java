package dev.cordon.access;

/** How information may be used. */
public enum HandlingCode {
  /** Only for preventing and combating crime. */
  H0,
  /** Not to be disclosed in judicial proceedings without the provider's permission. */
  H1,
  /** Not to be passed on without the provider's permission. */
  H2,
  /** Other restrictions, said beside it. */
  H3
}
