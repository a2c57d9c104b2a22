package dev.cordon.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How much disk an exercise takes, measured on sizes S and M and scaled. */
public record DiskNeed(long bytes) {
  /** What size S takes (4.9 MB), with a fifth to spare; size M takes 303 MB. */
  private static final long BYTES_OF_S = 6L << 20;

  /** The need of an extent. */
  public static DiskNeed of(Extent extent) {
    return new DiskNeed((long) (BYTES_OF_S * extent.factor()));
  }

  /** Refuses if the folder's disk has less free space. */
  public void require(Path directory) {
    try {
      Files.createDirectories(directory);
      long free = Files.getFileStore(directory).getUsableSpace();
      if (free < bytes) {
        throw new ExerciseException(
            "this exercise needs about "
                + text(bytes)
                + " in "
                + directory
                + ", but only "
                + text(free)
                + " are free; give another folder with --out or choose a smaller size");
      }
    } catch (IOException e) {
      throw new ExerciseException("cannot use the folder " + directory + ": " + e.getMessage(), e);
    }
  }

  /** The need in words. */
  public String text() {
    return text(bytes);
  }

  private static String text(long bytes) {
    return bytes < 1L << 30
        ? (bytes >> 20) + " MB"
        : String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
  }
}
