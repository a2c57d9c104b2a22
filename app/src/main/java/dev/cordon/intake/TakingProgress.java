package dev.cordon.intake;

import java.time.Duration;
import java.util.Optional;

/**
 * How far the file is that is taken in now.
 *
 * @param bytesDone bytes read in this step
 * @param bytesPerSecond the rate of this step, 0 while nothing can be said
 */
public record TakingProgress(Step step, long bytesDone, long sizeBytes, long bytesPerSecond) {

  /** What is done with the file, in this order. */
  public enum Step {
    /** Read once: what it is, its digest, whether it holds media. */
    JUDGING("judging"),
    /** Read again: encrypted into the vault and read into records. */
    READING("sealing and reading"),
    /** Its counts and its receipt are written. */
    ENTERING("entering");

    private final String words;

    Step(String words) {
      this.words = words;
    }

    /** As a reader sees it. */
    public String words() {
      return words;
    }
  }

  /** Which of the three steps, from 1. */
  public int number() {
    return step.ordinal() + 1;
  }

  /** How long this step will take at the rate it goes; empty while nothing can be said. */
  public Optional<Duration> remaining() {
    if (step == Step.ENTERING || bytesPerSecond <= 0) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofSeconds((sizeBytes - bytesDone) / bytesPerSecond));
  }
}
