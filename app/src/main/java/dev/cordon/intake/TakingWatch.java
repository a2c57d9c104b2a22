package dev.cordon.intake;

import dev.cordon.intake.TakingProgress.Step;

/**
 * Counts the bytes of one file on its two ways through intake, and stops it when asked to. Told by
 * the thread that reads, asked by others.
 */
final class TakingWatch implements IntakeProgress {

  private static final long LEAST_NANOS = 500_000_000L;
  private static final long NANOS = 1_000_000_000L;

  private final long sizeBytes;
  private final long startedAt = System.nanoTime();
  private volatile long bytes;
  private volatile long readingSince;
  private volatile boolean enters;
  private volatile boolean stops;

  TakingWatch(long sizeBytes) {
    this.sizeBytes = sizeBytes;
  }

  /** A member asked that the file be left; said by the thread that reads it. */
  static final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Stopped() {
      super("stopped", null, false, false);
    }
  }

  @Override
  @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread writes
  public void read(long more) {
    bytes = bytes + more;
    if (readingSince == 0 && bytes > sizeBytes) {
      readingSince = System.nanoTime();
    }
    if (stops) {
      throw new Stopped();
    }
  }

  void stop() {
    stops = true;
  }

  @Override
  public void step(IntakeStep step) {
    if (step == IntakeStep.MOVING) {
      enters();
    }
  }

  /** From here on it can not be stopped any more. */
  void enters() {
    if (stops && !enters) {
      throw new Stopped();
    }
    enters = true;
  }

  TakingProgress progress() {
    long read = bytes;
    boolean reads = read > sizeBytes;
    long done = Math.min(sizeBytes, reads ? read - sizeBytes : read);
    Step step = enters ? Step.ENTERING : reads ? Step.READING : Step.JUDGING;
    long since = System.nanoTime() - (reads ? readingSince : startedAt);
    long rate = since < LEAST_NANOS ? 0 : (long) (done / (since / (double) NANOS));
    return new TakingProgress(step, done, sizeBytes, rate);
  }
}
