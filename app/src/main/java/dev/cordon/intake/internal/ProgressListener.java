package dev.cordon.intake.internal;

/** Told how many bytes of a file have been read. */
@FunctionalInterface
public interface ProgressListener {

  /** Nobody listens. */
  ProgressListener NONE = bytes -> {};

  /** So many bytes more have been read. */
  void read(long bytes);
}
