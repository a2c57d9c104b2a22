package dev.cordon.decoder;

import java.time.Duration;

/**
 * What is wanted of a file.
 *
 * @param reducesPictures whether a large JPEG may be decoded at a half, a quarter or an eighth of
 *     its size; the decode path tells
 * @param wantsDihedral whether the hashes of the picture turned and mirrored are wanted
 * @param frameInterval how far apart the frames of a video are that are hashed
 * @param mostPixels of a picture or frame; what has more is refused before it is decoded
 * @param mostFrames of a video; what has more is hashed so far, with a warning
 * @param time the longest a decoder may work on it; waiting for the caller's bytes does not count
 */
public record DecodeRequest(
    boolean reducesPictures,
    boolean wantsDihedral,
    Duration frameInterval,
    long mostPixels,
    int mostFrames,
    Duration time) {

  /** The most pixels by default: more than any camera makes. */
  public static final long MOST_PIXELS = 200_000_000;

  private static final int MOST_FRAMES = 20_000;

  /** Whole pictures, a frame a second, a minute of time. */
  public static final DecodeRequest USUAL =
      new DecodeRequest(
          false, false, Duration.ofSeconds(1), MOST_PIXELS, MOST_FRAMES, Duration.ofMinutes(1));

  /** Checks the bounds. */
  public DecodeRequest {
    if (frameInterval.toMillis() < 1
        || mostPixels < 1
        || mostPixels > Integer.MAX_VALUE
        || mostFrames < 1
        || mostFrames > 1_000_000
        || !time.isPositive()) {
      throw new DecoderException(
          "a frame interval is at least 1 ms, pixels are 1 to 2147483647, frames 1 to 1000000, and"
              + " the time is more than nothing");
    }
  }

  /** The same with another limit of time. */
  public DecodeRequest within(Duration limit) {
    return new DecodeRequest(
        reducesPictures, wantsDihedral, frameInterval, mostPixels, mostFrames, limit);
  }

  /** The same, large JPEGs decoded at a part of their size. */
  public DecodeRequest reduced() {
    return new DecodeRequest(true, wantsDihedral, frameInterval, mostPixels, mostFrames, time);
  }

  /** The same, with the hashes of the picture turned and mirrored. */
  public DecodeRequest withDihedral() {
    return new DecodeRequest(reducesPictures, true, frameInterval, mostPixels, mostFrames, time);
  }
}
