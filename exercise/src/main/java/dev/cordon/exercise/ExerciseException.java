package dev.cordon.exercise;

/** Root of everything that can go wrong while an exercise operation is written or compared. */
public class ExerciseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ExerciseException(String message) {
    super(message);
  }

  public ExerciseException(String message, Throwable cause) {
    super(message, cause);
  }
}
