package dev.cordon.linkage.plan;

/** Which records may be paired. */
public enum Scope {
  /** Any two. */
  ALL(""),
  /** Only records of different sources. */
  ACROSS(" AND l.source <> r.source");

  private final String condition;

  Scope(String condition) {
    this.condition = condition;
  }

  /** Further condition of a join of records {@code l} and {@code r}. */
  String condition() {
    return condition;
  }
}
