package dev.cordon.formats.content;

/**
 * How far a packed file may unfold.
 *
 * @param ratio how many times its own size, once {@code ratioFromBytes} have come out
 * @param totalBytes how much in all
 * @param layers how many packings around each other
 */
public record PackedLimits(int ratio, long ratioFromBytes, long totalBytes, int layers) {

  /** 400 times beyond 64 MiB, 4 TiB in all, three layers. */
  public static final PackedLimits STANDARD = new PackedLimits(400, 64L << 20, 4L << 40, 3);
}
