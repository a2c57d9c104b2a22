package dev.cordon.exchange;

/**
 * How much of a package is read at most; what is over is refused before more is read.
 *
 * @param files how many files
 * @param fileBytes bytes of one file
 * @param bytes bytes of all files together
 */
public record PackageLimits(int files, long fileBytes, long bytes) {

  /** A package of hundreds of subjects stays far below. */
  public static final PackageLimits USUAL = new PackageLimits(2_000, 64L << 20, 256L << 20);

  /** The longest path inside a package, in bytes of UTF-8. */
  public static final int LONGEST_PATH_BYTES = 512;

  /** The deepest folder. */
  public static final int DEEPEST = 16;

  /** Refuses limits that let nothing through. */
  public PackageLimits {
    if (files < 1 || fileBytes < 1 || bytes < 1 || fileBytes > Integer.MAX_VALUE - 16) {
      throw new ExchangeException("limits are at least 1, and a file's below 2 GiB");
    }
  }
}
