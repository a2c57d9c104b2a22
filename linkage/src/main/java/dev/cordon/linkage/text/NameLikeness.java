package dev.cordon.linkage.text;

/** Likeness of two names of persons. */
public final class NameLikeness {
  private NameLikeness() {}

  /** 0 to 1. */
  public static double likeness(String first, String second) {
    return JaroWinkler.likeness(first, second);
  }
}
