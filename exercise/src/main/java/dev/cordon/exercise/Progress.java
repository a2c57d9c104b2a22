package dev.cordon.exercise;

/** Told what is being written; must return quickly and may be called from several threads. */
@FunctionalInterface
public interface Progress {
  /** A file (or table) was finished, with the number of records in it. */
  void finished(String what, long records);

  /** Says nothing. */
  static Progress silent() {
    return (what, records) -> {};
  }
}
