package dev.cordon.intake;

/**
 * Told how intake gets on. Called on the thread of the work, often: implementers return quickly;
 * what they throw ends the taking, and nothing of the file is taken in.
 */
@FunctionalInterface
public interface IntakeProgress {

  /** Nobody listens. */
  IntakeProgress NONE = bytes -> {};

  /** So many more bytes were read; a file is read twice. */
  void read(long bytes);

  /** A step begins. */
  default void step(IntakeStep step) {}
}
